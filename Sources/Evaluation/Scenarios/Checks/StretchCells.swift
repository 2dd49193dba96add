import Indicators

/// The cells of an overlaid cube by the stretches that give them their values.
struct StretchCells {
  /// The cells of one stretch.
  struct Cells {
    /// The first cell, in the cube's order.
    fileprivate(set) var first = 0
    /// The last cell.
    fileprivate var last = -1
    /// How many there are.
    fileprivate var count = 0
    /// Whether one of them has a number.
    fileprivate(set) var isKnown = false
    /// Those in which the root has a value.
    fileprivate(set) var replaced: [Int] = []
    /// The first at which the end of a range stops the path.
    fileprivate(set) var firstOutOfRange: Int?
    /// The first at which a bound stops the path.
    fileprivate(set) var firstBounded: Int?
    fileprivate let stretch: OverlaidCube.Stretch

    /// Whether the stretch gives no cell its value.
    var isEmpty: Bool { count == 0 }

    /// Adds `count` cells, the first and the last of which lie at `offsets`; `isAnyKnown` tells whether one of them has a number.
    fileprivate mutating func note(_ offsets: ClosedRange<Int>, count added: Int, _ isAnyKnown: () -> Bool) {
      first = count == 0 ? offsets.lowerBound : min(first, offsets.lowerBound)
      last = max(last, offsets.upperBound)
      count += added
      if !isKnown { isKnown = isAnyKnown() }
    }

    /// Returns the cells, in the cube's order.
    func offsets(in overlaid: OverlaidCube) -> [Int] {
      guard count > 0 else { return [] }
      return (first...last).filter {
        overlaid.sources[$0] == .assumed(stretch) || overlaid.shifts[$0]?.contains(stretch) ?? false
      }
    }
  }

  private var cells: [[Cells]]

  /// Gathers the cells of `overlaid`, whose assumptions are `own`.
  init(_ overlaid: OverlaidCube, _ own: [ScenarioLayers.Layered]) {
    cells = own.enumerated().map { position, layered in
      layered.assumption.courses.indices.map { Cells(stretch: .init(position: position, course: $0)) }
    }
    for (number, lanes) in overlaid.sources.lanesByPattern().enumerated() {
      if let lanes { note(lanes, of: number, overlaid) }
    }
    for (offset, stretches) in overlaid.shifts {
      for stretch in stretches {
        cells[stretch.position][stretch.course].note(offset...offset, count: 1) {
          overlaid.cube.reasons[offset].isKnown
        }
        if overlaid.sources[offset] == .base { cells[stretch.position][stretch.course].replaced.append(offset) }
      }
    }
    for offset in overlaid.replaced { at(offset, overlaid) { $0.replaced.append(offset) } }
    for offset in overlaid.stoppedByRange {
      at(offset, overlaid) { $0.firstOutOfRange = min($0.firstOutOfRange ?? offset, offset) }
    }
    for offset in overlaid.stopped { at(offset, overlaid) { $0.firstBounded = min($0.firstBounded ?? offset, offset) } }
  }

  /// The cells of the stretch at `course` of the assumption at `position`.
  subscript(position: Int, course: Int) -> Cells { cells[position][course] }

  /// Notes the cells of the stretches in `lanes`, which have the pattern of sources with `number`.
  private mutating func note(_ lanes: CellSources.Lanes, of number: Int, _ overlaid: OverlaidCube) {
    let pattern = overlaid.sources.patterns[number]
    var start = 0
    while start < pattern.count {
      let end = pattern[start...].firstIndex { $0 != pattern[start] } ?? pattern.count
      if case .assumed(let stretch) = pattern[start] {
        let offsets = lanes.first * pattern.count + start...lanes.last * pattern.count + end - 1
        cells[stretch.position][stretch.course].note(offsets, count: lanes.count * (end - start)) {
          let known = overlaid.sources.firstLane(of: number, lanes) { lane in
            overlaid.cube.reasons[lane + start..<lane + end].contains { $0.isKnown }
          }
          return known != nil
        }
      }
      start = end
    }
  }

  private mutating func at(_ offset: Int, _ overlaid: OverlaidCube, _ change: (inout Cells) -> Void) {
    guard case .assumed(let stretch) = overlaid.sources[offset] else { return }
    change(&cells[stretch.position][stretch.course])
  }
}
