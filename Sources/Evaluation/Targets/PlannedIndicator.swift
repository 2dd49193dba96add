import Indicators
import Semantics

/// An indicator's observations with the numbers asked laid over them at their deadlines.
struct PlannedIndicator: Sendable {
  /// The values, in the indicator's unit.
  var cube: Cube
  /// How many digits stand after the decimal point of each cell.
  var decimals: [UInt8]
  /// The targets that gave each cell its number, as positions in the rows of `actual`; none for an observation.
  var rows: [[Int]]
  /// The cells that are sums of others, each with the cells of its parts.
  var rolled: [Int: [Int]] = [:]
}

extension Evaluator {
  /// Returns the indicator at `position` as the scenario `plan` has it.
  mutating func plan(ofIndicator position: Int) -> PlannedIndicator {
    if let known = planned[position] { return known }
    let data = data(ofIndicator: position)
    let rows = targetRows(in: .actual)
    var asked: [(row: Int, number: Double, point: [Dimension: Label])] = []
    for index in targets(of: position) {
      let row = rows[index]
      guard let number = row.asked, let step = row.unit.factor(to: program.indicators[position].unit) else { continue }
      var point: [Dimension: Label] = [.period: .period(row.deadline)]
      for (dimension, name) in row.members { point[dimension] = names.find(name).map(Label.member) }
      asked.append((index, step(number), point))
    }
    var plan = PlannedIndicator(cube: data.cube, decimals: data.decimals, rows: [])
    if !asked.isEmpty {
      plan.widen(to: asked.map(\.point))
    }
    plan.rows = Array(repeating: [], count: plan.cube.count)
    var demands: [Int: [(number: Double, rows: Int)]] = [:]
    for (row, number, point) in asked {
      for offset in plan.cube.offsets(at: point) { demands[offset, default: []].append((number, row)) }
    }
    for (offset, numbers) in demands {
      plan.rows[offset] = numbers.map(\.rows)
      plan.decimals[offset] = UInt8(clamping: numbers.map { rows[$0.rows].decimals }.max() ?? 0)
      if let number = agreed(numbers.map { ($0.number, rows[$0.rows]) }, unitOf: position) {
        plan.cube.values[offset] = number
        plan.cube.reasons[offset] = .known
      } else {
        plan.cube.reasons[offset] = .conflict
      }
    }
    if program.indicators[position].addsOverMembers { plan.rollUp(trees, data) }
    planned[position] = plan
    return plan
  }

  /// Returns the positions of the targets that ask something of the indicator at `position`.
  private mutating func targets(of position: Int) -> [Int] {
    let rows = targetRows(in: .actual)
    if program.indicators[position].isOfOneSheet {
      return rows.indices.filter { concerns(rows[$0], position) }
    }
    if let known = targetsOfIndicator { return known[position] ?? [] }
    var found: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard var indicator = row.indicator else { continue }
      if let part = program.indicators[indicator].parts.first, program.indicators[indicator].isOfOneSheet {
        indicator = wholePositions[part.sheet][part.index]
      }
      found[indicator, default: []].append(index)
    }
    targetsOfIndicator = found
    return found[position] ?? []
  }

  /// Returns whether a target asks something of the indicator at `position`, which is one sheet's.
  private func concerns(_ row: TargetRow, _ position: Int) -> Bool {
    row.indicator == position
      || program.indicators[position].parts.contains { $0.sheet == row.sheet && $0.index == row.sheetIndicator }
  }

  /// Returns the number among `numbers` that meets every target, or nil where none does.
  private func agreed(_ numbers: [(number: Double, row: TargetRow)], unitOf position: Int) -> Double? {
    let unit = program.indicators[position].unit
    let agreeing = numbers.filter { candidate in
      numbers.allSatisfy { other in
        guard let step = unit.factor(to: other.row.unit) else { return false }
        return other.row.demands.allSatisfy { demand in
          // A strict bound's own number is what the plan takes for it.
          if let asked = demand.asked(baseline: other.row.baseline), equalAtTwelveDigits(asked, step(candidate.number))
          {
            return true
          }
          return demand.isMet(by: step(candidate.number), baseline: other.row.baseline) ?? true
        }
      }
    }
    // Of several numbers that meet all, the plan takes the one nearest the last value, and the smaller of two as near.
    func distance(_ candidate: (number: Double, row: TargetRow)) -> Double {
      guard let last = candidate.row.value, let step = candidate.row.unit.factor(to: unit) else { return 0 }
      return abs(candidate.number - step(last))
    }
    return agreeing.min { (distance($0), $0.number) < (distance($1), $1.number) }?.number
  }
}

extension PlannedIndicator {
  /// Gives the cube room for cells at `points`.
  fileprivate mutating func widen(to points: [[Dimension: Label]]) {
    var axes = cube.axes
    for point in points {
      for (dimension, label) in point.sorted(by: { $0.key.name < $1.key.name }) {
        axes = Alignment(axes, [Axis(dimension, [label])]).axes
      }
    }
    let positions = Alignment.positions(of: cube.axes, in: axes)
    decimals = positions.map { $0 < 0 ? 0 : decimals[Int($0)] }
    cube = cube.spread(over: axes)
  }
}

extension Cube {
  /// Returns the offsets of the cells at `point`, all along the axes that it does not name.
  func offsets(at point: [Dimension: Label]) -> [Int] {
    var offsets = [0]
    for axis in axes {
      if let label = point[axis.dimension] {
        guard let index = axis.labels.firstIndex(of: label) else { return [] }
        offsets = offsets.map { $0 * axis.labels.count + index }
      } else {
        offsets = offsets.flatMap { offset in axis.labels.indices.map { offset * axis.labels.count + $0 } }
      }
    }
    return offsets
  }
}
