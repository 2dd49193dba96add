import Indicators

/// How the cells of two cubes meet in runs: along each, both go on cell by cell or one of them stands still.
///
/// Cubes with the same axes meet in one run, a number meets a cube in one, and where there are samples those of a cell
/// make one.
struct CellRuns {
  /// The axes of the result.
  let axes: [Axis]
  /// How many cells each run has.
  let length: Int
  /// How many runs there are.
  let count: Int
  /// How far each side goes on from cell to cell: 0 or 1.
  let leftStep: Int
  let rightStep: Int
  private let left: [Int32]?
  private let right: [Int32]?

  /// Aligns cubes that have `left` and `right` as axes.
  init(_ left: [Axis], _ right: [Axis]) {
    if left == right || left.isEmpty || right.isEmpty {
      axes = left.isEmpty ? right : left
      length = axes.reduce(1) { $0 * $1.labels.count }
      count = 1
      (leftStep, rightStep) = (left.isEmpty && !right.isEmpty ? 0 : 1, right.isEmpty && !left.isEmpty ? 0 : 1)
      (self.left, self.right) = (nil, nil)
      return
    }
    let samples = (left.last?.samples, right.last?.samples)
    if let both = samples.0 ?? samples.1, samples.0 == nil || samples.1 == nil || samples.0 == samples.1 {
      let outer = Alignment(samples.0 == nil ? left : left.dropLast(), samples.1 == nil ? right : right.dropLast())
      axes = outer.axes + [both]
      length = both.labels.count
      (leftStep, rightStep) = (samples.0 == nil ? 0 : 1, samples.1 == nil ? 0 : 1)
      count = outer.axes.reduce(1) { $0 * $1.labels.count }
      (self.left, self.right) = (outer.left, outer.right)
    } else {
      let cells = Alignment(left, right)
      axes = cells.axes
      (length, leftStep, rightStep) = (1, 1, 1)
      count = axes.reduce(1) { $0 * $1.labels.count }
      (self.left, self.right) = (cells.left, cells.right)
    }
  }

  /// Returns where the left side of a run begins; nil where that side lacks it.
  @inline(__always)
  func leftStart(_ run: Int) -> Int? { start(run, left, leftStep) }

  /// Returns where the right side of a run begins; nil where that side lacks it.
  @inline(__always)
  func rightStart(_ run: Int) -> Int? { start(run, right, rightStep) }

  @inline(__always)
  private func start(_ run: Int, _ positions: [Int32]?, _ step: Int) -> Int? {
    let position = positions.map { Int($0[run]) } ?? run
    return position < 0 ? nil : step == 0 ? position : position * length
  }
}

extension Axis {
  /// The axis itself where it is that of samples.
  fileprivate var samples: Axis? { dimension == .sample ? self : nil }
}
