import Indicators
import Semantics

extension Cube {
  /// A cell that is the sum of others.
  struct RolledCell {
    let offset: Int
    let parts: [Int]
  }

  /// Fills the cells of wholes that `isOpen` accepts with the exactly rounded sums of their parts, and returns them; a
  /// whole with a missing part is missing with the first reason.
  mutating func rollUp(_ tree: MemberTree, isOpen: (Int) -> Bool) -> [RolledCell] {
    guard let position = axisIndex(of: tree.dimension) else { return [] }
    let labels = axes[position].labels
    let index = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    var rolled: [RolledCell] = []
    for whole in tree.wholes {
      guard let own = index[.member(whole.member)] else { continue }
      let places = whole.parts.map { index[.member($0)] }
      guard places.contains(where: { $0 != nil }) else { continue }
      for block in 0..<(count / (labels.count * inner)) {
        for lane in 0..<inner {
          func offset(_ place: Int) -> Int { (block * labels.count + place) * inner + lane }
          let target = offset(own)
          guard isOpen(target) else { continue }
          // A combination that the sheet does not have is no part that could be missing.
          let parts = places.compactMap { $0.map(offset) }.filter { reasons[$0] != .noSuchCombination }
          if parts.isEmpty { continue }
          let hasAbsent = places.contains { $0 == nil }
          let firstMissing = parts.first { reasons[$0] != .known }.map { reasons[$0] }
          if let reason = firstMissing ?? (hasAbsent ? .outsideData : nil) {
            if parts.contains(where: { reasons[$0] != .outsideData }) { reasons[target] = reason }
          } else {
            values[target] = Kernels.sum(parts.map { values[$0] })
            reasons[target] = .known
          }
          rolled.append(RolledCell(offset: target, parts: parts))
        }
      }
    }
    return rolled
  }
}

extension MissingReason {
  /// Whether a cell missing for this reason was printed by nobody, so that the sum of its parts may stand in it.
  var isUnprinted: Bool {
    switch self {
    case .outsideData, .notReported, .noSuchCombination: true
    case .known, .suppressed, .notApplicable, .unreadable, .undefined, .gap, .conflict, .coverage, .tooLarge, .circular,
      .stated, .nonPositiveBase, .never:
      false
    }
  }
}

extension IndicatorData {
  /// Gives every whole that no sheet prints the sum of its parts.
  mutating func rollUp(_ trees: [MemberTree]) {
    for tree in trees {
      guard let position = cube.axisIndex(of: tree.dimension) else { continue }
      var axes = cube.axes
      axes[position] = tree.widened(axes[position])
      if axes != cube.axes {
        let positions = Alignment.positions(of: cube.axes, in: axes)
        cube = cube.spread(over: axes)
        if cube.isTooLarge { return }
        move(to: positions)
        var moved: [Int: [Int]] = [:]
        if !rolled.isEmpty {
          var places: [Int: Int] = [:]
          for (offset, position) in positions.enumerated() where position >= 0 { places[Int(position)] = offset }
          for (offset, parts) in rolled {
            if let place = places[offset] { moved[place] = parts.compactMap { places[$0] } }
          }
        }
        rolled = moved
      }
      let reasons = cube.reasons
      let cells = cube.rollUp(tree, isOpen: { reasons[$0].isUnprinted })
      if cells.isEmpty { continue }
      var digits = decimals
      for cell in cells {
        rolled[cell.offset] = cell.parts
        digits[cell.offset] = cell.parts.map { digits[$0] }.max() ?? 0
      }
      decimals = digits
    }
  }
}

extension PlannedIndicator {
  /// Computes the wholes that `data` rolls up, and those of further periods, from what their parts are planned to be.
  mutating func rollUp(_ trees: [MemberTree], _ data: IndicatorData) {
    let origins = Alignment.positions(of: data.cube.axes, in: cube.axes)
    for tree in trees {
      let reasons = cube.reasons
      let cells = cube.rollUp(tree) { offset in
        rows[offset].isEmpty
          && (reasons[offset].isUnprinted || origins[offset] >= 0 && data.rolled[Int(origins[offset])] != nil)
      }
      for cell in cells {
        rolled[cell.offset] = cell.parts
        decimals[cell.offset] = cell.parts.map { decimals[$0] }.max() ?? 0
      }
    }
  }
}

extension OverlaidCube {
  /// Computes the wholes that no assumption covers and nothing observed stands in from what their parts are; `rolled`
  /// are the sums of the scenario's root, over `axes`.
  mutating func rollUp(_ trees: [MemberTree], _ axes: [Axis], _ rolled: [Int: [Int]]) {
    guard !trees.isEmpty else { return }
    let origins = Alignment.positions(of: axes, in: cube.axes.filter { $0.dimension != .sample })
    let samples = cube.count / max(1, origins.count)
    for tree in trees {
      let (sources, reasons) = (sources, cube.reasons)
      let cells = cube.rollUp(tree) { offset in
        let row = offset / samples
        return switch sources[row] {
        case .held: true
        case .assumed: false
        case .base: reasons[offset].isUnprinted || origins[row] >= 0 && rolled[Int(origins[row])] != nil
        }
      }
      // Samples are not explained one by one.
      if cube.axisIndex(of: .sample) != nil { continue }
      for cell in cells { self.rolled[cell.offset] = cell.parts }
    }
  }
}
