import Indicators
import Semantics
import Source
import Units

/// Two places that contradict each other about one indicator.
struct Conflict {
  /// The classes of contradiction; the raw value is the word that a relation stores.
  enum Kind: String, CaseIterable {
    case target = "different_target"
    case actual = "different_actual"
    case formula
    case unit = "different_unit"
    case rounding
    case force = "different_force"
    case owner = "different_owner"
  }

  /// One of the two places.
  struct Side {
    /// What is printed there.
    let text: String
    /// Where.
    let site: Site
    /// The sheet, where the place is in one.
    let sheet: String?
  }

  let kind: Kind
  let name: String
  let period: Period?
  let first: Side
  let second: Side
  /// The second number over the first less 1, in percent.
  let difference: Double?
  let unit: String
}

extension Evaluator {
  /// Returns every contradiction between sheets, targets and formulas: the gravest class first, then by indicator in
  /// order of first appearance.
  mutating func conflicts() -> [Conflict] {
    var found: [Conflict] = []
    let rows = targetRows(in: .actual)
    var rowsByIndicator: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      if let indicator = row.indicator { rowsByIndicator[indicator, default: []].append(index) }
    }
    for position in program.indicators.indices where !program.indicators[position].isOfOneSheet {
      found += unitConflicts(position)
      found += actualConflicts(position)
      found += targetConflicts((rowsByIndicator[position] ?? []).map { rows[$0] }, position)
    }
    found += formulaConflicts()
    return Conflict.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// Returns the relation `conflicts`.
  mutating func conflictsTable() -> RelationTable {
    var builder = RelationBuilder(.conflicts)
    for conflict in conflicts() {
      builder.addRow(unit: conflict.unit)
      builder.set(ConflictColumn.kind.rawValue, conflict.kind.rawValue)
      builder.set(ConflictColumn.name.rawValue, conflict.name)
      builder.set(ConflictColumn.period.rawValue, conflict.period?.code)
      builder.set(ConflictColumn.first.rawValue, conflict.first.text)
      builder.set(ConflictColumn.firstPlace.rawValue, place(conflict.first.site))
      builder.set(ConflictColumn.second.rawValue, conflict.second.text)
      builder.set(ConflictColumn.secondPlace.rawValue, place(conflict.second.site))
      builder.set(ConflictColumn.difference.rawValue, conflict.difference)
      builder.set(ConflictColumn.unit.rawValue, conflict.unit)
      builder.set(ConflictColumn.firstSheet.rawValue, conflict.first.sheet)
      builder.set(ConflictColumn.secondSheet.rawValue, conflict.second.sheet)
    }
    return builder.table
  }

  // MARK: Units and observations

  private func unitConflicts(_ position: Int) -> [Conflict] {
    let indicator = program.indicators[position]
    guard let first = indicator.parts.first else { return [] }
    return indicator.parts.dropFirst().filter { $0.unit.factor(to: first.unit) == nil }.map { part in
      Conflict(
        kind: .unit, name: indicator.name, period: nil, first: unitSide(first), second: unitSide(part),
        difference: nil, unit: "")
    }
  }

  private func unitSide(_ part: CheckedIndicator.Part) -> Conflict.Side {
    let sheet = catalogue.sheets[part.sheet]
    let indicator = sheet.indicators[part.index]
    let place = CellPlace(file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name)
    return .init(text: part.unit.factors.isEmpty ? "1" : part.unit.symbol, site: .cell(place), sheet: sheet.name)
  }

  /// Returns the cells of one indicator on which its sheets disagree.
  mutating func actualConflicts(_ position: Int) -> [Conflict] {
    let indicator = program.indicators[position]
    var found = clashesWithinSheets(indicator)
    guard indicator.parts.count > 1, indicator.clashingUnits == nil else { return found }
    let data = data(ofIndicator: position)
    guard data.cube.reasons.contains(.conflict) else { return found }
    for offset in 0..<data.cube.count where data.cube.reasons[offset] == .conflict {
      let cells = indicator.parts.indices.compactMap { part in
        observation(indicator.parts[part], row: Int(data.rows[part][offset]))
      }
      guard let first = cells.first else { continue }
      var seen = [first.number]
      for other in cells.dropFirst() where !seen.contains(where: { equalAtTwelveDigits($0, other.number) }) {
        seen.append(other.number)
        let coarser = min(first.decimals, other.decimals)
        let isRounding = first.scale == other.scale && roundsAlike(first.printed, other.printed, decimals: coarser)
        found.append(
          Conflict(
            kind: isRounding ? .rounding : .actual, name: indicator.name, period: data.cube.period(at: offset),
            first: first.side, second: other.side, difference: relative(other.number, first.number),
            unit: indicator.unit.symbol))
      }
    }
    return found
  }

