import Semantics

extension AggregateCall {
  /// Whether the aggregate looks at the column `chance` of `relation`.
  func readsChance(of relation: Relation, by columns: [Int]) -> Bool {
    guard let chance = relation.column(named: "chance") else { return false }
    if columns.contains(chance) { return true }
    var open = [argument, second, weight, filter].compactMap { $0 }
    while let next = open.popLast() {
      if case .column(chance) = next.form { return true }
      open += next.parts
    }
    return false
  }
}
