import Indicators
import Semantics

/// The cells of a definition that one assumption covers in a scenario, and those that a nearer scenario took from it.
struct LaidCells {
  /// The offsets that the assumption gives their value, or shifts.
  private(set) var covered: [Int] = []
  /// Whether there are cells that it would cover and that a nearer scenario covers.
  private(set) var hasLost = false

  /// Finds the cells of the assumption at `position` among those of the definition.
  init(_ position: Int, _ own: [ScenarioLayers.Layered], _ overlaid: OverlaidCube, _ root: Cube, _ names: NameTable) {
    let cube = overlaid.cube
    let assumption = own[position].assumption
    let courses = assumption.courses.enumerated().map { index, course in
      LaidCourse(
        course, layer: own[position].layer, position: position, index: index, members: assumption.members,
        next: assumption.courses.dropFirst(index + 1).first, amounts: [])
    }
    let lanes = PeriodLanes(cube.axes)
    let ends = root.spread(over: cube.axes).lastKnownPeriods
    for offset in 0..<cube.count {
      var nearest = Int.max
      if case .assumed(let stretch) = overlaid.sources[offset] {
        nearest = own[stretch.position].layer
        if stretch.position == position { covered.append(offset) }
      }
      if overlaid.shifts[offset]?.contains(where: { $0.position == position }) ?? false { covered.append(offset) }
      guard nearest < own[position].layer, !hasLost else { continue }
      let point = cube.point(at: offset)
      let applies = assumption.members.allSatisfy { member in
        point.contains { $0.dimension == member.dimension && names.find(member.name).map(Label.member) == $0.label }
      }
      guard applies else { continue }
      guard let period = cube.period(at: offset) else {
        hasLost = true
        continue
      }
      hasLost = courses.contains { $0.covers(period, dataEnd: ends[lanes.lane(of: offset)]) }
    }
  }
}
