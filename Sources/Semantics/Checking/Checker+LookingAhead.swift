import Source
import Syntax

/// What is checked lies scattered over memory, and a thread that comes to it waits. Looked at one after another in a short loop,
/// many are waited for at once.
extension Checker {
  /// Looks at the formulas at `positions` and at the types of the names in them, which are to be checked next.
  func lookAhead(at positions: some Sequence<Int>, _ formulas: [FormulaSyntax], _ order: FormulaOrder) {
    var seen: Int32 = 0
    for position in positions {
      seen |= statement(of: formulas[position]).form.place
      for name in order.needs.names(of: position) {
        guard case .definition(let definition) = name.entity, let type = types[definition] else { continue }
        seen |= type.isPrinted ? 1 : 0
      }
    }
    precondition(seen >= 0, "no place is before the beginning of a text")
  }

  /// Looks at `targets`, which are to be checked next.
  func lookAhead(at targets: ArraySlice<StatementPlace>) {
    var seen: Int32 = 0
    for target in targets { seen |= statement(at: target).form.place }
    precondition(seen >= 0, "no place is before the beginning of a text")
  }
}

extension StatementSyntax.Form {
  /// A place in the statement, read from where it is kept.
  fileprivate var place: Int32 {
    switch self {
    case .alias(let alias): alias.formula.place
    case .target(let target): target.conditions.reduce(target.subject.place) { $0 | $1.place }
    case .use, .importing, .unit, .parameter, .indicator, .aggregate, .same, .hierarchy, .set, .scenario, .rule,
      .correlate, .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
      0
    }
  }
}

extension ExpressionSyntax {
  /// Places in the expression joined, read from where its operands are kept.
  fileprivate var place: Int32 {
    switch form {
    case .arithmetic(let left, _, let right, _): left.place | right.place
    case .path(let path): path.last.range.start
    case .quantity(let quantity): quantity.range.start
    case .period, .text, .call, .selection, .negative, .fallback, .interval, .comparison, .approximation,
      .inRange, .inList, .not, .and, .or, .invalid:
      range.start
    }
  }
}

extension TargetConditionSyntax {
  /// A place in the condition, read from where what is asked is kept.
  fileprivate var place: Int32 {
    switch form {
    case .comparison(_, let amount), .grows(let amount), .shrinks(let amount), .adds(let amount), .holds(let amount):
      amount.place
    case .inRange, .rises, .falls, .assigned, .ranks, .milestone: range.start
    }
  }
}
