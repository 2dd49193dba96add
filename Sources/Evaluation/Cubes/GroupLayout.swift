import Indicators

/// How the cells of a cube fall into groups when some of its axes are collapsed: where each group begins, and how far apart
/// its cells lie.
struct GroupLayout {
  /// Axes that lie side by side in memory, taken as one.
  struct Run {
    /// How many cells there are along it.
    var count: Int
    /// How far apart two following ones are.
    var stride: Int
  }

  /// How many groups there are.
  let groupCount: Int
  /// How many cells each group has.
  let memberCount: Int
  /// The axes along which a group's cells lie, the slowest first.
  let collapsed: [Run]
  private let kept: [Run]
  private let axes: [(run: Run, isKept: Bool)]

  /// Lays out a cube with `axes`, of which the dimensions `collapsed` are collapsed.
  init(_ axes: [Axis], collapsing collapsed: [Dimension]) {
    var stride = 1
    var all: [(run: Run, isKept: Bool)] = []
    for axis in axes.reversed() {
      all.append((Run(count: axis.labels.count, stride: stride), !collapsed.contains(axis.dimension)))
      stride *= axis.labels.count
    }
    self.axes = all.reversed()
    kept = GroupLayout.joined(self.axes.filter(\.isKept).map(\.run))
    self.collapsed = GroupLayout.joined(self.axes.filter { !$0.isKept }.map(\.run))
    groupCount = kept.reduce(1) { $0 * $1.count }
    memberCount = self.collapsed.reduce(1) { $0 * $1.count }
  }

  /// Joins runs each of which goes on where the next ends.
  private static func joined(_ runs: [Run]) -> [Run] {
    var joined: [Run] = []
    for run in runs where run.count != 1 {
      if let last = joined.last, last.stride == run.stride * run.count {
        joined[joined.count - 1] = Run(count: last.count * run.count, stride: run.stride)
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  /// Whether the cells of each group lie one behind the other.
  var isContiguous: Bool { collapsed.isEmpty || collapsed.count == 1 && collapsed[0].stride == 1 }

  /// Returns the offset of the first cell of `group`.
  func start(of group: Int) -> Int {
    var (rest, offset) = (group, 0)
    for run in kept.reversed() {
      offset += rest % run.count * run.stride
      rest /= run.count
    }
    return offset
  }

  /// Returns the group of the cell at `offset`.
  func group(of offset: Int) -> Int {
    axes.reduce(0) { $1.isKept ? $0 * $1.run.count + offset / $1.run.stride % $1.run.count : $0 }
  }

  /// Calls `body` for the cells of `group` in order, run by run, with where each begins and how it goes on.
  @inline(__always)
  func forEachRun(of group: Int, _ body: (_ start: Int, _ run: Run) -> Void) {
    let start = start(of: group)
    if memberCount == 0 { return }
    guard let inner = collapsed.last else { return body(start, Run(count: 1, stride: 1)) }
    let outer = collapsed.dropLast()
    for index in 0..<outer.reduce(1, { $0 * $1.count }) {
      var (rest, offset) = (index, start)
      for run in outer.reversed() {
        offset += rest % run.count * run.stride
        rest /= run.count
      }
      body(offset, inner)
    }
  }

  /// How many groups from `group` on lie side by side, cell by cell.
  func neighbours(of group: Int) -> Int {
    guard let run = kept.last, run.stride == 1 else { return 1 }
    return run.count - group % run.count
  }
}
