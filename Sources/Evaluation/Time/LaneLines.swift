import Indicators

/// The lines through the known values of many lanes in one span, whose periods are counted from its first.
struct LaneLines: Sendable {
  /// The periods.
  let span: LineSpan
  /// Whether every lane knows all of the periods.
  let isWhole: Bool
  private let lines: [StraightLine]

  /// Draws the lines through `cube`, in which the lanes lie one behind the other.
  init(_ span: LineSpan, _ cube: Cube, lanes: Int) {
    let stride = lanes > 0 ? cube.count / lanes : 0
    var isWhole = true
    lines = [StraightLine](unsafeUninitializedCapacity: lanes) { lines, count in
      cube.withRow { cells in
        span.forEachLine(cells, stride: stride, lanes: lanes) { lane, line, isLaneWhole in
          lines.initializeElement(at: lane, to: line ?? .none)
          isWhole = isWhole && isLaneWhole
        }
      }
      count = lanes
    }
    (self.span, self.isWhole) = (span, isWhole)
  }

  /// The line of `lane`; nil where it knows fewer than two periods, or numbers are too large.
  subscript(lane: Int) -> StraightLine? { lines[lane].slope.isNaN ? nil : lines[lane] }

  /// Calls `body` with the lines of all lanes; the slope of one that there is not is no number.
  @inline(__always)
  func withLines(_ body: (UnsafeBufferPointer<StraightLine>) -> Void) { lines.withUnsafeBufferPointer(body) }
}

extension StraightLine {
  /// What stands for a line that there is not.
  fileprivate static let none = StraightLine(slope: .nan, intercept: .nan, center: .nan, height: .nan)
}
