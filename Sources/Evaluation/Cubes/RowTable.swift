import Indicators

/// Rows of cells of one width, in memory of their own.
final class RowTable {
  /// How many cells a row has: those of all samples, or one that stands for all.
  let width: Int
  private let all: Row
  private let count: Int

  /// Creates `rows` rows of cells outside the data.
  init(rows: Int, width: Int) {
    self.width = width
    count = rows * width
    all = Row(values: .allocate(capacity: count), reasons: .allocate(capacity: count), step: 1)
    all.values.initialize(repeating: 0, count: count)
    all.reasons.initialize(repeating: .outsideData, count: count)
  }

  /// Creates the rows of `cube` spread over `axes`, which include its own without that of samples.
  convenience init(_ cube: Cube, over axes: [Axis]) {
    let width = cube.axes.last.map { $0.dimension == .sample ? $0.labels.count : 1 } ?? 1
    let own = cube.axes.filter { $0.dimension != .sample }
    self.init(rows: axes.reduce(1) { $0 * $1.labels.count }, width: width)
    cube.withRow { cells in
      if own == axes { return all.copy(cells, count) }
      CellRuns(axes, left: axes, right: own).forEach { row, rows, _, side in
        guard side.start >= 0 else { return }
        if width == 1 {
          all.from(row, step: 1).copy(cells.at(side), rows)
        } else if side.step == 1 {
          all.from(row * width, step: 1).copy(cells.from(side.start * width, step: 1), rows * width)
        } else {
          for place in 0..<rows {
            all.from((row + place) * width, step: 1).copy(cells.from(side.start * width, step: 1), width)
          }
        }
      }
    }
  }

  deinit {
    all.values.deallocate()
    all.reasons.deallocate()
  }

  /// The row at `index`.
  @inline(__always)
  subscript(index: Int) -> Row { all.from(index * width, step: width == 1 ? 0 : 1) }

  /// The cells from row `index` on as one row, where rows have one cell.
  func run(_ index: Int) -> Row { all.from(index * width, step: 1) }

  /// Returns the rows as a cube over `axes` and, where they are wider than one, those of `samples`.
  func cube(over axes: [Axis], _ samples: Axis?) -> Cube {
    let axes = axes + (samples.map { [$0] } ?? [])
    return Cube(
      axes: axes, values: Array(UnsafeBufferPointer(start: all.values, count: count)),
      reasons: Array(UnsafeBufferPointer(start: all.reasons, count: count)))
  }
}
