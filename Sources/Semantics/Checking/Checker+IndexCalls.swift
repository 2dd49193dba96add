import Indicators
import Source
import Syntax
import Units

/// Index numbers: with a base, relative to the year before, and chained.
extension Checker {
  /// Returns a call of a function that gives index numbers.
  mutating func index(
    _ function: TimeFunction, _ series: CheckedExpression, _ arguments: CallArguments, _ range: SourceRange
  ) -> CheckedExpression {
    var series = series
    var span: (first: Period, last: Period)?
    if arguments.plain.count == 2 {
      guard let base = base(arguments.plain[1], of: series, isChain: function == .chain) else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      span = (base, base)
    }
    if function == .chain {
      guard let links = links(series) else { return CheckedExpression(.invalid, .invalid, range) }
      series = links
    }
    let call = TimeCall(function: function, series: series, span: span)
    let type = ValueType(.number(.one), frequency: series.type.frequency, kind: kind(of: call))
    return CheckedExpression(.time(call), type, range)
  }

  /// Returns the base period written as `syntax`, which `series` has, or a year of several of its periods.
  private mutating func base(_ syntax: ExpressionSyntax, of series: CheckedExpression, isChain: Bool) -> Period? {
    guard let base = period(syntax) else {
      report(.expected(.periods), at: syntax.range)
      return nil
    }
    guard let own = series.type.frequency else { return base }
    if own != base.frequency, base.frequency != .year {
      report(.mixedFrequency(own, base.frequency, offer: offer(of: series, for: base.frequency)), at: syntax.range)
      return nil
    }
    if isChain, own != .year, base.frequency != .year {
      report(.expected(.year), at: syntax.range)
      return nil
    }
    // The mean of a year's parts, which is the base of finer values, does not exist for what runs through the year.
    if !isChain, own != base.frequency, series.isCumulative {
      let name = text(series.range)
      report(.time(.cumulativeJoined(name, instead: singles(name))), at: series.range)
      return nil
    }
    return base
  }

  /// Returns `series` as index numbers or as growth in percent; anything else is reported.
  private mutating func links(_ series: CheckedExpression) -> CheckedExpression? {
    let unit = series.type.unit
    let isPercentage = unit.nature == .percentage
    switch series.type.kind {
    case .rate:
      if let step = unit.factor(to: .percent) { return series.converted(step, to: .percent) }
    case .index:
      if unit == .one { return series }
      if isPercentage, let step = unit.factor(to: .percent) { return series.converted(step, to: .percent) }
    case nil where unit == .one: return series
    case .level, .flow, .cumulative, .ratio, nil: break
    }
    report(.time(.linksNeeded(heading(series))), at: series.range)
    return nil
  }

  private func heading(_ series: CheckedExpression) -> String { text(series.range) }
}
