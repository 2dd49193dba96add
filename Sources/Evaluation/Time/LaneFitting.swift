import Indicators
import Semantics

/// Fits lines to the lanes of a series in one span, by one preparation where the series has all of its periods.
struct LaneFitting {
  /// A lane's line, whose periods are counted from the span's first, or why there is none, and the first and last period that
  /// the lane knows.
  struct Fit {
    var line: StraightLine?
    var reason = MissingReason.undefined
    var known: (first: Period, last: Period)?
  }

  private let series: Series
  private let span: (first: Period, last: Period)
  /// The lines of all lanes; nil where they are looked for one by one.
  private let lines: LaneLines?

  /// Prepares for `series`, on which there may be `findings`.
  init(_ series: Series, _ span: (first: Period, last: Period), _ findings: LaneFindings?) {
    (self.series, self.span) = (series, span)
    func draw() -> LaneLines? {
      guard series.inner == 1, let through = LineSpan(span.first, span.last, among: series.periods) else { return nil }
      return LaneLines(through, series.cube, lanes: series.laneCount)
    }
    lines =
      findings.map { $0.lines(LaneFindings.Span(first: span.first, last: span.last), draw) } ?? draw()
  }

  /// Whether every lane knows all periods of the span, and has a line.
  var isWhole: Bool {
    guard let lines, lines.isWhole, lines.span.count >= Series.fewestPoints else { return false }
    return (0..<series.laneCount).allSatisfy { lines[$0] != nil }
  }

  /// Returns the heights of the lines in `periods`, where every lane has one.
  func heights(over periods: [Period]) -> Cube {
    let distances = periods.map { Double($0.ordinal - span.first.ordinal) }
    return Cube(axes: series.axes(over: periods)) { row in
      lines?.withLines { lines in
        for lane in lines.indices {
          for (place, distance) in distances.enumerated() {
            row.set(lane * distances.count + place, (lines[lane].value(at: distance), .known))
          }
        }
      }
    }
  }

  /// Returns the line nearest to a lane's known values in the span, or why there is none.
  func fit(_ lane: Int) -> Fit {
    if let lines, let line = lines[lane], lines.span.count >= Series.fewestPoints {
      if lines.isWhole { return Fit(line: line, known: span) }
      let known = series.cube.withRow { lines.span.known(in: $0.from(lane * series.periods.count, step: 1)) }
      if let known, known.count >= Series.fewestPoints {
        return Fit(line: line, known: (span.first.advanced(by: known.first), span.first.advanced(by: known.last)))
      }
    }
    return fit(lane, knownPeriods: series.knownPeriods(lane, span))
  }

  private func fit(_ lane: Int, knownPeriods known: [Period]) -> Fit {
    guard let first = known.first, let last = known.last else {
      return Fit(reason: series.cell(lane, span.first).reason)
    }
    guard known.count >= Series.fewestPoints else { return Fit(reason: .coverage, known: (first, last)) }
    let line = Kernels.line(
      x: known.map { Double($0.ordinal - span.first.ordinal) }, y: known.map { series.cell(lane, $0).value })
    return Fit(line: line, known: (first, last))
  }
}
