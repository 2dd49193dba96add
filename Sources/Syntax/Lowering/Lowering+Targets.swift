import Source

extension Lowering {
  /// Returns the target that `node` is, where its parts that must be there are.
  mutating func target(_ node: Int) -> StatementSyntax.Form? {
    guard let judged = firstExpression(in: node) else { return nil }
    let subject = expression(judged)
    let conditions = nodes(.condition, in: node).compactMap { condition($0) }
    guard !conditions.isEmpty else { return nil }
    let clauses = clauses(.targetClause, in: node)
    return .target(
      TargetSyntax(
        subject: subject, conditions: conditions, deadline: period(in: clause(.by, clauses)),
        baseline: period(in: clause(.from, clauses)), owners: members(in: clause(.owner, clauses)),
        attribute: member(in: clause(.attribute, clauses)), group: member(in: clause(.group, clauses)),
        weight: quantity(in: clause(.weight, clauses)), because: reason(in: clause(.because, clauses)),
        source: reason(in: clause(.source, clauses))))
  }

  private mutating func reason(in node: Int?) -> TextSyntax? { text(in: node.flatMap { first(.reason, in: $0) }) }

  private mutating func condition(_ node: Int) -> TargetConditionSyntax? {
    conditionForm(node).map { TargetConditionSyntax($0, range: range(node)) }
  }

  private mutating func conditionForm(_ node: Int) -> TargetConditionSyntax.Form? {
    if let child = first(.comparator, in: node) {
      let comparator = comparator(child)
      // What must differ has been refused by the parser.
      return comparator == .notEqual ? nil : .comparison(comparator, expression(in: node))
    }
    guard case .keyword(let word) = firstKind(node) else { return nil }
    switch TargetWord(rawValue: word.entry.english) {
    case .in: return bounds(in: node).map { .inRange($0) }
    case .grows: return .grows(expression(in: node))
    case .shrinks: return .shrinks(expression(in: node))
    case .adds: return .adds(expression(in: node))
    case .holds: return .holds(expression(in: node))
    case .rises: return .rises
    case .falls: return .falls
    case .assigned: return .assigned
    case .ranksWithin:
      guard let rank = quantity(in: node), let member = member(in: node) else { return nil }
      return .ranks(within: rank, of: member)
    case .milestone: return text(in: node).map { .milestone($0) }
    case nil: return nil
    }
  }

  /// The words that begin a target's condition.
  private enum TargetWord: String {
    case `in`, grows, shrinks, adds, holds, rises, falls, assigned, milestone
    case ranksWithin = "ranks within"
  }
}
