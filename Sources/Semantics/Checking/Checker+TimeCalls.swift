import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of a function of time.
  mutating func time(
    _ function: TimeFunction, _ arguments: CallArguments, _ builtin: Builtin, _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let plainCount: ClosedRange<Int>
    switch function {
    case .prev, .diff, .yoy, .ytd, .annual: plainCount = 1...1
    case .cagr: plainCount = 1...2
    case .rolling: plainCount = 2...3
    case .rebase: plainCount = 2...2
    }
    guard setting.relation == nil, arguments.holdsOnly(plain: plainCount, ranges: function == .cagr ? 0...1 : 0...0)
    else {
      return invalid(.wrongArguments(builtin), at: range)
    }
    let series = number(arguments.plain[0], setting)
    if series.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    var frequency = series.type.frequency
    var shape = series.type.shape
    var count: Int?
    var span: (first: Period, last: Period)?
    var rolling = AggregateFunction.mean
    switch function {
    case .prev, .ytd: break
    case .annual:
      frequency = .year
      guard let function = annualFunction(series) else { return CheckedExpression(.invalid, .invalid, range) }
      rolling = function
    case .diff: shape = difference(shape)
    case .yoy: shape = .number(.percent)
    case .cagr:
      shape = .number(.percent)
      if arguments.plain.count == 2 {
        guard let number = wholeNumber(arguments.plain[1], setting) else {
          return invalid(.wrongArguments(builtin), at: range)
        }
        count = number
      } else {
        frequency = nil
        if let written = arguments.ranges.first {
          guard let first = period(written.first), let last = period(written.last) else {
            return invalid(.expected(.periods), at: range)
          }
          span = (first, last)
        }
      }
    case .rolling:
      guard let number = wholeNumber(arguments.plain[1], setting) else {
        return invalid(.wrongArguments(builtin), at: range)
      }
      count = number
      if arguments.plain.count == 3 {
        guard let named = rollingFunction(arguments.plain[2]) else {
          return invalid(.wrongArguments(builtin), at: range)
        }
        rolling = named
      }
    case .rebase:
      guard let base = period(arguments.plain[1]) else {
        return invalid(.expected(.periods), at: arguments.plain[1].range)
      }
      span = (base, base)
      shape = .number(.one)
    }
    let call = TimeCall(function: function, series: series, count: count, span: span, rolling: rolling)
    return CheckedExpression(.time(call), ValueType(shape, frequency: frequency, kind: kind(of: call)), range)
  }

  /// Returns how the parts of a year make the year: a flow adds up, a level takes the last; anything else is reported.
  private mutating func annualFunction(_ series: CheckedExpression) -> AggregateFunction? {
    if series.type.frequency == .year { return .last }
    guard case .definition(.indicator(let position)) = series.form else {
      report(.annualNeedsIndicator, at: series.range)
      return nil
    }
    switch program.indicators[position].kind {
    case .flow: return .sum
    case .level, .cumulative: return .last
    case .ratio, .index, .rate:
      report(.annualOfRatio(program.indicators[position].name), at: series.range)
    case nil where series.type.unit.isRatio:
      report(.annualOfRatio(program.indicators[position].name), at: series.range)
    case nil: report(.kindNeeded(program.indicators[position].name), at: series.range)
    }
    return nil
  }

  /// Returns the shape of a difference of two values of `shape`: percentages differ in percentage points.
  private func difference(_ shape: ValueType.Shape) -> ValueType.Shape {
    if case .number(let unit) = shape, unit.nature == .percentage { return .number(.points) }
    return shape
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
    case .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first, .last, .ratio, .correlation,
      .contribution, .proportion:
      return nil
    }
  }

  /// Returns the period written as `syntax`: a period, or a number that is a year of four digits.
  func period(_ syntax: ExpressionSyntax) -> Period? {
    switch syntax.form {
    case .period(let period): return Period(period)
    case .quantity(let quantity):
      guard quantity.unit == nil, quantity.digits.utf8.count == 4, let year = Int(quantity.digits) else { return nil }
      return Period(year: year)
    default: return nil
    }
  }
}
