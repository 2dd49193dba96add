import Indicators

/// A function of time with its arguments.
package struct TimeCall: Sendable {
  /// The function.
  package let function: TimeFunction
  /// The series.
  package let series: CheckedExpression
  /// How many periods, for `rolling`; how many years, for `cagr`.
  package let count: Int?
  /// The first and last period, for `cagr` and a line; the base, twice, for an index.
  package let span: (first: Period, last: Period)?
  /// What `rolling` does with its periods, and what a conversion does with the parts of a longer period.
  package let aggregate: AggregateFunction
  /// The weights of a conversion's parts.
  package let weight: CheckedExpression?

  /// Creates a call.
  package init(
    function: TimeFunction, series: CheckedExpression, count: Int? = nil, span: (first: Period, last: Period)? = nil,
    aggregate: AggregateFunction = .mean, weight: CheckedExpression? = nil
  ) {
    self.function = function
    self.series = series
    self.count = count
    self.span = span
    self.aggregate = aggregate
    self.weight = weight
  }

  /// Whether the values of a year run from its beginning, so that two of them never add.
  package var isCumulative: Bool { series.isCumulative }
}

extension TimeFunction {
  /// The length of period that the function makes of shorter ones; nil for a function that keeps the length.
  package var targetFrequency: Frequency? {
    switch self {
    case .annual: .year
    case .halfyearly: .half
    case .quarterly: .quarter
    case .prev, .diff, .yoy, .mom, .cagr, .ytd, .rolling, .rebase, .index, .chain, .slope, .trend: nil
    }
  }

  /// Returns the function that makes periods of `frequency`; no other can become a month.
  static func making(_ frequency: Frequency) -> TimeFunction? {
    allCases.first { $0.targetFrequency == frequency }
  }

  /// The record of the function.
  var builtin: Builtin? {
    Builtin.all.first { $0.kind == .time(self) }
  }
}

extension CheckedExpression {
  /// Whether the values of a year run from its beginning; a value of a whole year is a flow like any other.
  package var isCumulative: Bool { type.kind == .cumulative && type.frequency != .year }
}
