/// The names that the statements of a stretch declare and mention, side by side: to find out what they stand for, no one need
/// go through the statements themselves, which lie far apart.
package struct StretchNames: Sendable {
  /// A statement that gives a name to a value or to a scenario.
  package struct Declaration: Sendable {
    /// The name.
    package let name: NameSyntax
    /// The position of the statement in the stretch.
    package let position: Int32
    /// What the statement is.
    package let kind: StatementKind
    /// Where the names that its formula joins with numbers by operators stand among those mentioned; nil where the formula
    /// has other parts.
    package let mentions: Range<Int32>?
  }

  /// The declarations, in order.
  package private(set) var declarations: [Declaration] = []
  /// The names that formulas of joined names and numbers mention, in order.
  package private(set) var mentioned: [NameSyntax] = []
  /// The name that each target is stated of; nil where it is stated of anything else.
  package private(set) var subjects: [NameSyntax?] = []
  /// The positions of the targets and indicators that say who answers for them or where they belong.
  package private(set) var attributed: [Int32] = []

  /// Makes room for the names of `count` statements.
  mutating func reserve(_ count: Int) {
    declarations.reserveCapacity(count)
    mentioned.reserveCapacity(count)
  }

  /// Takes up the names of the statement at `position`.
  mutating func add(_ statement: StatementSyntax, at position: Int32) {
    switch statement.form {
    case .alias(let alias): declare(alias.name, .alias, position, mentions(of: alias.formula))
    case .parameter(let parameter): declare(parameter.name, .parameter, position)
    case .aggregate(let aggregate): declare(aggregate.name, .aggregate, position)
    case .set(let set): declare(set.name, .set, position)
    case .scenario(let scenario): declare(scenario.name, .scenario, position)
    case .target(let target):
      subjects.append(target.subject.name)
      if target.isAttributed { attributed.append(position) }
    case .indicator(let indicator):
      if !indicator.owners.isEmpty || indicator.attribute != nil || indicator.group != nil {
        attributed.append(position)
      }
    case .use, .importing, .unit, .same, .hierarchy, .rule, .correlate, .show, .project, .compare, .solve,
      .sensitivity, .tabulate, .explain, .report, .expression:
      break
    }
  }

  private mutating func declare(
    _ name: NameSyntax, _ kind: StatementKind, _ position: Int32, _ mentions: Range<Int32>? = nil
  ) {
    declarations.append(Declaration(name: name, position: position, kind: kind, mentions: mentions))
  }

  /// Takes up the names of `formula` and returns where they stand; nil where it has other parts than names and numbers.
  private mutating func mentions(of formula: ExpressionSyntax) -> Range<Int32>? {
    let start = mentioned.count
    if mention(formula) { return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: mentioned.count) }
    mentioned.removeLast(mentioned.count - start)
    return nil
  }

  private mutating func mention(_ expression: ExpressionSyntax) -> Bool {
    switch expression.form {
    case .quantity, .period, .invalid: return true
    case .path(let path):
      guard path.isName else { return false }
      mentioned.append(path.last)
      return true
    case .arithmetic(let left, _, let right, _): return mention(left) && mention(right)
    case .negative(let inner): return mention(inner)
    case .text, .call, .selection, .fallback, .interval, .comparison, .approximation, .inRange, .inList, .not, .and,
      .or:
      return false
    }
  }
}

extension ExpressionSyntax {
  /// The name that the expression is, where it is one without others before it.
  fileprivate var name: NameSyntax? {
    guard case .path(let path) = form, path.isName else { return nil }
    return path.last
  }
}
