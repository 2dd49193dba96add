import Indicators
import Semantics

/// Straight lines through the known values of each lane, by least squares.
extension Series {
  /// The fewest known values through which a line is drawn.
  static let fewestPoints = 3

  /// Returns by how much each lane's line rises in a year.
  func slope(over span: (first: Period, last: Period)) -> Cube {
    let fitting = LaneFitting(self, span)
    var result = Cube(axes: lanes, missing: .undefined)
    for lane in 0..<laneCount {
      let fit = fitting.fit(lane)
      result.values[lane] = (fit.line?.slope ?? 0) * Double(span.first.frequency.perYear)
      result.reasons[lane] = fit.line == nil ? fit.reason : .known
    }
    return result
  }

  /// Returns the height of each lane's line in every period from its first known value in the span to its last, or only in
  /// the period `only`.
  func trend(over span: (first: Period, last: Period), only: Period? = nil) -> Cube {
    let fitting = LaneFitting(self, span)
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
      return (line.value(at: Double(period.ordinal)), .known)
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

/// Fits lines to the lanes of a series in one span, by one preparation where the series has all of its periods.
private struct LaneFitting {
  /// A lane's line, or why there is none, and the first and last period that it knows.
  struct Fit {
    var line: StraightLine?
    var reason = MissingReason.undefined
    var known: (first: Period, last: Period)?
  }

  private let series: Series
  private let span: (first: Period, last: Period)
  /// The lines of all lanes; empty where they are looked for one by one.
  private var fits: [Fit] = []

  init(_ series: Series, _ span: (first: Period, last: Period)) {
    self.series = series
    self.span = span
    guard series.inner == 1, let through = LineSpan(span.first, span.last, among: series.periods, origin: 0),
      through.count >= Series.fewestPoints
    else { return }
    var fits: [Fit] = []
    fits.reserveCapacity(series.laneCount)
    let count = series.periods.count
    series.cube.withRow { cells in
      through.forEachLine(cells, stride: count, lanes: series.laneCount) { lane, line, isWhole in
        if isWhole, let line {
          fits.append(Fit(line: line, known: span))
        } else {
          fits.append(fit(lane, line, through.known(in: cells.from(lane * count, step: 1))))
        }
      }
    }
    self.fits = fits
  }

  /// Returns the line nearest to a lane's known values in the span, or why there is none.
  func fit(_ lane: Int) -> Fit { fits.isEmpty ? fit(lane, knownPeriods: series.knownPeriods(lane, span)) : fits[lane] }

  /// Returns the fit of a lane that knows the periods `known`, counted from the span's first, and has `line` through them, unless
  /// numbers are too large.
  private func fit(_ lane: Int, _ line: StraightLine?, _ known: (first: Int, last: Int, count: Int)?) -> Fit {
    guard let line, let known, known.count >= Series.fewestPoints else {
      return fit(lane, knownPeriods: series.knownPeriods(lane, span))
    }
    return Fit(line: line, known: (span.first.advanced(by: known.first), span.first.advanced(by: known.last)))
  }

  private func fit(_ lane: Int, knownPeriods known: [Period]) -> Fit {
    guard let first = known.first, let last = known.last else {
      return Fit(reason: series.cell(lane, span.first).reason)
    }
    guard known.count >= Series.fewestPoints else { return Fit(reason: .coverage, known: (first, last)) }
    let line = Kernels.line(x: known.map { Double($0.ordinal) }, y: known.map { series.cell(lane, $0).value })
    return Fit(line: line, known: (first, last))
  }
}

extension Period {
  /// Returns all periods of this length from this one to `last`.
  func through(_ last: Period) -> [Period] {
    guard frequency == last.frequency, self <= last else { return [] }
    return (0...Int(last.ordinal - ordinal)).map { advanced(by: $0) }
  }
}
