import Source

extension Lowering {
  /// Returns the hierarchy that `node` is, where its parts that must be there are.
  mutating func hierarchy(_ node: Int) -> StatementSyntax.Form? {
    let members = nodes(.member, in: node).compactMap { member($0) }
    guard members.count > 1 else { return nil }
    let tolerance = token(.keyword(.tolerance), in: node) == nil ? nil : expression(in: node)
    return .hierarchy(HierarchySyntax(whole: members[0], parts: Array(members[1...]), tolerance: tolerance))
  }
}
