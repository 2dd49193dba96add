import Semantics
import Source
import Syntax

/// Statements of a session as a script has them.
struct ScriptText {
  /// The folder that the script will lie in.
  let folder: String
  /// Values that stand in for those of params.
  let settings: [(name: String, value: String)]

  /// Returns the declaration `statement` of `unit`, with what is written above it.
  func declaration(_ statement: StatementSyntax, in unit: SessionUnit) -> String {
    var edits = lastResultEdits(in: unit, statement.range)
    switch statement.form {
    case .alias(let alias) where alias.name.range == alias.formula.range:
      return "alias \(alias.name.text) = \(edited(unit, statement.range, edits))"
    case .use(let use): edits += pathEdit(use.file, in: unit)
    case .importing(let syntax): edits += pathEdit(syntax.file, in: unit)
    case .parameter(let parameter):
      if let setting = settings.last(where: { $0.name == parameter.name.text }) {
        edits.append((parameter.value.range, setting.value))
      }
    default: break
    }
    let above = statement.documentation.map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "## \($0)\n" }.joined()
    }
    return (above ?? "") + edited(unit, statement.range, edits)
  }

  /// Returns the question `statement` of `unit`, under the scenario in which it was asked.
  func question(_ statement: StatementSyntax, in unit: SessionUnit) -> String {
    let text = edited(unit, statement.range, lastResultEdits(in: unit, statement.range))
    let scenario = unit.scenario.map { " under \(quotedWhereNeeded($0))" } ?? ""
    if case .expression = statement.form { return "show \(text)\(scenario)" }
    return text + (statement.form.namesNoScenario ? scenario : "")
  }

  private typealias Edit = (range: SourceRange, text: String)

  /// Returns the text of `range` with `edits` made.
  private func edited(_ unit: SessionUnit, _ range: SourceRange, _ edits: [Edit]) -> String {
    var text = ""
    var start = range.start
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      text += unit.text.text(in: SourceRange(range.source, Int(start), Int(edit.range.start))) + edit.text
      start = edit.range.end
    }
    return text + unit.text.text(in: SourceRange(range.source, Int(start), Int(range.end)))
  }

  /// Returns what puts the name of the value in the place of each `_` in `range`.
  private func lastResultEdits(in unit: SessionUnit, _ range: SourceRange) -> [Edit] {
    guard let name = unit.lastResult else { return [] }
    return unit.text.placesOfLastResult.map { SourceRange(range.source, $0, $0 + 1) }
      .filter { range.contains($0) }.map { ($0, name) }
  }

  /// Returns what makes the path of a file that `unit` names one from the script's folder.
  private func pathEdit(_ file: TextSyntax, in unit: SessionUnit) -> [Edit] {
    guard let path = file.plain, !path.hasPrefix("/") else { return [] }
    let moved = relativePath(unit.home + path, from: folder)
    return moved == path ? [] : [(file.range, "\"\(moved)\"")]
  }
}

/// Returns the path from `folder` to what `path` names, both seen from the same place.
func relativePath(_ path: String, from folder: String) -> String {
  func parts(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts
  }
  if folder.hasPrefix("/") != path.hasPrefix("/") { return path }
  let (target, start) = (parts(path), parts(folder))
  let shared = zip(target, start).prefix { $0 == $1 }.count
  return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
}

extension StatementSyntax.Form {
  /// Whether the question is asked of the scenario at hand, for it names none.
  fileprivate var namesNoScenario: Bool {
    switch self {
    case .show(let show): show.scenarios.isEmpty
    case .project(let project): project.scenarios.isEmpty
    case .solve(let solve): solve.scenario == nil
    case .sensitivity(let sensitivity): sensitivity.scenarios.isEmpty
    case .tabulate(let tabulate): tabulate.scenario == nil
    case .explain(let explain): explain.scenario == nil
    case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .target, .same, .hierarchy, .set,
      .scenario, .rule, .correlate, .compare, .report, .expression:
      false
    }
  }
}
