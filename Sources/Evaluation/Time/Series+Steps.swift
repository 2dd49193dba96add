import Indicators
import Semantics

/// Stepping through the periods, never over one that is not there.
extension Series {
  /// Returns, in each period, the value of the period that `source` gives.
  func shifted(_ source: (Period) -> Period) -> Cube {
    mapped(over: periods) { lane, period in cell(lane, source(period)) }
  }

  /// The values with a gap wherever a lane lacks a period between its beginning and its end.
  var own: Cube { shifted { $0 } }

  /// The value of the same period a year before, in each period.
  var yearBefore: Cube {
    shifted { $0.advanced(by: -$0.frequency.perYear) }
  }

  /// Returns, in each period, an aggregate of it and the periods before it, as many in all as `count` gives.
  func windowed(_ function: AggregateFunction, count: (Period) -> Int) -> Cube {
    mapped(over: periods) { lane, period in
      gather((0..<count(period)).reversed().map { period.advanced(by: -$0) }, lane, function)
    }
  }

  /// Returns each lane's value at `period`, without periods.
  func at(_ period: Period) -> Cube {
    guard cube.axisIndex(of: .period) != nil else { return cube }
    var cells = cube.slice(.period, at: .period(period))
    if cells.holds(.outsideData) {
      for lane in 0..<laneCount where cells.reasons[lane] == .outsideData {
        (cells.values[lane], cells.reasons[lane]) = cell(lane, period)
      }
    }
    return cells
  }

  /// Returns the yearly growth, as a share, that takes each lane's value at `first` to that at a later period of the same length in
  /// compound steps.
  func compoundShares(from first: Period, to last: Period) -> Cube {
    let years = Double(last.ordinal - first.ordinal) / Double(first.frequency.perYear)
    return at(last).compoundShares(over: at(first), years: years)
  }

  /// The first and last period in which any lane is known; nil where there are not two.
  var knownSpan: (first: Period, last: Period)? {
    let known = cube.knownPeriods
    guard let first = known.first, let last = known.last, first < last else { return nil }
    return (first, last)
  }

  /// Returns each single period of values that run from the beginning of the year.
  ///
  /// The first period of a year is itself, and no difference reaches into the year before. A period that was not
  /// printed alone takes the next one with it; values of whole years differ as they are.
  func singles() -> Cube {
    let parts = Set(periods.flatMap { period in (1...period.part).map { period.advanced(by: $0 - period.part) } })
    return mapped(over: parts.sorted()) { lane, period in
      let own = cell(lane, period)
      guard own.reason == .known else {
        return own.reason == .outsideData && goesOn(lane, after: period) ? (0, .gap) : own
      }
      if period.part == 1, period.frequency != .year { return own }
      let before = cell(lane, period.advanced(by: -1))
      if before.reason == .known { return (own.value - before.value, .known) }
      let isInYear = period.frequency != .year && before.reason == .outsideData
      return (0, isInYear ? .gap : before.reason)
    }
  }
}
