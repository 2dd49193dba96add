import Indicators
import Source

extension Cube {
  /// Creates a cube over `axes`, the first of which has a label for each of `cubes`, which have all the others; `workers` share
  /// the copying.
  init(stacking cubes: [Cube], over axes: [Axis], _ workers: Workers = Workers()) {
    let length = cubes.first?.count ?? 0
    self.init(axes: axes) { cells in
      let cells = SharedRow(row: cells)
      workers.share(0..<cubes.count) { part, _ in
        cubes[part].withRow { cells.row.from(part * length, step: 1).copy($0, length) }
      }
    }
  }
}

/// A row that workers read or write, each its own cells.
struct SharedRow: @unchecked Sendable {
  let row: Row
}
