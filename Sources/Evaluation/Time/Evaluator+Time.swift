import Indicators
import Semantics

extension Evaluator {
  /// Returns the value of a function of time; of a trend that of the period `only`, where one is given.
  mutating func time(_ call: TimeCall, _ surroundings: Surroundings, only: Period? = nil) -> Cube {
    let values = cube(call.series, surroundings)
    let series = Series(values)
    switch call.function {
    case .prev: return series.shifted { $0.advanced(by: -1) }
    case .diff:
      if call.isCumulative { return series.singles() }
      return series.own.joined(with: series.shifted { $0.advanced(by: -1) }) { $0 - $1 }
    case .yoy: return series.own.growth(over: series.yearBefore)
    case .mom: return series.own.growth(over: series.shifted { $0.advanced(by: -1) })
    case .cagr: return cagr(call, series, findings(on: values, of: call.series, surroundings))
    case .ytd: return call.isCumulative ? series.cube : series.windowed(.sum) { $0.part }
    case .rolling:
      let count = call.count ?? 1
      return series.windowed(call.aggregate) { _ in count }
    case .rebase, .index:
      return series.own.relative(to: call.span.map { series.base($0.first) } ?? series.yearBefore)
    case .chain:
      guard let base = call.span?.first else { return series.cube }
      return series.chained(to: base, growth: call.series.type.kind == .rate)
    case .slope, .trend:
      guard let span = call.span ?? series.knownSpan, span.first.frequency == span.last.frequency else {
        let axes = call.function == .slope ? series.lanes : series.cube.axes
        return Cube(axes: axes, missing: .coverage)
      }
      let findings = findings(on: values, of: call.series, surroundings)
      return call.function == .slope
        ? series.slope(over: span, findings) : series.trend(over: span, only: only, findings)
    case .annual, .halfyearly, .quarterly:
      guard let target = call.function.targetFrequency else { return series.cube }
      guard let weight = call.weight else { return series.converted(to: target, call.aggregate) }
      let weights = cube(weight, surroundings)
      let axes = Alignment.axes(series.cube.axes, weights.axes)
      return Series(series.cube.spread(over: axes)).converted(
        to: target, call.aggregate, weights: Series(weights.spread(over: axes)))
    }
  }

  private func cagr(_ call: TimeCall, _ series: Series, _ findings: LaneFindings?) -> Cube {
    if let years = call.count {
      let start = series.shifted { $0.advanced(by: -years * $0.frequency.perYear) }
      return series.own.compoundGrowth(over: start, years: Double(years))
    }
    guard let span = call.span ?? series.knownSpan else { return Cube(axes: series.lanes, missing: .outsideData) }
    guard span.first.frequency == span.last.frequency, span.first < span.last else {
      return Cube(axes: series.lanes, missing: .undefined)
    }
    func shares() -> Cube { series.compoundShares(from: span.first, to: span.last) }
    let found = findings?.growths(LaneFindings.Span(first: span.first, last: span.last), shares) ?? shares()
    return found.percent
  }
}
