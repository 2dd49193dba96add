import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the one number of `expression` in `scenario`, or why it has none; nil where it has several cells.
  package mutating func singleCell(
    of expression: CheckedExpression, in scenario: ScenarioID
  ) -> (number: Double?, reason: MissingReason)? {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else { return (nil, .undefined) }
    if cube.count == 0 { return (nil, .outsideData) }
    return cube.count == 1 ? (cube[0], cube.reasons[0]) : nil
  }

  /// Reports that `expression` has several cells in `scenario` where one is asked for, and how to choose one.
  package mutating func report(severalCellsOf expression: CheckedExpression, in scenario: ScenarioID) {
    guard case .numbers(let cube) = value(of: expression, in: scenario) else { return }
    let axes = cube.axes.filter { $0.labels.count > 1 }
    let example = axes.compactMap { axis in axis.labels.last.map { inBrackets($0) } }
    report(
      EvaluationProblem.oneCellNeeded(cube.count, by: axes.map { heading(of: $0.dimension) }, example: example)
        .diagnostic(at: expression.range))
  }

  /// Returns `label` as it is written in brackets behind a value.
  private func inBrackets(_ label: Label) -> String {
    switch label {
    case .period(let period): period.description
    case .member, .row: text(label) == quotedWhereNeeded(text(label)) ? text(label) : "\"\(text(label))\""
    }
  }

  /// Reports that no range is known in which the param at `position` could be sought.
  package mutating func report(rangelessParameter position: Int, at range: SourceRange) {
    report(EvaluationProblem.searchRangeNeeded(program.parameters[position].name).diagnostic(at: range))
  }

  /// Reports that the user ended trials when they had `known` samples.
  package mutating func report(trialsEndedAt known: Int) {
    report(EvaluationProblem.interrupted(known, of: sampling.count).diagnostic(at: .command))
  }

  /// Returns the value of the param at `position` in `scenario`, in its unit, a distribution at its median.
  package mutating func presentValue(ofParameter position: Int, in scenario: ScenarioID) -> Double? {
    let stated = program.parameters[position].value
    let expression = CheckedExpression(.definition(.parameter(position)), stated.type, stated.range)
    return singleCell(of: expression, in: scenario)?.number
  }

  /// Returns the scenario that sets the param at `position`, the nearest of `scenario` and its bases; nil where none does.
  package func scenarioSetting(parameter position: Int, under scenario: ScenarioID) -> ScenarioID? {
    program.chain(of: scenario).declared.first { declared in
      declared.assumptions.contains { $0.subject == .parameter(position) }
    }?.id
  }
}
