import Evaluation
import Indicators
import Reporting
import Semantics
import Source
import Syntax

/// A state of a session that has been checked.
struct CheckedState: Sendable {
  /// The program, whose questions are those of the line that is asked.
  let program: CheckedProgram
  /// The sheets.
  let sheets: ReadSheets
  /// The texts.
  let texts: [SourceText]
  /// All that is to be told, what has been told before too.
  let diagnostics: [Diagnostic]
  /// What values computed of the program rest on.
  let basis: EvaluationBasis
  /// What its reports rest on; nil where it has none.
  let provenance: ProvenanceSource?
}

/// What the values of a session's definitions rest on.
struct EvaluationBasis: Hashable, Sendable {
  /// A declaration with what decides what its names mean.
  struct Declaration: Hashable {
    let statement: StatementSyntax
    let qualifier: String?
    let lastResult: String?

    /// Whether it declares a formula, so that nothing but those who name it rests on it.
    var isFormula: Bool {
      switch statement.form {
      case .parameter, .alias, .aggregate: true
      case .use, .importing, .unit, .indicator, .target, .same, .hierarchy, .set, .scenario, .rule, .correlate, .show,
        .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
        false
      }
    }

    /// Whether it says what the data are.
    var isOfData: Bool {
      switch statement.form {
      case .use, .importing, .unit, .indicator, .same, .hierarchy: true
      case .parameter, .alias, .aggregate, .target, .set, .scenario, .rule, .correlate, .show, .project, .compare,
        .solve, .sensitivity, .tabulate, .explain, .report, .expression:
        false
      }
    }
  }

  /// The edition of the sheets.
  let sheets: Int
  /// The declarations in order.
  let declarations: [Declaration]
  /// The values given to params from outside, by name.
  let settings: [[String]]
  /// The language of texts that are computed.
  let language: Language

  /// Returns what of the values computed over this basis holds over `other`.
  func kept(over other: EvaluationBasis) -> Evaluator.Kept {
    guard sheets == other.sheets, language == other.language else { return .nothing }
    if settings == other.settings {
      let shared = zip(declarations, other.declarations).prefix { $0 == $1 }.count
      let rest = declarations.dropFirst(shared) + other.declarations.dropFirst(shared)
      if rest.allSatisfy(\.isFormula) { return .values }
    }
    return declarations.filter(\.isOfData) == other.declarations.filter(\.isOfData) ? .data : .nothing
  }
}
