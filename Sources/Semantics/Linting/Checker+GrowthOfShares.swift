import Source
import Syntax
import Units

extension Checker {
  /// Reports a rate of change that is doubtful: of a percentage, which changes by a share of itself and not by points, and
  /// one of 100% and more that is written without `%`.
  mutating func lintGrowth(grows: Bool, by rate: ExpressionSyntax, of unit: MeasurementUnit, isTarget: Bool) {
    let written = text(rate.range)
    guard case .quantity(let quantity) = rate.form else {
      if unit.nature == .percentage {
        lint(.shareGrows(GrowthOfShare(grows: grows, rate: written, points: nil, isTarget: isTarget)), at: rate.range)
      }
      return
    }
    if quantity.unit == nil, quantity.value >= 1 {
      lint(.rateWithoutPercent(written), at: rate.range)
    } else if unit.nature == .percentage {
      let points = quantity.unit?.text == "%" ? shortestString(quantity.value) : nil
      lint(.shareGrows(GrowthOfShare(grows: grows, rate: written, points: points, isTarget: isTarget)), at: rate.range)
    }
  }

  /// Reports the relative change of a percentage, whose difference in points is mostly meant.
  mutating func lintGrowth(of series: CheckedExpression, by function: Builtin, _ syntax: ExpressionSyntax) {
    guard series.type.unit.nature == .percentage else { return }
    lint(.growthOfShare(function: Phrase(function.english, function.chinese), name: heading(syntax)), at: syntax.range)
  }

  /// Reports `lint` at `range`.
  mutating func lint(_ lint: Lint, at range: SourceRange) {
    diagnostics.append(lint.diagnostic(at: .script(range)))
  }
}
