import Indicators
import Units

extension Checker {
  /// Reports an indicator without a unit that is compared or joined with a share though its numbers are beyond 1, so that
  /// they were printed in percent.
  mutating func lintUnitlessShare(_ left: CheckedExpression, _ right: CheckedExpression) {
    if right.type.unit.isPercentage { lintUnitless(left, beside: right) }
    if left.type.unit.isPercentage { lintUnitless(right, beside: left) }
  }

  private mutating func lintUnitless(_ value: CheckedExpression, beside share: CheckedExpression) {
    guard let position = value.bareIndicator else { return }
    let indicator = program.indicators[position]
    guard indicator.unit.factors.isEmpty, exceedsOne(indicator) else { return }
    lint(.unitlessBesideShare(indicator.name, unit: share.type.unit.shown), at: value.range)
  }

  private func exceedsOne(_ indicator: CheckedIndicator) -> Bool {
    indicator.parts.contains { part in
      let observations = catalogue.sheets[part.sheet].observations
      return catalogue.rows(sheet: part.sheet, indicator: part.index).contains { row in
        observations.reason[Int(row)] == .known && observations.value[Int(row)].magnitude > 1.5
      }
    }
  }
}

extension CheckedExpression {
  /// The indicator that the expression is, whole or in part, with nothing done to its numbers.
  fileprivate var bareIndicator: Int? {
    switch form {
    case .definition(.indicator(let position)): position
    case .selection(let inner, _), .negative(let inner): inner.bareIndicator
    case .time(let call) where call.function == .prev || call.function == .diff: call.series.bareIndicator
    default: nil
    }
  }
}
