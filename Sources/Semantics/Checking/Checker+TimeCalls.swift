import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of a function of time.
  mutating func time(
    _ function: TimeFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let (plain, ranges) = function.argumentCounts
    let labels: Set<String> = function.targetFrequency == nil ? [] : CallArguments.weightLabels
    guard setting.relation == nil, arguments.holdsOnly(plain: plain, labels: labels, ranges: ranges) else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let series = number(arguments.plain[0], setting)
    if series.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    func result(_ call: TimeCall, _ shape: ValueType.Shape, keepsPeriods: Bool = true) -> CheckedExpression {
      let frequency = keepsPeriods ? series.type.frequency : nil
      return CheckedExpression(.time(call), ValueType(shape, frequency: frequency, kind: kind(of: call)), range)
    }
    if function.givesGrowth {
      lintZeros(series, in: builtin, at: arguments.plain[0].range)
      lintGrowth(of: series, by: builtin, arguments.plain[0])
    }
    switch function {
    case .annual, .halfyearly, .quarterly:
      let target = function.targetFrequency ?? .year
      return conversion(function, to: target, series, arguments, builtin, setting, range)
    case .prev: return result(TimeCall(function: .prev, series: series), series.type.shape)
    case .diff: return result(TimeCall(function: .diff, series: series), difference(series.type.shape))
    case .yoy: return result(TimeCall(function: .yoy, series: series), .number(.percent))
    case .mom:
      if let refused = refusal(ofCumulative: series, builtin) { return refused }
      return result(TimeCall(function: .mom, series: series), .number(.percent))
    case .ytd:
      guard series.type.frequency == .year || addsUp(series, arguments.plain[0]) else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      return result(TimeCall(function: .ytd, series: series), series.type.shape)
    case .cagr:
      guard let call = growth(series, arguments, builtin, setting, range) else {
        return CheckedExpression(.invalid, .invalid, range)
      }
      return result(call, .number(.percent), keepsPeriods: call.count != nil)
    case .rolling:
      let rest = arguments.plain.dropFirst().map { ", \(text($0.range))" }.joined()
      if let refused = refusal(ofCumulative: series, builtin, rest: rest) { return refused }
      guard let count = wholeNumber(arguments.plain[1], setting) else {
        return invalid(.wrongArguments(builtin), at: range)
      }
      let aggregate = arguments.plain.count == 3 ? rollingFunction(arguments.plain[2]) : .mean
      guard let aggregate else { return invalid(.wrongArguments(builtin), at: range) }
      if aggregate == .sum, !addsUp(series, arguments.plain[0]) { return CheckedExpression(.invalid, .invalid, range) }
      return result(
        TimeCall(function: .rolling, series: series, count: count, aggregate: aggregate), series.type.shape)
    case .rebase, .index, .chain: return index(function, series, arguments, range)
    case .slope, .trend: return trend(function, series, arguments, builtin, range)
    }
  }

  /// Returns a call of `cagr`, or nil after reporting what is wrong with it.
  private mutating func growth(
    _ series: CheckedExpression, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting,
    _ range: SourceRange
  ) -> TimeCall? {
    if arguments.plain.count == 2 {
      guard arguments.ranges.isEmpty, let years = wholeNumber(arguments.plain[1], setting) else {
        report(.wrongArguments(builtin), at: range)
        return nil
      }
      return TimeCall(function: .cagr, series: series, count: years)
    }
    guard let written = arguments.ranges.first else {
      guard !series.isCumulative else {
        report(.time(.cumulativeSpan(text(series.range))), at: range)
        return nil
      }
      return TimeCall(function: .cagr, series: series)
    }
    guard let span = span(written, of: series) else { return nil }
    guard !series.isCumulative || span.first.part == span.last.part else {
      report(.time(.cumulativeSpan(text(series.range))), at: range)
      return nil
    }
    return TimeCall(function: .cagr, series: series, span: span)
  }

  /// Returns the first and last period of a written range, which `series` must be able to have.
  mutating func span(
    _ written: (first: ExpressionSyntax, last: ExpressionSyntax), of series: CheckedExpression
  ) -> (first: Period, last: Period)? {
    for end in [written.first, written.last] {
      guard let period = period(end) else {
        report(.expected(.periods), at: end.range)
        return nil
      }
      if let own = series.type.frequency, own != period.frequency {
        report(.mixedFrequency(own, period.frequency, offer: offer(of: series, for: period.frequency)), at: end.range)
        return nil
      }
    }
    guard let first = period(written.first), let last = period(written.last) else { return nil }
    guard first < last else {
      report(.rangeReversed, at: written.first.range)
      return nil
    }
    return (first, last)
  }

  /// Reports a function that compares or joins the periods of a cumulative series, and returns what stands for it.
  mutating func refusal(
    ofCumulative series: CheckedExpression, _ builtin: Builtin, rest: String = ""
  ) -> CheckedExpression? {
    guard series.isCumulative else { return nil }
    let name = text(series.range)
    let instead = Phrase("\(builtin.english)(diff(\(name))\(rest))", "\(builtin.chinese)(增量(\(name))\(rest))")
    return invalid(.time(.cumulativeJoined(name, instead: instead)), at: series.range)
  }

  /// Returns whether the periods of `series` add up; what does not is reported.
  private mutating func addsUp(_ series: CheckedExpression, _ syntax: ExpressionSyntax) -> Bool {
    switch series.knownKind {
    case .flow, .cumulative: return true
    case .level: report(.levelSummed(heading(syntax)), at: series.range)
    case .ratio, .index, .rate: report(.ratioSummed(heading(syntax)), at: series.range)
    case nil:
      // What no declaration could tell is taken as the script says.
      guard let indicator = undeclared(series) else { return true }
      report(.kindNeeded(indicator), at: series.range)
    }
    return false
  }

  /// Returns the shape of a difference of two values of `shape`: percentages differ in percentage points.
  func difference(_ shape: ValueType.Shape) -> ValueType.Shape {
    shape.ofDifference
  }

  private mutating func wholeNumber(_ syntax: ExpressionSyntax, _ setting: Setting) -> Int? {
    let value = number(syntax, setting)
    guard let number = constant(value), number.rounded() == number, number >= 1, number <= 10_000 else { return nil }
    return Int(number)
  }

  private func rollingFunction(_ syntax: ExpressionSyntax) -> AggregateFunction? {
    guard case .path(let path) = syntax.form, let builtin = Builtin.named(path.text, argumentCount: 1) else {
      return nil
    }
    guard case .aggregate(let function) = builtin.kind else { return nil }
    switch function {
    case .sum, .mean, .median, .min, .max: return function
    case .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation,
      .contribution, .proportion:
      return nil
    }
  }

  /// Returns the period written as `syntax`: a period, or a number that is a year of four digits.
  func period(_ syntax: ExpressionSyntax) -> Period? {
    switch syntax.form {
    case .period(let period): return Period(period)
    case .quantity(let quantity):
      return quantity.unit == nil && quantity.hasFourDigits ? Period(year: Int(quantity.value)) : nil
    default: return nil
    }
  }
}

extension TimeFunction {
  /// Whether the function gives growth relative to an earlier value.
  fileprivate var givesGrowth: Bool {
    switch self {
    case .yoy, .mom, .cagr: true
    case .prev, .diff, .ytd, .slope, .trend, .rolling, .rebase, .chain, .index, .annual, .halfyearly, .quarterly: false
    }
  }

  /// How many plain arguments and ranges the function takes.
  fileprivate var argumentCounts: (plain: ClosedRange<Int>, ranges: ClosedRange<Int>) {
    switch self {
    case .prev, .diff, .yoy, .mom, .ytd: (1...1, 0...0)
    case .cagr: (1...2, 0...1)
    case .slope, .trend: (1...1, 0...1)
    case .rolling: (2...3, 0...0)
    case .rebase, .chain: (2...2, 0...0)
    case .index, .annual, .halfyearly, .quarterly: (1...2, 0...0)
    }
  }
}
