import Evaluation
import Indicators
import Semantics
import Source
import Units

extension RelationTable {
  /// Returns whether a target's row is of a scenario that a script declares, whose values no sheet prints.
  fileprivate func isProjected(_ row: Int) -> Bool {
    guard case .texts(let scenarios) = columns[TargetColumn.scenario.rawValue] else { return false }
    return scenarios.cells[row].contains { WordList.scenario.find($0) == nil }
  }
}

/// Returns one cell of a relation's row.
func relationCell(
  _ row: Int, _ column: Int, _ table: RelationTable, _ relation: Relation, showsUnits: Bool = true
) -> Cell {
  let definition = relation.columns[column]
  switch table.columns[column] {
  case .texts(let texts):
    guard case .text(let vocabulary) = definition.shape else { return .empty }
    if let wordings = table.wordings[column], let word = texts.cells[row].first, let phrase = wordings[word] {
      return .phrase(phrase)
    }
    return cell(texts.cells[row], vocabulary)
  case .numbers(let cube):
    if cube[row] == nil, cube.reasons[row] == .notApplicable { return .empty }
    // Why there is none stands in a column of its own.
    if cube[row] == nil, relation == .cells { return .empty }
    var style = NumberStyle()
    if definition.shape == .mixed {
      style.unit = table.units[row]
      style.isUnitShown = !showsUnits
      if table.units[row] == "%", relation == .targets, TargetColumn.differences.contains(column) {
        // Percentages differ in percentage points, whatever the unit column says of the values.
        style = NumberStyle(unit: "pp")
      }
      style.decimals = distinctDigits(row, column, table, relation)
      if relation == .targets, column == TargetColumn.value.rawValue { style.mark = table.footings[row].mark }
      style.isComputed = relation == .assumptions || relation == .targets && table.isProjected(row)
    } else if relation == .targets, column == TargetColumn.required.rawValue {
      style = NumberStyle(decimals: 2, unit: table.units[row] == "%" ? "pp" : "%")
    } else if relation == .targets, TargetColumn.roundedToOneDecimal.contains(column) {
      style = NumberStyle(decimals: 1)
    } else if relation == .conflicts, column == ConflictColumn.difference.rawValue {
      style = NumberStyle(decimals: 2)
    }
    if column == relation.column(named: "chance"), let chance = cube[row] { style = chanceStyle(chance) }
    if relation == .targets, column == TargetColumn.completion.rawValue || column == TargetColumn.share.rawValue,
      let completion = cube[row], completion < 100
    {
      // What falls short of 100% by however little is not shown as 100%.
      style.greatestShown = 99.9
    }
    return cell(cube[row], cube.reasons[row], ValueType(definition.shape), style: style)
  }
}

/// Returns the digits at which a missed value no longer prints like the number asked, where it would.
private func distinctDigits(_ row: Int, _ column: Int, _ table: RelationTable, _ relation: Relation) -> Int? {
  guard relation == .targets, column == TargetColumn.value.rawValue || column == TargetColumn.gap.rawValue,
    case .numbers(let values) = table.columns[TargetColumn.value.rawValue], let value = values[row],
    case .numbers(let plans) = table.columns[TargetColumn.plan.rawValue], let plan = plans[row],
    !equalAtTwelveDigits(value, plan)
  else { return nil }
  let shown = ColumnDigits(for: [value]).decimals
  if decimalString(value, decimals: shown) != decimalString(plan, decimals: shown) { return nil }
  return (shown...15).first { decimalString(value, decimals: $0) != decimalString(plan, decimals: $0) }
}

extension RelationColumn {
  /// Whether the column holds text.
  var isText: Bool {
    switch shape {
    case .text: true
    case .number, .flexible, .mixed, .several, .truth, .period, .invalid: false
    }
  }

  /// The unit that stands in the heading.
  func shownUnit(in relation: Relation, _ column: Int) -> String {
    guard case .number(let unit) = shape else { return "" }
    // Growth needed is in % or, for percentages, in pp: each cell says which.
    if relation == .targets, column == TargetColumn.required.rawValue { return "" }
    return unit.symbol
  }
}
