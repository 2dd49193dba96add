import Indicators
import Semantics

/// Straight lines through the known values of each lane, by least squares.
extension Series {
  /// The fewest known values through which a line is drawn.
  static let fewestPoints = 3

  /// Returns by how much each lane's line rises in a year.
  func slope(over span: (first: Period, last: Period)) -> Cube {
    let lines = (0..<laneCount).map { line($0, span) }
    return Cube(
      axes: lanes, values: lines.map { ($0.line?.slope ?? 0) * Double(span.first.frequency.perYear) },
      reasons: lines.map { $0.line == nil ? $0.reason : .known })
  }

  /// Returns the height of each lane's line in every period from its first known value in the span to its last.
  func trend(over span: (first: Period, last: Period)) -> Cube {
    let lines = (0..<laneCount).map { line($0, span) }
    let known = (0..<laneCount).map { knownPeriods($0, span) }
    let all = known.flatMap { $0 }
    guard let begin = all.min(), let end = all.max() else {
      return mapped(over: periods) { lane, _ in (0, lines[lane].reason) }
    }
    return mapped(over: begin.through(end)) { lane, period in
      guard let line = lines[lane].line else { return (0, lines[lane].reason) }
      guard let first = known[lane].first, let last = known[lane].last, first <= period, period <= last else {
        return (0, .outsideData)
      }
      return (line.value(at: Double(period.ordinal)), .known)
    }
  }

  /// Returns the periods of a span in which a lane is known.
  func knownPeriods(_ lane: Int, _ span: (first: Period, last: Period)) -> [Period] {
    periods.filter { period in
      period.frequency == span.first.frequency && span.first <= period && period <= span.last
        && cell(lane, period).reason == .known
    }
  }

  /// Returns the line nearest to a lane's known values in a span, or why there is none.
  private func line(
    _ lane: Int, _ span: (first: Period, last: Period)
  ) -> (line: StraightLine?, reason: MissingReason) {
    let known = knownPeriods(lane, span)
    guard known.count >= Self.fewestPoints else {
      return (nil, known.isEmpty ? cell(lane, span.first).reason : .coverage)
    }
    let line = Kernels.line(x: known.map { Double($0.ordinal) }, y: known.map { cell(lane, $0).value })
    return (line, .undefined)
  }
}

extension Period {
  /// Returns all periods of this length from this one to `last`.
  func through(_ last: Period) -> [Period] {
    guard frequency == last.frequency, self <= last else { return [] }
    return (0...Int(last.ordinal - ordinal)).map { advanced(by: $0) }
  }
}
