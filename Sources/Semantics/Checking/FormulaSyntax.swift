import Source
import Syntax

/// A declaration with a formula, by its place among the statements.
struct FormulaSyntax: Sendable {
  /// Where it stands.
  let place: StatementPlace
  /// What is declared.
  let definition: Definition
}

extension Checker {
  /// Returns the statement that `formula` is.
  @inline(__always)
  func statement(of formula: FormulaSyntax) -> StatementSyntax { statement(at: formula.place) }

  /// Returns the statement at `place`.
  @inline(__always)
  func statement(at place: StatementPlace) -> StatementSyntax {
    scripts[Int(place.script)].syntax.stretches[Int(place.stretch)].statements[Int(place.position)]
  }

  /// Returns the name that `formula` declares.
  func name(of formula: FormulaSyntax) -> NameSyntax? { statement(of: formula).form.declaredName }
}

extension StatementSyntax.Form {
  /// The name of a value that the statement declares with a formula; nil where it declares none.
  var declaredName: NameSyntax? {
    switch self {
    case .parameter(let parameter): parameter.name
    case .alias(let alias): alias.name
    case .aggregate(let aggregate): aggregate.name
    case .set(let set): set.name
    case .use, .importing, .unit, .indicator, .target, .same, .hierarchy, .scenario, .rule, .correlate, .show, .project,
      .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
      nil
    }
  }
}
