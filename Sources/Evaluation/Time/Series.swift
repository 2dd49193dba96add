import Indicators
import Semantics

/// A cube seen along its periods, one lane for each combination of its other labels.
///
/// Each lane has a beginning and an end of its own: what lies outside them is outside the data, and what a lane lacks
/// between them is a gap.
struct Series {
  let cube: Cube
  let periods: [Period]
  /// How many lanes there are.
  let laneCount: Int
  let index: PeriodIndex
  let inner: Int

  init(_ cube: Cube) {
    self.cube = cube
    periods = cube.periods
    index = PeriodIndex(periods)
    let position = cube.axisIndex(of: .period) ?? cube.axes.count
    inner = position < cube.axes.count ? cube.axes[(position + 1)...].reduce(1) { $0 * $1.labels.count } : 1
    laneCount = inner * cube.axes.prefix(position).reduce(1) { $0 * $1.labels.count }
  }

  /// The axes without the periods.
  var lanes: [Axis] { cube.axes.filter { $0.dimension != .period } }

  /// Returns the axes with `periods` in place of the series' own.
  func axes(over periods: [Period]) -> [Axis] {
    cube.axes.map { $0.dimension == .period ? Axis(.period, periods.map { .period($0) }) : $0 }
  }

  /// Returns the offset of a lane's cell at the period at `place`, of `count` where the periods are not the own ones.
  func offset(_ lane: Int, _ place: Int, of count: Int? = nil) -> Int {
    (lane / inner * (count ?? periods.count) + place) * inner + lane % inner
  }

  /// Returns what a lane has at `period`, with the reason where it has nothing.
  func cell(_ lane: Int, _ period: Period) -> (value: Double, reason: MissingReason) {
    if let place = index.place(of: period) {
      let offset = offset(lane, place)
      if cube.reasons[offset] != .outsideData { return (cube.values[offset], cube.reasons[offset]) }
    }
    return (0, absence(lane, period))
  }

  /// Returns why a lane has nothing at `period`: a gap in between, or nothing before its beginning and after its end.
  private func absence(_ lane: Int, _ period: Period) -> MissingReason {
    if let extent = extent(lane, period.frequency) {
      return extent.first < period && period < extent.last ? .gap : .outsideData
    }
    if !periods.isEmpty, cube.reasons[offset(lane, 0)] == .noSuchCombination { return .noSuchCombination }
    return .outsideData
  }

  /// Returns the first and last period of `frequency` that a lane has.
  private func extent(_ lane: Int, _ frequency: Frequency) -> (first: Period, last: Period)? {
    func isThere(_ place: Int) -> Bool {
      let reason = cube.reasons[offset(lane, place)]
      return periods[place].frequency == frequency && reason != .outsideData && reason != .noSuchCombination
    }
    guard let first = periods.indices.first(where: isThere), let last = periods.indices.last(where: isThere) else {
      return nil
    }
    return (periods[first], periods[last])
  }

  /// Returns whether a lane has anything after `period` in the same year.
  func goesOn(_ lane: Int, after period: Period) -> Bool {
    guard let last = extent(lane, period.frequency)?.last, period < last else { return false }
    return (period.part + 1...max(period.part + 1, period.frequency.perYear)).contains { part in
      let later = Period(year: period.year, frequency: period.frequency, part: part)
      return cell(lane, later).reason == .known
    }
  }

  /// Returns a cube over `periods` whose cells `compute` gives for a lane and a period.
  ///
  /// Without periods there is nothing to step through.
  func mapped(
    over periods: [Period], _ compute: (_ lane: Int, _ period: Period) -> (value: Double, reason: MissingReason)
  ) -> Cube {
    guard cube.axisIndex(of: .period) != nil else { return Cube(axes: cube.axes, missing: .outsideData) }
    var result = Cube(axes: axes(over: periods), missing: .outsideData)
    for (place, period) in periods.enumerated() {
      for lane in 0..<laneCount {
        let cell = compute(lane, period)
        let offset = offset(lane, place, of: periods.count)
        result.values[offset] = cell.value
        result.reasons[offset] = cell.reason
      }
    }
    return result
  }

  /// Returns an aggregate of a lane's `wanted` periods; the first that is missing makes it missing for its reason.
  func gather(
    _ wanted: [Period], _ lane: Int, _ function: AggregateFunction, weights: Series? = nil
  ) -> (value: Double, reason: MissingReason) {
    var values: [Double] = []
    var weighing: [Double] = []
    for period in wanted {
      let cell = cell(lane, period)
      guard cell.reason == .known else { return cell }
      values.append(cell.value)
      guard let weights else { continue }
      let weight = weights.cell(lane, period)
      guard weight.reason == .known else { return weight }
      weighing.append(weight.value)
    }
    let value = function.collapse(values, weights: weights == nil ? nil : weighing, level: 0.5, type: 7)
    return value.map { ($0, .known) } ?? (0, .undefined)
  }
}
