import Indicators

/// The lanes of a cube: its cells without the period, numbered like the cells of a cube over the other axes.
struct LaneShape {
  private let axes: [Axis]
  private let strides: [Int]
  /// How many lanes there are.
  let count: Int

  /// Creates the lanes over `axes`, none of which is the period.
  init(_ axes: [Axis]) {
    self.axes = axes
    var strides: [Int] = []
    var stride = 1
    for axis in axes.reversed() {
      strides.append(stride)
      stride *= axis.labels.count
    }
    self.strides = strides.reversed()
    count = stride
  }

  /// Returns for each lane whether it is at `members`; nil for no members, which are all lanes.
  func lanes(at members: [(dimension: Dimension, name: String)], _ names: NameTable) -> [Bool]? {
    if members.isEmpty { return nil }
    var result = Array(repeating: true, count: count)
    for (dimension, name) in members {
      guard let (axis, index) = place(of: dimension, name, names) else { return Array(repeating: false, count: count) }
      for lane in result.indices where lane / strides[axis] % axes[axis].labels.count != index { result[lane] = false }
    }
    return result
  }

  /// Returns the lane that is like `lane`, but at the member `guide`; nil where there is no such member.
  func lane(like lane: Int, at guide: (dimension: Dimension, name: String), _ names: NameTable) -> Int? {
    guard let (axis, index) = place(of: guide.dimension, guide.name, names) else { return nil }
    let own = lane / strides[axis] % axes[axis].labels.count
    return lane + (index - own) * strides[axis]
  }

  private func place(of dimension: Dimension, _ name: String, _ names: NameTable) -> (axis: Int, index: Int)? {
    guard let axis = axes.firstIndex(where: { $0.dimension == dimension }), let member = names.find(name),
      let index = axes[axis].labels.firstIndex(of: .member(member))
    else { return nil }
    return (axis, index)
  }
}
