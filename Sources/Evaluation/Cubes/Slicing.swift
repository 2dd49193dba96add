import Indicators

extension Cube {
  /// Returns the cells at `label` of `dimension`, without that dimension; a cube that lacks it is returned whole.
  func slice(_ dimension: Dimension, at label: Label) -> Cube {
    guard let position = axisIndex(of: dimension) else { return self }
    var rest = axes
    let axis = rest.remove(at: position)
    guard let index = axis.labels.firstIndex(of: label) else { return Cube(axes: rest, missing: .outsideData) }
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    let outer = axes[..<position].reduce(1) { $0 * $1.labels.count }
    var values: [Double] = []
    var reasons: [MissingReason] = []
    for block in 0..<outer {
      let start = (block * axis.labels.count + index) * inner
      values += self.values[start..<start + inner]
      reasons += self.reasons[start..<start + inner]
    }
    return Cube(axes: rest, values: values, reasons: reasons)
  }

  /// Returns the cells at the labels of `dimension` that `isKept` accepts.
  func filtered(_ dimension: Dimension, _ isKept: (Label) -> Bool) -> Cube {
    guard let position = axisIndex(of: dimension) else { return self }
    var axes = axes
    axes[position] = Axis(dimension, axes[position].labels.filter(isKept))
    return spread(overPartOf: axes)
  }

  /// Returns the cells at `axes`, whose labels are among the cube's own.
  private func spread(overPartOf axes: [Axis]) -> Cube {
    let positions = Alignment.positions(of: self.axes, in: axes)
    return Cube(
      axes: axes, values: positions.map { values[Int($0)] }, reasons: positions.map { reasons[Int($0)] })
  }

  /// Returns the offset of the cell at `point`, which names a label for each of the cube's dimensions, or nil.
  package func offset(at point: [Dimension: Label]) -> Int? {
    var offset = 0
    for axis in axes {
      guard let label = point[axis.dimension], let index = axis.labels.firstIndex(of: label) else { return nil }
      offset = offset * axis.labels.count + index
    }
    return offset
  }

  /// The periods of the cube, ascending; empty where it has none.
  package var periods: [Period] {
    guard let position = axisIndex(of: .period) else { return [] }
    return axes[position].labels.compactMap { if case .period(let period) = $0 { period } else { nil } }
  }
}
