import Source
import Syntax

/// A declaration with a formula, by its place among the statements.
struct FormulaSyntax: Sendable {
  /// Where it stands.
  let place: StatementPlace
  /// The position of its name among the declarations of its stretch.
  let declaration: Int32
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

  /// Returns the names of the stretch in which `place` is.
  @inline(__always)
  func names(of place: StatementPlace) -> StretchNames {
    scripts[Int(place.script)].syntax.stretches[Int(place.stretch)].names
  }

  /// Returns the name that `formula` declares.
  func name(of formula: FormulaSyntax) -> NameSyntax {
    names(of: formula.place).declarations[Int(formula.declaration)].name
  }
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
