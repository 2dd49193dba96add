import Source
import Syntax
import Units

extension Checker {
  /// Checks what `correlate` ties, in statements and in scenarios.
  mutating func checkCorrelations() {
    // An assumption that was not understood may hold what is tied.
    let mayBeCertain = !hasFaultyScenario
    for statement in statements.ties {
      switch statement.form {
      case .correlate(let syntax):
        program.ties = adding(syntax, at: statement.range, to: program.ties, in: nil, mayBeCertain)
      case .scenario(let syntax):
        guard let position = program.scenarios.firstIndex(where: { $0.range == syntax.name.range }) else { continue }
        for case .correlate(let correlate) in syntax.items {
          let range = correlate.paths[0].range.joined(to: correlate.value.range)
          program.scenarios[position].ties = adding(
            correlate, at: range, to: program.scenarios[position].ties, in: program.scenarios[position].id,
            mayBeCertain)
        }
      case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .set, .target, .same, .hierarchy, .rule,
        .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
        continue
      }
    }
    checkPossible(in: .actual, ties: program.ties)
    for scenario in program.scenarios where !scenario.ties.isEmpty {
      checkPossible(in: scenario.id, ties: scenario.ties)
    }
  }

  /// Returns `ties` with those that `syntax` states; what is wrong with them is reported.
  private mutating func adding(
    _ syntax: CorrelateSyntax, at range: SourceRange, to ties: [CheckedTie], in scenario: ScenarioID?,
    _ mayBeCertain: Bool
  ) -> [CheckedTie] {
    var names: [(definition: Definition, path: PathSyntax, drawing: TieProblem.Drawing)] = []
    for path in syntax.paths {
      guard let definition = drawn(path) else { continue }
      if let earlier = names.first(where: { $0.definition == definition }) {
        report(TieProblem.twice(path.text), at: path.range, beside: earlier.path.range)
        continue
      }
      guard let drawing = drawing(of: definition, path, in: scenario, mayBeCertain) else { continue }
      names.append((definition, path, drawing))
    }
    let value = number(syntax.value, .values)
    if value.isInvalid { return ties }
    guard let rank = plain(value).flatMap({ constant($0) }), abs(rank) <= 1 else {
      report(.tie(.outside), at: value.range)
      return ties
    }
    var result = ties
    for (index, second) in names.enumerated() {
      for first in names[..<index] {
        guard first.drawing == second.drawing else {
          let problem = TieProblem.drawnDifferently(
            first.path.text, first.drawing, second.path.text, second.drawing)
          report(problem, at: second.path.range, beside: first.path.range)
          return ties
        }
        let tie = CheckedTie(first: first.definition, second: second.definition, rank: rank, range: range)
        guard let earlier = result.first(where: tie.isOfSamePair) else {
          result.append(tie)
          continue
        }
        if earlier.rank != rank {
          let problem = TieProblem.contradiction(first.path.text, second.path.text, rank, earlier.rank)
          report(problem, at: range, beside: earlier.range)
        }
      }
    }
    return result
  }

  /// Returns what `path` names, or nil after reporting that it is nothing that could be drawn.
  private mutating func drawn(_ path: PathSyntax) -> Definition? {
    guard let entity = resolve(path) else { return nil }
    if case .definition(let definition) = entity {
      switch definition {
      case .parameter, .alias, .indicator: return definition
      case .aggregate, .set: break
      }
    }
    report(.tie(.notDrawn(path.text)), at: path.range)
    return nil
  }

  private mutating func report(_ problem: TieProblem, at range: SourceRange, beside other: SourceRange) {
    let label = Diagnostic.Label(.script(other), Phrase("the other", "另一方"))
    diagnostics.append(SemanticProblem.tie(problem).diagnostic(at: range, with: label))
  }

  /// Reports the ties of `scenario` that no draws can have, where any of `ties` takes part.
  private mutating func checkPossible(in scenario: ScenarioID, ties: [CheckedTie]) {
    for group in TieGroup.groups(of: program, in: scenario) where group.weights() == nil {
      guard let last = group.ties.last(where: { tie in ties.contains { $0.range == tie.range } }) else { continue }
      let ranks = Set(group.ties.map(\.rank))
      let factor = group.greatestFactor
      let problem = TieProblem.impossible(
        group.names.map(program.name),
        untied: group.untiedPairs.map { "\(program.name(of: $0)), \(program.name(of: $1))" },
        strongest: ranks.count == 1 ? ranks.first.map { ($0 * factor * 100).rounded(.towardZero) / 100 } : nil,
        factor: factor)
      report(.tie(problem), at: last.range)
    }
  }
}
