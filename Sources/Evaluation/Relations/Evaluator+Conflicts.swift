import Indicators
import Semantics
import Source
import Units

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
      found += balance(position).conflicts
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
}
