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
    return withRow { cells in
      Cube(axes: rest) { row in
        for block in 0..<outer {
          let start = (block * axis.labels.count + index) * inner
          if inner == 1 {
            row.set(block, (cells.values[start], cells.reasons[start]))
          } else {
            row.from(block * inner, step: 1).copy(cells.from(start, step: 1), inner)
          }
        }
      }
    }
  }

  /// Returns the cells at the labels of `dimension` that `isKept` accepts.
  func filtered(_ dimension: Dimension, _ isKept: (Label) -> Bool) -> Cube {
    guard let position = axisIndex(of: dimension) else { return self }
    var kept = axes
    let labels = axes[position].labels
    var runs: [Range<Int>] = []
    for (place, label) in labels.enumerated() where isKept(label) {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    if runs == [0..<labels.count] { return self }
    kept[position] = Axis(dimension, runs.flatMap { labels[$0] })
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    let outer = axes[..<position].reduce(1) { $0 * $1.labels.count }
    return withRow { cells in
      Cube(axes: kept) { row in
        runs.withUnsafeBufferPointer { runs in
          var target = 0
          for block in 0..<outer {
            for run in runs {
              let start = (block * labels.count + run.lowerBound) * inner
              row.from(target, step: 1).copy(cells.from(start, step: 1), run.count * inner)
              target += run.count * inner
            }
          }
        }
      }
    }
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
