import Indicators
import Semantics
import Source
import Units

/// How many targets of one indicator are paired off with each other.
private let pairedTargets = 40

extension Evaluator {
  func targetConflicts(_ rows: [TargetRow], _ position: Int) -> [Conflict] {
    var found: [Conflict] = []
    var rowsOfCell: [TargetRow.Cell: [TargetRow]] = [:]
    for second in rows {
      let earlier = rowsOfCell[second.cell] ?? []
      rowsOfCell[second.cell, default: []].append(second)
      let conflicts = earlier.lazy.compactMap { targetConflict($0, second, position) }
      let owners = earlier.lazy.compactMap { ownerConflict($0, second, position) }
      // A crowd of targets is not paired off: each is held against the first that it differs from.
      found += rows.count <= pairedTargets ? Array(conflicts) : Array(conflicts.prefix(1))
      found += rows.count <= pairedTargets ? Array(owners) : Array(owners.prefix(1))
    }
    return found
  }

  func ownerConflict(_ first: TargetRow, _ second: TargetRow, _ position: Int) -> Conflict? {
    guard !first.owners.isEmpty, !second.owners.isEmpty, Set(first.owners) != Set(second.owners) else { return nil }
    return Conflict(
      kind: .owner, name: program.indicators[position].name, period: first.deadline,
      first: side(first, first.owners.joined(separator: "、")),
      second: side(second, second.owners.joined(separator: "、")), difference: nil, unit: "")
  }

  func targetConflict(_ first: TargetRow, _ second: TargetRow, _ position: Int) -> Conflict? {
    guard let step = second.unit.factor(to: first.unit) else { return nil }
    let kind: Conflict.Kind
    var difference: Double?
    switch (first.asked, second.asked.map { step($0) }) {
    case (let one?, let other?):
      if equalAtTwelveDigits(one, other) {
        guard first.demands.map(\.force) != second.demands.map(\.force) else { return nil }
        kind = .force
      } else {
        let coarser = min(first.decimals, second.decimals)
        let isRounding =
          first.unit == second.unit && first.decimals != second.decimals
          && first.isNumberPrinted && second.isNumberPrinted
          && roundsAlike(one, other, decimals: coarser)
        kind = isRounding ? .rounding : .target
        difference = relative(other, one)
      }
    case (nil, nil), (.some, nil), (nil, .some):
      guard first.demands.map(\.force) != second.demands.map(\.force) else { return nil }
      kind = .force
    }
    return Conflict(
      kind: kind, name: program.indicators[position].name, period: first.deadline,
      first: side(first, amount(first.raw, first.unit)), second: side(second, amount(second.raw, second.unit)),
      difference: difference, unit: first.unit.symbol)
  }

  func side(_ row: TargetRow, _ text: String) -> Conflict.Side {
    .init(text: text, site: row.site, sheet: row.sheet.map { catalogue.sheets[$0].name })
  }

  /// Returns a printed number with its unit, so that the two sides of a contradiction can be read beside each other.
  func amount(_ printed: String, _ unit: MeasurementUnit) -> String {
    guard !unit.factors.isEmpty, printed.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false else { return printed }
    return unit.nature == .plain ? "\(printed) \(unit.symbol)" : printed + unit.symbol
  }

  func relative(_ number: Double, _ base: Double) -> Double? {
    base == 0 ? nil : (number - base) / abs(base) * 100
  }

  /// Returns the targets on computed values that the plan itself does not meet.
  mutating func formulaConflicts() -> [Conflict] {
    targetRows(in: .plan).compactMap { row in
      let isComputed = row.indicator.map { program.indicators[$0].formula != nil } ?? true
      guard isComputed, row.status == .missed, let value = row.value else { return nil }
      let formula = row.indicator.flatMap { program.indicators[$0].formula }.map { program.aliases[$0].range }
      let digits = shortestString(significantDecimal(value, digits: 6))
      return Conflict(
        kind: .formula, name: row.name, period: row.deadline, first: side(row, amount(row.raw, row.unit)),
        second: .init(
          text: amount(digits, row.unit), site: (formula ?? row.formula).map(Site.script) ?? row.site, sheet: nil),
        difference: row.asked.flatMap { relative(value, $0) }, unit: row.unit.symbol)
    }
  }
}

extension Demand {
  /// What sets two demands for the same number apart.
  fileprivate var force: String {
    switch form {
    case .atLeast, .atMost, .holds: direction == .lower ? "at most" : "at least"
    case .moreThan: "more"
    case .lessThan: "less"
    case .equal: "equal"
    case .inRange: "range"
    case .rises: "rises"
    case .falls: "falls"
    case .assigned: "assigned"
    case .ranks: "ranks"
    case .milestone: "milestone"
    case .unknown: "unknown"
    }
  }
}
