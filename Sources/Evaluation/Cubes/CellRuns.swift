import Indicators

/// How the cells of two cubes meet in runs: along each, both go on cell by cell, or one of them stands still or is not there.
///
/// Cubes with the same axes meet in one run, a number meets a cube in one, and where there are samples those of a cell
/// make one.
struct CellRuns {
  /// Where one side of a run begins, −1 for a side that is not there, and how far it goes on from cell to cell: 0 or 1.
  struct Side {
    var start: Int
    var step: Int
  }

  /// A run within the innermost axes.
  private struct Piece {
    let offset: Int
    let count: Int
    let left: Side
    let right: Side
  }

  /// The axes of the result.
  let axes: [Axis]
  private let pieces: [Piece]
  /// How many cells the innermost axes have together.
  private let length: Int
  /// Where each side stands for each cell of the other axes.
  private let left: [Int]
  private let right: [Int]

  /// Aligns cubes that have `left` and `right` as axes.
  init(_ left: [Axis], _ right: [Axis]) {
    self.init(Alignment.axes(left, right), left: left, right: right)
  }

  /// Lets cubes that have `left` and `right` as axes meet in a result over `axes`, which include both.
  init(_ axes: [Axis], left: [Axis], right: [Axis]) {
    self.axes = axes
    let (lefts, rights) = (AxisSteps.along(axes, in: left), AxisSteps.along(axes, in: right))
    var (length, leftStep, rightStep) = (1, 0, 0)
    var outer = axes.count
    while outer > 0, let own = lefts[outer - 1].step, let other = rights[outer - 1].step {
      let isFirst = length == 1
      guard
        isFirst
          ? (0...1).contains(own) && (0...1).contains(other) : own == leftStep * length && other == rightStep * length
      else { break }
      if isFirst { (leftStep, rightStep) = (own, other) }
      length *= axes[outer - 1].labels.count
      outer -= 1
      if length == 0 { break }
    }
    if outer == axes.count, outer > 0 {
      outer -= 1
      length = axes[outer].labels.count
      pieces = CellRuns.pieces(lefts[outer].positions(length), rights[outer].positions(length))
    } else {
      pieces = [
        Piece(
          offset: 0, count: length, left: Side(start: 0, step: leftStep), right: Side(start: 0, step: rightStep))
      ]
    }
    self.length = length
    self.left = CellRuns.positions(axes[..<outer], lefts)
    self.right = CellRuns.positions(axes[..<outer], rights)
  }

  /// Parts the cells of one axis, at which the sides stand at `lefts` and `rights`, into runs.
  private static func pieces(_ lefts: [Int], _ rights: [Int]) -> [Piece] {
    func step(_ positions: [Int], _ place: Int) -> Int? {
      if positions[place] < 0 || positions[place + 1] < 0 { return positions[place] == positions[place + 1] ? 0 : nil }
      let step = positions[place + 1] - positions[place]
      return step == 0 || step == 1 ? step : nil
    }
    var pieces: [Piece] = []
    var start = 0
    while start < lefts.count {
      var end = start + 1
      var steps = (left: 0, right: 0)
      if end < lefts.count, let left = step(lefts, start), let right = step(rights, start) {
        steps = (left, right)
        while end < lefts.count, step(lefts, end - 1) == left, step(rights, end - 1) == right { end += 1 }
      }
      pieces.append(
        Piece(
          offset: start, count: end - start, left: Side(start: lefts[start], step: steps.left),
          right: Side(start: rights[start], step: steps.right)))
      start = end
    }
    return pieces
  }

  /// Returns where a side stands for each cell of `axes`, the first of all; −1 where it is not there.
  private static func positions(_ axes: ArraySlice<Axis>, _ steps: [AxisSteps]) -> [Int] {
    var positions = [0]
    for (axis, steps) in zip(axes, steps) {
      let own = steps.positions(axis.labels.count)
      var next: [Int] = []
      next.reserveCapacity(positions.count * own.count)
      for position in positions { for add in own { next.append(position < 0 || add < 0 ? -1 : position + add) } }
      positions = next
    }
    return positions
  }

  /// Calls `body` for each run with the offset of its first cell, how many it has, and its two sides.
  @inline(__always)
  func forEach(_ body: (_ offset: Int, _ count: Int, _ left: Side, _ right: Side) -> Void) {
    for outer in left.indices {
      let (first, second) = (left[outer], right[outer])
      for piece in pieces {
        body(
          outer * length + piece.offset, piece.count, piece.left.behind(first), piece.right.behind(second))
      }
    }
  }
}

extension CellRuns.Side {
  /// Returns the side that begins as far behind `position`.
  @inline(__always)
  fileprivate func behind(_ position: Int) -> CellRuns.Side {
    CellRuns.Side(start: position < 0 || start < 0 ? -1 : position + start, step: step)
  }
}

extension Row {
  /// Returns the part of the row that `side` of a run has; a cell that is not there where it has none.
  @inline(__always)
  func at(_ side: CellRuns.Side) -> Row { side.start < 0 ? .absent : from(side.start, step: side.step) }
}
