import Indicators

extension Grouping {
  /// Leaves only the members that are known in every period in which any member of their group is; the cells of the
  /// others become missing for too little coverage.
  ///
  /// Returns how many members of the frame remain, and how many there are.
  func balance(
    _ value: inout Cube, _ second: Cube?, _ weight: Cube?, groupAxes: [Axis]
  ) -> (kept: Int, frame: Int) {
    let position = value.axisIndex(of: .period)
    let periods = position.map { value.axes[$0].labels.count } ?? 1
    let inner = position.map { value.axes[($0 + 1)...].reduce(1) { $0 * $1.labels.count } } ?? 1
    let lanes = value.axes.filter { $0.dimension != .period }
    let bands = groupAxes.filter { $0.dimension != .period }
    let bandOfLane = Alignment.positions(of: bands, in: lanes)
    func lane(_ offset: Int) -> Int { offset / (inner * periods) * inner + offset % inner }
    func period(_ offset: Int) -> Int { offset / inner % periods }
    let known = value.reasons.indices.map { offset in
      takesPart(offset)
        && [value, second, weight].allSatisfy { $0.map { $0.reasons[offset] == .known } ?? true }
    }
    var isTelling = Array(
      repeating: Array(repeating: false, count: periods), count: bands.reduce(1) { $0 * $1.labels.count })
    for offset in known.indices where known[offset] { isTelling[Int(bandOfLane[lane(offset)])][period(offset)] = true }
    var isFramed = Array(repeating: false, count: bandOfLane.count)
    var isComplete = Array(repeating: true, count: bandOfLane.count)
    for offset in known.indices {
      let lane = lane(offset)
      if takesPart(offset) { isFramed[lane] = true }
      if !known[offset], isTelling[Int(bandOfLane[lane])][period(offset)] { isComplete[lane] = false }
    }
    for offset in known.indices where value.reasons[offset] == .known && !isComplete[lane(offset)] {
      value.reasons[offset] = .coverage
    }
    let frame = isFramed.indices.filter { isFramed[$0] }
    let kept = frame.filter { lane in isComplete[lane] && isTelling[Int(bandOfLane[lane])].contains(true) }
    return (kept.count, frame.count)
  }
}
