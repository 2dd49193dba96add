import Semantics

extension Evaluator {
  /// Returns the relation `indicators`: what sheets and scripts say of each indicator.
  func indicatorsTable() -> RelationTable {
    var builder = RelationBuilder(.indicators)
    for row in IndicatorRow.rows(of: program, in: catalogue) {
      builder.addRow()
      for column in IndicatorColumn.allCases {
        switch row.entry(column) {
        case .words(let words): builder.set(column.rawValue, words)
        case .number(let number): builder.set(column.rawValue, number)
        case .period(let period): builder.set(column.rawValue, period?.code)
        }
      }
    }
    return builder.table
  }
}