  /// Returns the cells that one sheet gives twice with different values.
  private func clashesWithinSheets(_ indicator: CheckedIndicator) -> [Conflict] {
    indicator.parts.flatMap { part in
      catalogue.cube(sheet: part.sheet, indicator: part.index).clashes.compactMap { rows -> Conflict? in
        guard let first = observation(part, row: Int(rows.first)), let second = observation(part, row: Int(rows.second))
        else { return nil }
        return Conflict(
          kind: .actual, name: indicator.name,
          period: catalogue.sheets[part.sheet].observations.period[Int(rows.first)], first: first.side,
          second: second.side, difference: relative(second.number, first.number), unit: indicator.unit.symbol)
      }
    }
  }

  private func observation(_ part: CheckedIndicator.Part, row: Int) -> (
    number: Double, printed: Double, decimals: Int, scale: Double, side: Conflict.Side
  )? {
    let sheet = catalogue.sheets[part.sheet]
    guard row >= 0, sheet.observations.reason[row] == .known else { return nil }
    let printed = sheet.observations.value[row]
    return (
      part.conversion(printed), printed, Int(sheet.observations.decimals[row]), part.unit.scale,
      .init(
        text: amount(sheet.text(ofCell: row), part.unit), site: .cell(sheet.place(ofRow: row)), sheet: sheet.name)
    )
  }

  /// Returns whether two printed numbers are one number to the digits of the coarser.
  private func roundsAlike(_ first: Double, _ second: Double, decimals: Int) -> Bool {
    equalAtTwelveDigits(
      roundHalfAwayFromZero(first, decimals: decimals), roundHalfAwayFromZero(second, decimals: decimals))
  }

  // MARK: Targets

  private func targetConflicts(_ rows: [TargetRow], _ position: Int) -> [Conflict] {
    var found: [Conflict] = []
    for (index, second) in rows.enumerated() {
      for first in rows[..<index] where first.deadline == second.deadline && first.sameMembers(as: second) {
        if let conflict = targetConflict(first, second, position) { found.append(conflict) }
        if !first.owners.isEmpty, !second.owners.isEmpty, Set(first.owners) != Set(second.owners) {
          found.append(
            Conflict(
              kind: .owner, name: program.indicators[position].name, period: first.deadline,
              first: side(first, first.owners.joined(separator: "、")),
              second: side(second, second.owners.joined(separator: "、")), difference: nil, unit: ""))
        }
      }
    }
    return found
  }

  private func targetConflict(_ first: TargetRow, _ second: TargetRow, _ position: Int) -> Conflict? {
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

  private func side(_ row: TargetRow, _ text: String) -> Conflict.Side {
    .init(text: text, site: row.site, sheet: row.sheet.map { catalogue.sheets[$0].name })
  }

  /// Returns a printed number with its unit, so that the two sides of a contradiction can be read beside each other.
  private func amount(_ printed: String, _ unit: MeasurementUnit) -> String {
    guard !unit.factors.isEmpty, printed.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false else { return printed }
    return unit.nature == .plain ? "\(printed) \(unit.symbol)" : printed + unit.symbol
  }

  private func relative(_ number: Double, _ base: Double) -> Double? {
    base == 0 ? nil : (number - base) / abs(base) * 100
  }

  // MARK: Formulas

  /// Returns the targets on computed values that the plan itself does not meet.
  private mutating func formulaConflicts() -> [Conflict] {
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

extension TargetRow {
  fileprivate func sameMembers(as other: TargetRow) -> Bool {
    members.map(\.name) == other.members.map(\.name)
  }
}

extension CheckedIndicator {
  /// Whether the indicator is one sheet's alone, named with the sheet's name before it.
  var isOfOneSheet: Bool { qualifier != nil }
}

extension Cube {
  /// Returns the period of the cell at `offset`, where the cube has periods.
  func period(at offset: Int) -> Period? {
    guard let position = axisIndex(of: .period) else { return nil }
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    guard case .period(let period) = axes[position].labels[offset / inner % axes[position].labels.count] else {
      return nil
    }
    return period
  }
}

extension Sheet {
  /// Returns the text of the observation at `row` as printed.
  package func text(ofCell row: Int) -> String {
    let (start, end) = (observations.cellStart[row], observations.cellEnd[row])
    guard start >= 0, start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Returns the place of the observation at `row`.
  package func place(ofRow row: Int) -> CellPlace {
    CellPlace(
      file: file, line: Int(observations.line[row]), column: Int(observations.column[row]), content: text(ofCell: row))
  }
}
