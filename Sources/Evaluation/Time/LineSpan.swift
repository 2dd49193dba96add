import Indicators

/// Periods through whose values lines are drawn in many lanes, those that know all of them.
struct LineSpan {
  private let places: Range<Int>
  private let through: LineThrough

  /// Prepares for lines from `first` to `last`, whose ordinals count from `origin`; nil where `periods` do not hold all of
  /// these one behind the other.
  init?(_ first: Period, _ last: Period, among periods: [Period], origin: Int32) {
    let all = first.through(last)
    guard let start = periods.firstIndex(of: first), start + all.count <= periods.count,
      periods[start..<start + all.count].elementsEqual(all),
      let through = LineThrough(x: all.map { Double($0.ordinal - origin) })
    else { return nil }
    places = start..<start + all.count
    self.through = through
  }

  /// How many periods there are.
  var count: Int { places.count }

  /// Calls `take` with the line through the cells of each of `lanes` lanes, the first of which begins at `row` and the others
  /// `stride` apart; nil where any of a lane's cells is missing.
  @inline(__always)
  func forEachLine(
    _ row: Row, stride: Int, lanes: Int, _ take: (_ lane: Int, _ line: StraightLine?) -> Void
  ) {
    let cells = row.from(places.lowerBound, step: 1)
    through.forEachLine(cells.values, stride: stride, lanes: lanes) { lane, line in
      take(lane, cells.from(lane * stride, step: 1).isKnown(places.count) ? line : nil)
    }
  }

  /// Returns the line through the cells of `lane`; nil where any is missing.
  func line(_ lane: Row) -> StraightLine? {
    let cells = lane.from(places.lowerBound, step: 1)
    return cells.isKnown(places.count) ? through.line(cells.values) : nil
  }
}
