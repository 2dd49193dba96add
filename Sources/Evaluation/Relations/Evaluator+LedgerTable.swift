import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the relation `ledger`.
  mutating func ledgerTable() -> RelationTable {
    RelationBuilder(.ledger).table
  }
}
