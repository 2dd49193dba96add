import Indicators

/// How the position in a cube changes along one axis of another cube.
enum AxisSteps {
  /// By the same from each label to the next, beginning at 0.
  case uniform(Int)
  /// To the position given for each label; −1 where the cube lacks it.
  case each([Int])

  /// Returns how the position in a cube with the axes `inner` changes along each of `axes`.
  static func along(_ axes: [Axis], in inner: [Axis]) -> [AxisSteps] {
    var strides: [Dimension: Int] = [:]
    var stride = 1
    for axis in inner.reversed() {
      strides[axis.dimension] = stride
      stride *= axis.labels.count
    }
    return axes.map { axis in
      guard let own = inner.first(where: { $0.dimension == axis.dimension }), let stride = strides[axis.dimension]
      else {
        return .uniform(0)
      }
      if own.labels == axis.labels { return .uniform(stride) }
      let index = Dictionary(uniqueKeysWithValues: own.labels.enumerated().map { ($1, $0) })
      return .each(axis.labels.map { label in index[label].map { $0 * stride } ?? -1 })
    }
  }

  /// The step, where it is the same all along.
  var step: Int? { if case .uniform(let step) = self { step } else { nil } }

  /// Returns the position for each of `count` labels.
  func positions(_ count: Int) -> [Int] {
    switch self {
    case .uniform(let step): (0..<count).map { $0 * step }
    case .each(let positions): positions
    }
  }
}
