import Indicators

/// Finds the lane over some axes that members stand at, by their codes in the name table.
struct MemberLanes {
  private struct Places {
    /// The position of the dimension among a sheet's.
    let dimension: Int
    let count: Int
    /// The place of each member on the axis, −1 for one that it lacks.
    let places: [Int32]
  }

  /// The axes of the lanes.
  let axes: [Axis]
  private let places: [Places]

  /// Prepares for members along `dimensions`; nil where an axis is none of them.
  init?(_ axes: [Axis], _ dimensions: [Dimension]) {
    var prepared: [Places] = []
    for axis in axes {
      guard let dimension = dimensions.firstIndex(of: axis.dimension) else { return nil }
      var places: [Int32] = []
      for (place, label) in axis.labels.enumerated() {
        guard case .member(let member) = label else { return nil }
        let code = Int(member.code)
        if places.count <= code { places += Array(repeating: -1, count: code + 1 - places.count) }
        if places[code] < 0 { places[code] = Int32(clamping: place) }
      }
      prepared.append(Places(dimension: dimension, count: axis.labels.count, places: places))
    }
    (self.axes, places) = (axes, prepared)
  }

  /// Returns the lanes of the targets at `positions`, −1 for those of members that the axes lack; nil where one names no member along
  /// an axis, and is for several lanes.
  func lanes(of positions: ArraySlice<Int32>, in targets: SheetTargets) -> [Int32]? {
    var lanes = Array(repeating: Int32(0), count: positions.count)
    for axis in places {
      let members = targets.members[axis.dimension]
      for (target, position) in positions.enumerated() {
        let code = Int(members[Int(position)])
        if code < 0 { return nil }
        let place = code < axis.places.count ? axis.places[code] : -1
        lanes[target] =
          place < 0 || lanes[target] < 0 ? -1 : lanes[target] &* Int32(truncatingIfNeeded: axis.count) &+ place
      }
    }
    return lanes
  }
}
