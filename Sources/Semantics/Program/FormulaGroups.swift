/// Definitions that are computed together.
package struct FormulaGroup: Sendable {
  /// The definitions: one, or several that need each other's earlier periods.
  package let definitions: [Definition]
  /// Whether a definition needs earlier periods of itself, by way of others or not.
  package let isLagged: Bool
  /// The positions of the groups that this one needs.
  package let needs: [Int]
}

/// The definitions that have formulas, each group after those that it needs.
package struct FormulaGroups: RandomAccessCollection, Sendable {
  private var order = FormulaOrder(count: 0, NeedList(partSize: 1, parts: []))
  private var definitions: [Definition] = []
  /// The position of each definition among these.
  private var positions = DefinitionTable<Int32>()

  /// Creates no groups.
  init() {}

  /// Creates the groups of `definitions`, each at one of `positions`, in whose formulas' order they stand.
  init(_ definitions: [Definition], _ positions: DefinitionTable<Int32>, _ order: FormulaOrder) {
    self.definitions = definitions
    self.positions = positions
    self.order = order
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { order.count }

  package subscript(position: Int) -> FormulaGroup {
    FormulaGroup(
      definitions: order.formulas(of: position).map { definitions[Int($0)] }, isLagged: order.isLagged(position),
      needs: order.groupsNeeded(by: position))
  }

  /// Returns the position of the group of `definition`, if it has one.
  func position(of definition: Definition) -> Int? {
    guard let formula = positions[definition] else { return nil }
    let group = Int(order.groups[Int(formula)])
    return group < 0 ? nil : group
  }
}
