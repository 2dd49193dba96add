import Glibc
import Indicators
import Semantics

/// Paths that are fitted to the observations of a lane.
extension Overlay {
  /// Returns the value at `period` of the least-squares line through the root's known values from `first` to `last`.
  ///
  /// At least two values are needed; through their logarithms, all must be positive.
  func trend(_ lane: Int, _ first: Period, _ last: Period, isLog: Bool, at period: Period) -> PathWalk.Value {
    var points: [(x: Double, y: Double)] = []
    for (observed, value) in observations(of: lane, first, last) {
      if isLog, value <= 0 { return (0, .nonPositiveBase) }
      points.append((Double(observed.ordinal - first.ordinal), isLog ? log(value) : value))
    }
    guard let line = Kernels.line(x: points.map(\.x), y: points.map(\.y)) else { return (0, .outsideData) }
    let fitted = line.intercept + line.slope * Double(period.ordinal - first.ordinal)
    let value = isLog ? exp(fitted) : fitted
    return value.isFinite ? (value, .known) : (0, .undefined)
  }

  /// Returns the root's known values of a lane from `first` to `last`.
  private func observations(of lane: Int, _ first: Period, _ last: Period) -> [(period: Period, value: Double)] {
    periods.indices.compactMap { place in
      let offset = lane * periods.count + place
      guard first <= periods[place], periods[place] <= last, let value = root[offset] else { return nil }
      return (periods[place], value)
    }
  }

  /// Returns the compound yearly growth between the root's values at `first` and `last`, as a share.
  func growth(_ lane: Int, _ first: Period, _ last: Period) -> PathWalk.Value {
    let observed = observations(of: lane, first, last)
    guard let start = observed.first, let end = observed.last, start.period == first, end.period == last else {
      return (0, .outsideData)
    }
    let years = Double(last.ordinal - first.ordinal) / Double(first.frequency.perYear)
    return Kernels.compoundGrowth(from: start.value, to: end.value, periods: years).map { ($0, .known) }
      ?? (0, start.value > 0 ? .undefined : .nonPositiveBase)
  }
}
