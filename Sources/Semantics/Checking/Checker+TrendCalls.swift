import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a call of a function that draws a straight line through the known values of a span.
  mutating func trend(
    _ function: TimeFunction, _ series: CheckedExpression, _ arguments: CallArguments, _ builtin: Builtin,
    _ range: SourceRange
  ) -> CheckedExpression {
    let rest = arguments.ranges.first.map { ", \(text($0.first.range))..\(text($0.last.range))" } ?? ""
    if let refused = refusal(ofCumulative: series, builtin, rest: rest) { return refused }
    var span: (first: Period, last: Period)?
    if let written = arguments.ranges.first {
      span = self.span(written, of: series)
      if span == nil { return CheckedExpression(.invalid, .invalid, range) }
    }
    let call = TimeCall(function: function, series: series, span: span)
    let isSlope = function == .slope
    let type = ValueType(
      isSlope ? difference(series.type.shape) : series.type.shape, frequency: isSlope ? nil : series.type.frequency,
      kind: kind(of: call))
    return CheckedExpression(.time(call), type, range)
  }
}
