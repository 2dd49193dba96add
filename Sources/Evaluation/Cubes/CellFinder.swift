import Indicators

/// Finds the cells at many points of one cube, whose labels it looks up in a table.
struct CellFinder {
  private let axes: [(dimension: Dimension, count: Int, places: [Label: Int])]

  /// Creates a finder for a cube with `axes`.
  init(_ axes: [Axis]) {
    self.axes = axes.map { axis in
      let places = Dictionary(axis.labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      return (axis.dimension, axis.labels.count, places)
    }
  }

  /// Returns the offset of the cell at `members`, one for each of `dimensions`; nil where they name none or several.
  func offset(of members: [Member?], _ dimensions: [Dimension]) -> Int? {
    var offset = 0
    for axis in axes {
      guard let position = dimensions.firstIndex(of: axis.dimension), let member = members[position],
        let place = axis.places[.member(member)]
      else { return nil }
      offset = offset * axis.count + place
    }
    return offset
  }

  /// Returns the offsets of the cells at `point`, all along the axes that it does not name.
  func offsets(at point: [Dimension: Label]) -> [Int] {
    var offsets = [0]
    for axis in axes {
      if let label = point[axis.dimension] {
        guard let place = axis.places[label] else { return [] }
        offsets = offsets.map { $0 * axis.count + place }
      } else {
        offsets = offsets.flatMap { offset in (0..<axis.count).map { offset * axis.count + $0 } }
      }
    }
    return offsets
  }
}

extension [Axis] {
  /// Returns the axes with room for cells at `points`.
  func widened(to points: [[Dimension: Label]]) -> [Axis] {
    var dimensions: [Dimension] = []
    var labels: [Dimension: [Label]] = [:]
    var seen: [Dimension: Set<Label>] = [:]
    for point in points {
      for (dimension, label) in point.sorted(by: { $0.key.name < $1.key.name }) {
        if seen[dimension] == nil { dimensions.append(dimension) }
        if seen[dimension, default: []].insert(label).inserted { labels[dimension, default: []].append(label) }
      }
    }
    return dimensions.reduce(self) { axes, dimension in
      Alignment.axes(axes, [Axis(dimension, labels[dimension] ?? [])])
    }
  }
}
