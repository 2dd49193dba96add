import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `solve`.
  mutating func check(_ syntax: SolveSyntax, at range: SourceRange) {
    let parameters = movedParameters(syntax.parameters)
    let condition = condition(syntax.condition, .values)
    let scenario = scenarios(syntax.scenario.map { [$0] } ?? []).first
    guard let parameters, !condition.isInvalid, let scenario else { return }
    var bounds: [ClosedRange<Double>?] = []
    for position in parameters {
      guard let written = syntax.bounds else {
        bounds.append(program.parameters[position].bounds)
        continue
      }
      guard let range = movedRange(written, of: position) else { return }
      bounds.append(range)
    }
    let text = heading(syntax.condition)
    let reaching = program.reaching(parameters, condition, under: [scenario])
    let idle = zip(parameters, reaching).filter { !$1 }.map { program.parameters[$0.0].name }
    if !idle.isEmpty {
      report(.moving(.noEffect(idle, on: text)), at: syntax.condition.range)
    }
    program.questions.append(
      .solve(
        SolveQuestion(
          parameters: parameters, bounds: bounds, condition: condition, conditionText: text, scenario: scenario,
          range: range)))
  }
}
