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

  /// Returns the lane of the target at `position`; nil where its members name none, or several.
  @inline(__always)
  func lane(of position: Int, in targets: SheetTargets) -> Int? {
    var lane = 0
    for axis in places {
      let code = Int(targets.members[axis.dimension][position])
      guard code >= 0, code < axis.places.count, axis.places[code] >= 0 else { return nil }
      lane = lane * axis.count + Int(axis.places[code])
    }
    return lane
  }
}
