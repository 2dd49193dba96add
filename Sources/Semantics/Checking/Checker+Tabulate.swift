import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// How many cells a grid has at most.
  private static let mostGridCells = 10_000

  /// Checks a question of the form `tabulate`.
  mutating func check(_ syntax: TabulateSyntax, at range: SourceRange) {
    let value = expression(syntax.expression, .values)
    let scenario = scenarios(syntax.scenario.map { [$0] } ?? []).first
    let parameters = movedParameters(syntax.axes.map(\.path))
    if syntax.axes.count > 2 {
      return report(.moving(.tooManyAxes(syntax.axes.count)), at: syntax.axes[2].path.range)
    }
    guard let parameters, !value.isInvalid, let scenario else { return }
    switch value.type.shape {
    case .number, .flexible, .truth: break
    case .mixed, .several, .text, .period, .invalid: return report(.expected(.number), at: value.range)
    }
    var axes: [TabulateQuestion.Axis] = []
    for (axis, position) in zip(syntax.axes, parameters) {
      guard let made = self.axis(axis, of: position) else { return }
      axes.append(made)
    }
    if axes.reduce(1, { $0 * $1.values.count }) > Self.mostGridCells {
      return report(.moving(.tooManyCells(limit: Self.mostGridCells)), at: range)
    }
    let text = heading(syntax.expression)
    let reaching = program.reaching(parameters, value, under: [scenario])
    for (axis, isReaching) in zip(syntax.axes, reaching) where !isReaching {
      report(.moving(.noEffect([axis.path.text], on: text)), at: axis.path.range)
    }
    program.questions.append(
      .tabulate(
        TabulateQuestion(
          item: .init(expression: value, heading: text), axes: axes, scenario: scenario, range: range)))
  }

  /// Returns the values of one axis: the lower end and whole steps from it, up to the upper end; without a step ten.
  private mutating func axis(_ syntax: TabulateSyntax.Axis, of position: Int) -> TabulateQuestion.Axis? {
    guard let range = movedRange(syntax.bounds, of: position) else { return nil }
    let parameter = program.parameters[position]
    var step = (range.upperBound - range.lowerBound) / 10
    if let written = syntax.step {
      guard let amount = stepAmount(written) else { return nil }
      guard let own = self.step(amount, in: parameter.value.type.unit) else {
        let unit = parameter.value.type.unit.shown
        report(.moving(.stepUnit(text(written.range), of: parameter.name, unit: unit)), at: written.range)
        return nil
      }
      step = own
    }
    if range.lowerBound == range.upperBound {
      return TabulateQuestion.Axis(parameter: position, values: [range.lowerBound], beyond: nil)
    }
    // A step that ends at the upper end but for the noise of binary arithmetic ends there.
    let steps = ((range.upperBound - range.lowerBound) / step * (1 + 1e-12) + 1e-9).rounded(.down)
    guard steps < Double(Self.mostGridCells) else {
      report(.moving(.tooManyCells(limit: Self.mostGridCells)), at: syntax.bounds.range)
      return nil
    }
    // Each value is counted from the lower end, so that steps do not add up to a drift, and is a short decimal.
    let values = (0...Int(steps)).map { significantDecimal(range.lowerBound + Double($0) * step, digits: 14) }
    let last = values.last ?? range.lowerBound
    let isExact = (range.upperBound - last).magnitude <= step * 1e-6
    return TabulateQuestion.Axis(parameter: position, values: values, beyond: isExact ? nil : range.upperBound)
  }
}
