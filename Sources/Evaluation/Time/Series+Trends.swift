import Indicators
import Semantics

/// Straight lines through the known values of each lane, by least squares.
extension Series {
  /// The fewest known values through which a line is drawn.
  static let fewestPoints = 3

  /// Returns by how much each lane's line rises in a year; `findings` are those on the series.
  func slope(over span: (first: Period, last: Period), _ findings: LaneFindings?) -> Cube {
    let fitting = LaneFitting(self, span, findings)
    let perYear = Double(span.first.frequency.perYear)
    return Cube(axes: lanes) { row in
      for lane in 0..<laneCount {
        let fit = fitting.fit(lane)
        row.set(lane, fit.line.map { ($0.slope * perYear, .known) } ?? (0, fit.reason))
      }
    }
  }

  /// Returns the height of each lane's line in every period from its first known value in the span to its last, or only in
  /// the period `only`; `findings` are those on the series.
  func trend(over span: (first: Period, last: Period), only: Period? = nil, _ findings: LaneFindings?) -> Cube {
    let fitting = LaneFitting(self, span, findings)
    if fitting.isWhole { return fitting.heights(over: span.first.through(span.last).filter { only ?? $0 == $0 }) }
    let fits = (0..<laneCount).map { fitting.fit($0) }
    let (begin, end) = (fits.compactMap(\.known?.first).min(), fits.compactMap(\.known?.last).max())
    guard let begin, let end else {
      let wanted = only.map { only in periods.filter { $0 == only } } ?? periods
      return mapped(over: wanted) { lane, _ in (0, fits[lane].reason) }
    }
    let all = begin.through(end)
    return mapped(over: only.map { only in all.filter { $0 == only } } ?? all) { lane, period in
      guard let line = fits[lane].line, let known = fits[lane].known else { return (0, fits[lane].reason) }
      guard known.first.ordinal <= period.ordinal, period.ordinal <= known.last.ordinal else {
        return (0, .outsideData)
      }
      return (line.value(at: Double(period.ordinal - span.first.ordinal)), .known)
    }
  }

  /// Returns in how many periods of a span each lane is known.
  func knownCounts(_ span: (first: Period, last: Period)) -> [Int] {
    let places = periods.indices.filter { place in
      periods[place].frequency == span.first.frequency && span.first <= periods[place] && periods[place] <= span.last
    }
    return (0..<laneCount).map { lane in
      places.reduce(0) { $0 + (cube.reasons[offset(lane, $1)].isKnown ? 1 : 0) }
    }
  }

  /// Returns the periods of a span in which a lane is known.
  func knownPeriods(_ lane: Int, _ span: (first: Period, last: Period)) -> [Period] {
    periods.filter { period in
      period.frequency == span.first.frequency && span.first <= period && period <= span.last
        && cell(lane, period).reason == .known
    }
  }
}

extension Period {
  /// Returns all periods of this length from this one to `last`.
  func through(_ last: Period) -> [Period] {
    guard frequency == last.frequency, self <= last else { return [] }
    return (0...Int(last.ordinal - ordinal)).map { advanced(by: $0) }
  }
}
