import Indicators
import Semantics

extension Evaluator {
  /// Returns the value of a function of time.
  mutating func time(_ call: TimeCall, _ surroundings: Surroundings) -> Cube {
    let series = Series(cube(call.series, surroundings))
    switch call.function {
    case .prev: return series.shifted { $0.advanced(by: -1) }
    case .diff: return series.cube.joined(with: series.shifted { $0.advanced(by: -1) }) { $0 - $1 }
    case .yoy:
      return series.cube.joined(with: series.shifted { $0.advanced(by: -$0.frequency.perYear) }) {
        growth(from: $1, to: $0, years: 1)
      }
    case .cagr: return cagr(call, series)
    case .ytd: return series.windowed(.sum) { $0.part }
    case .rolling:
      let count = call.count ?? 1
      return series.windowed(call.rolling) { _ in count }
    case .rebase:
      guard let base = call.span?.first else { return series.cube }
      return series.cube.joined(with: series.cube.slice(.period, at: .period(base))) { $1 == 0 ? nil : $0 / $1 * 100 }
    case .annual: return series.annual(call.rolling)
    }
  }

  private func cagr(_ call: TimeCall, _ series: Series) -> Cube {
    if let years = call.count {
      return series.cube.joined(with: series.shifted { $0.advanced(by: -years * $0.frequency.perYear) }) {
        growth(from: $1, to: $0, years: Double(years))
      }
    }
    let periods = series.cube.periods
    guard let first = call.span?.first ?? periods.first, let last = call.span?.last ?? periods.last else {
      return Cube(axes: series.cube.axes, missing: .outsideData)
    }
    let years = Double(last.ordinal - first.ordinal) / Double(first.frequency.perYear)
    let (start, end) = (
      series.cube.slice(.period, at: .period(first)), series.cube.slice(.period, at: .period(last))
    )
    guard first.frequency == last.frequency, years > 0 else { return start.mapped { _ in nil } }
    return end.joined(with: start) { growth(from: $1, to: $0, years: years) }
  }
}

/// Returns the compound yearly growth in percent, or nil from what is not positive or to what is negative.
func growth(from start: Double, to end: Double, years: Double) -> Double? {
  Kernels.compoundGrowth(from: start, to: end, periods: years).map { $0 * 100 }
}

/// A cube seen along its periods.
struct Series {
  let cube: Cube
  private let periods: [Period]
  private let index: [Period: Int]
  private let inner: Int
  private let outer: Int

  init(_ cube: Cube) {
    self.cube = cube
    periods = cube.periods
    index = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    let position = cube.axisIndex(of: .period) ?? cube.axes.count
    inner = position < cube.axes.count ? cube.axes[(position + 1)...].reduce(1) { $0 * $1.labels.count } : 1
    outer = cube.axes.prefix(position).reduce(1) { $0 * $1.labels.count }
  }

  /// Returns, in each period, the value of the period that `source` gives.
  ///
  /// A source that is not there is a gap where the series began before it, and outside the data where it did not.
  func shifted(_ source: (Period) -> Period) -> Cube {
    var result = Cube(axes: cube.axes, missing: .outsideData)
    for (place, period) in periods.enumerated() {
      let wanted = source(period)
      let origin = index[wanted]
      let reason = missing(wanted)
      for lane in 0..<outer * inner {
        let offset = self.offset(lane, place)
        if let origin {
          result.values[offset] = cube.values[self.offset(lane, origin)]
          result.reasons[offset] = cube.reasons[self.offset(lane, origin)]
        } else {
          result.reasons[offset] = reason
        }
      }
    }
    return result
  }

  /// Returns, in each period, an aggregate of it and the periods before it, as many in all as `count` gives.
  ///
  /// One of them missing makes the result missing for its reason.
  func windowed(_ function: AggregateFunction, count: (Period) -> Int) -> Cube {
    var result = Cube(axes: cube.axes, missing: .outsideData)
    for (place, period) in periods.enumerated() {
      let wanted = (0..<count(period)).map { period.advanced(by: -$0) }.reversed()
      for lane in 0..<outer * inner {
        let cell = gather(Array(wanted), lane, function)
        result.values[offset(lane, place)] = cell.value
        result.reasons[offset(lane, place)] = cell.reason
      }
    }
    return result
  }

  /// Returns a value for each year: an aggregate of all its parts, or the last of them.
  func annual(_ function: AggregateFunction) -> Cube {
    guard let position = cube.axisIndex(of: .period), let frequency = periods.first?.frequency, frequency != .year
    else {
      return cube
    }
    let years = Set(periods.map(\.year)).sorted()
    var axes = cube.axes
    axes[position] = Axis(.period, years.map { .period(Period(year: $0)) })
    var result = Cube(axes: axes, missing: .outsideData)
    for (place, year) in years.enumerated() {
      let last = Period(year: year, frequency: frequency, part: frequency.perYear)
      let wanted =
        function == .last ? [last] : (1...frequency.perYear).map { last.advanced(by: $0 - frequency.perYear) }
      for lane in 0..<outer * inner {
        let cell = gather(wanted, lane, function)
        let offset = (lane / inner * years.count + place) * inner + lane % inner
        result.values[offset] = cell.value
        result.reasons[offset] = cell.reason
      }
    }
    return result
  }

  private func gather(
    _ wanted: [Period], _ lane: Int, _ function: AggregateFunction
  ) -> (value: Double, reason: MissingReason) {
    var values: [Double] = []
    for period in wanted {
      guard let place = index[period] else { return (0, missing(period)) }
      let offset = offset(lane, place)
      guard cube.reasons[offset] == .known else { return (0, cube.reasons[offset]) }
      values.append(cube.values[offset])
    }
    guard let value = function.collapse(values, weights: nil, level: 0.5, type: 7) else { return (0, .undefined) }
    return (value, .known)
  }

  private func missing(_ period: Period) -> MissingReason {
    guard let first = periods.first, first < period else { return .outsideData }
    return .gap
  }

  private func offset(_ lane: Int, _ place: Int) -> Int {
    (lane / inner * periods.count + place) * inner + lane % inner
  }
}
