import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `sensitivity`.
  mutating func check(_ syntax: SensitivitySyntax, at range: SourceRange) {
    let value = number(syntax.expression, .values)
    let scenarios = scenarios(syntax.scenarios)
    let step = syntax.by.flatMap { stepAmount($0) }
    var parameters = syntax.over.isEmpty ? Array(program.parameters.indices) : movedParameters(syntax.over)
    // A step that could not be understood has been reported.
    guard !value.isInvalid, !scenarios.isEmpty, syntax.by == nil || step != nil else { return }
    if syntax.over.isEmpty {
      let reaching = program.reaching(parameters ?? [], value, under: scenarios)
      parameters = zip(parameters ?? [], reaching).filter(\.1).map(\.0)
      if parameters?.isEmpty != false {
        return report(.moving(.nothingToMove(heading(syntax.expression))), at: syntax.expression.range)
      }
    }
    guard let parameters else { return }
    var moved: [Int] = []
    var reaches: [SensitivityQuestion.Reach] = []
    var unfit: [String] = []
    for position in parameters {
      let parameter = program.parameters[position]
      if let step {
        guard let own = self.step(step, in: parameter.value.type.unit) else {
          if syntax.over.isEmpty {
            unfit.append(parameter.name)
            continue
          }
          let unit = parameter.value.type.unit.shown
          return report(
            .moving(.stepUnit(text(step.range), of: parameter.name, unit: unit)), at: step.range)
        }
        reaches.append(.step(own))
      } else if let bounds = parameter.bounds {
        reaches.append(.range(bounds))
      } else {
        if syntax.over.isEmpty {
          unfit.append(parameter.name)
          continue
        }
        return report(.moving(.rangeNeeded(parameter.name)), at: range)
      }
      moved.append(position)
    }
    if moved.isEmpty, let first = parameters.first.map({ program.parameters[$0] }) {
      guard let step else { return report(.moving(.rangeNeeded(first.name)), at: range) }
      let unit = first.value.type.unit.shown
      return report(.moving(.stepUnit(text(step.range), of: first.name, unit: unit)), at: step.range)
    }
    program.questions.append(
      .sensitivity(
        SensitivityQuestion(
          item: .init(expression: value, heading: heading(syntax.expression)), parameters: moved, reaches: reaches,
          unfit: unfit, scenarios: scenarios, range: range, form: form(syntax.form, among: AnswerForm.ofSensitivities)))
    )
  }
}
