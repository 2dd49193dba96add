import Source
import Syntax

extension Checker {
  /// Reports the aliases, aggregates, sets, params and scenarios of the main scripts that no question, target, rule or assumption
  /// needs, by way of others or not, in one finding.
  ///
  /// A script without questions may be there to be imported. A name counts as used wherever it is written.
  mutating func lintUnusedNames(_ formulas: [FormulaSyntax]) {
    let main = scripts.filter(\.isMain)
    guard main.contains(where: \.syntax.hasQuestions) else { return }
    var declared = formulas.compactMap { formula -> Declared? in
      let statement = statement(of: formula)
      return statement.form.declaredName.map {
        Declared(name: $0, range: statement.range, definition: formula.definition)
      }
    }
    for statement in main.flatMap({ $0.syntax.statements(of: .scenario) }) {
      guard case .scenario(let scenario) = statement.form else { continue }
      declared.append(Declared(name: scenario.name, range: statement.range, definition: nil))
    }
    declared = declared.filter { declared in main.contains { $0.text.id == declared.name.range.source } }
    guard !declared.isEmpty else { return }
    // A scenario may have the name of a value.
    var positions: [String: [Int]] = [:]
    for (position, declared) in declared.enumerated() { positions[declared.name.text, default: []].append(position) }
    var needs: [[Int]] = Array(repeating: [], count: declared.count)
    var open: [Int] = []
    let places = declared.indices.sorted { declared[$0].range.precedes(declared[$1].range) }
    for script in scripts {
      forEachWrittenName(in: script.text) { written in
        for name in positions[written.text] ?? [] where written.range != declared[name].name.range {
          if let user = declaration(around: written.range, declared, places) {
            needs[user].append(name)
          } else {
            open.append(name)
          }
        }
      }
    }
    // A formula of an indicator is what the indicator's targets judge.
    open += declared.indices.filter { position in
      if case .alias(let alias)? = declared[position].definition {
        computedIndicators[alias] != nil
      } else {
        false
      }
    }
    // A comparison that names nothing asks for all that differs.
    if main.contains(where: { $0.syntax.statements(of: .compare).contains(where: \.form.asksForAll) }) {
      open += declared.indices.filter { if case .parameter = declared[$0].definition { false } else { true } }
    }
    var used = Set(open)
    while let next = open.popLast() {
      for need in needs[next] where used.insert(need).inserted { open.append(need) }
    }
    let unused = declared.indices.filter { !used.contains($0) }.map { declared[$0].name }
    guard let first = unused.first else { return }
    let others = unused.dropFirst().map { Diagnostic.Label(.script($0.range), Phrase(same: "")) }
    diagnostics.append(Lint.unused(unused.map(\.text)).diagnostic(at: .script(first.range), others: others))
  }
}

/// Returns which of `declared`, whose `places` stand in order and apart, holds `range`.
private func declaration(around range: SourceRange, _ declared: [Declared], _ places: [Int]) -> Int? {
  var low = 0
  var high = places.count
  while low < high {
    let middle = (low + high) / 2
    if range.precedes(declared[places[middle]].range) { high = middle } else { low = middle + 1 }
  }
  return low > 0 && declared[places[low - 1]].range.contains(range) ? places[low - 1] : nil
}

extension SourceRange {
  fileprivate func precedes(_ other: SourceRange) -> Bool {
    (source.index, start) < (other.source.index, other.start)
  }
}

/// A name that is there to be used.
private struct Declared {
  let name: NameSyntax
  /// The whole declaration.
  let range: SourceRange
  /// What a value's name stands for; nil for a scenario.
  let definition: Definition?
}

extension StatementSyntax.Form {
  /// Whether the statement asks for whatever has a name.
  fileprivate var asksForAll: Bool {
    if case .compare(let comparison) = self { comparison.expressions.isEmpty } else { false }
  }
}
