import Indicators

/// Periods through whose values lines are drawn in many lanes, at once for many lanes.
struct LineSpan: Sendable {
  private let places: Range<Int>
  private let through: LineThrough

  /// Prepares for lines from `first`, from which periods are counted, to `last`; nil where `periods` do not hold all of these one
  /// behind the other.
  init?(_ first: Period, _ last: Period, among periods: [Period]) {
    let all = first.through(last)
    guard let start = periods.firstIndex(of: first), start + all.count <= periods.count,
      periods[start..<start + all.count].elementsEqual(all),
      let through = LineThrough(x: all.map { Double($0.ordinal - first.ordinal) })
    else { return nil }
    places = start..<start + all.count
    self.through = through
  }

  /// How many periods there are.
  var count: Int { places.count }

  /// Calls `take` with the line through the known cells of each of `lanes` lanes, the first of which begins at `row` and the others
  /// `stride` apart, and whether all of the lane's cells are known; nil for a lane with fewer than two, or with numbers that are
  /// too large.
  @inline(__always)
  func forEachLine(
    _ row: Row, stride: Int, lanes: Int, _ take: (_ lane: Int, _ line: StraightLine?, _ isWhole: Bool) -> Void
  ) {
    let cells = row.from(places.lowerBound, step: 1)
    through.forEachLine(cells.values, stride: stride, lanes: lanes) { lane, line in
      let own = cells.from(lane * stride, step: 1)
      if own.isKnown(places.count) {
        take(lane, line, true)
      } else {
        take(lane, through.line(own.values) { own.reasons[$0].isKnown }, false)
      }
    }
  }

  /// Returns the line through the known cells of `lane`; nil for fewer than two, and for numbers that are too large.
  func line(_ lane: Row) -> StraightLine? {
    let cells = lane.from(places.lowerBound, step: 1)
    return cells.isKnown(places.count)
      ? through.line(cells.values) : through.line(cells.values) { cells.reasons[$0].isKnown }
  }

  /// Returns the first and the last of the span's periods that `lane` knows, counted from the span's first, and how many it knows;
  /// nil where it knows none.
  func known(in lane: Row) -> (first: Int, last: Int, count: Int)? {
    let cells = lane.from(places.lowerBound, step: 1)
    var (first, last, count) = (-1, -1, 0)
    for place in 0..<places.count where cells.reasons[place].isKnown {
      if first < 0 { first = place }
      last = place
      count += 1
    }
    return count > 0 ? (first, last, count) : nil
  }
}
