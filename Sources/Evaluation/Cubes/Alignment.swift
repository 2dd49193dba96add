import Indicators

/// How the cells of two cubes meet: by dimension name and label, with what only one of them has broadcast.
///
/// The result spans the union of the labels; a cell that one side lacks has position −1 there.
struct Alignment {
  /// The axes of the result: those of the left, then those that only the right has, then the period, then the samples.
  let axes: [Axis]
  /// The position in the left cube of each cell; nil where the cells stand one to one.
  let left: [Int32]?
  /// The position in the right cube of each cell; nil where the cells stand one to one.
  let right: [Int32]?

  /// Aligns cubes that have `left` and `right` as axes.
  init(_ left: [Axis], _ right: [Axis]) {
    let axes = Alignment.axes(left, right)
    self.axes = axes
    self.left = axes == left ? nil : Alignment.positions(of: left, in: axes)
    self.right = axes == right ? nil : Alignment.positions(of: right, in: axes)
  }

  /// Returns the axes of what comes of cubes that have `left` and `right`.
  static func axes(_ left: [Axis], _ right: [Axis]) -> [Axis] {
    if left == right { return left }
    var axes: [Axis] = []
    for axis in left {
      let other = right.first { $0.dimension == axis.dimension }
      axes.append(other.map { Alignment.union(axis, $0) } ?? axis)
    }
    axes += right.filter { axis in !left.contains { $0.dimension == axis.dimension } }
    for dimension in [Dimension.period, .sample] {
      guard let position = axes.firstIndex(where: { $0.dimension == dimension }), position < axes.count - 1 else {
        continue
      }
      axes.append(axes.remove(at: position))
    }
    return axes
  }

  /// Returns an axis with the labels of both: periods ascending, members as they first appear.
  private static func union(_ first: Axis, _ second: Axis) -> Axis {
    if first.labels == second.labels { return first }
    let known = Set(first.labels)
    let added = second.labels.filter { !known.contains($0) }
    if added.isEmpty { return first }
    let labels = first.labels + added
    return Axis(first.dimension, first.dimension == .period ? labels.sorted(by: periodOrder) : labels)
  }

  private static func periodOrder(_ first: Label, _ second: Label) -> Bool {
    guard case .period(let first) = first, case .period(let second) = second else { return false }
    return first < second
  }

  /// Returns, for each cell of `axes`, its position in a cube with the axes `inner`, or −1.
  static func positions(of inner: [Axis], in axes: [Axis]) -> [Int32] {
    var strides: [Dimension: Int] = [:]
    var stride = 1
    for axis in inner.reversed() {
      strides[axis.dimension] = stride
      stride *= axis.labels.count
    }
    // For each axis of the result, what each of its labels adds to the position; −1 for a label that is not there.
    let steps: [[Int32]] = axes.map { axis in
      guard let own = inner.first(where: { $0.dimension == axis.dimension }), let stride = strides[axis.dimension]
      else {
        return Array(repeating: 0, count: axis.labels.count)
      }
      if own.labels == axis.labels { return own.labels.indices.map { Int32($0 * stride) } }
      let index = Dictionary(uniqueKeysWithValues: own.labels.enumerated().map { ($1, $0) })
      return axis.labels.map { label in index[label].map { Int32($0 * stride) } ?? -1 }
    }
    var positions: [Int32] = [0]
    for step in steps {
      var next: [Int32] = []
      next.reserveCapacity(positions.count * step.count)
      for position in positions {
        for add in step { next.append(position < 0 || add < 0 ? -1 : position + add) }
      }
      positions = next
    }
    return positions
  }
}

extension Alignment {
  /// The most cells that a result may have.
  static let mostCells = 1 << 27

  /// Returns how many cells the result of aligning cubes with these axes has at most.
  static func greatestCount(_ left: [Axis], _ right: [Axis]) -> Int {
    var count = 1
    for axis in left {
      let other = right.first { $0.dimension == axis.dimension }
      let isSame = other.map { $0.labels == axis.labels } ?? true
      let labels = axis.labels.count + (isSame ? 0 : other?.labels.count ?? 0)
      count = count.multipliedReportingOverflow(by: labels).overflow ? .max : count * labels
    }
    for axis in right where !left.contains(where: { $0.dimension == axis.dimension }) {
      let labels = axis.labels.count
      count = count.multipliedReportingOverflow(by: labels).overflow ? .max : count * labels
    }
    return count
  }
}

extension Cube {
  /// What stands for a result that would be larger than the limit.
  static let tooLarge = Cube(axes: [], missing: .tooLarge)

  /// Whether the cube stands for a result that would be larger than the limit.
  var isTooLarge: Bool { axes.isEmpty && reasons[0] == .tooLarge }

  /// Returns the cube spread over `axes`, which include its own; a label that it lacks is outside the data.
  func spread(over axes: [Axis]) -> Cube {
    if axes == self.axes { return self }
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return .tooLarge }
    var result = Cube(axes: axes, missing: .outsideData)
    let runs = CellRuns(axes, left: axes, right: self.axes)
    withRow { own in
      result.withMutableRow { cells in
        runs.forEach { offset, count, _, side in
          if side.start >= 0 { cells.from(offset, step: 1).copy(own.at(side), count) }
        }
      }
    }
    return result
  }
}

extension [Axis] {
  /// How many cells a cube over the axes has.
  var cellCount: Int { reduce(1) { $0 * $1.labels.count } }
}
