import Syntax

/// The statements of all scripts in lists by what they are, each in written order, so that no pass walks all of them.
struct StatementLists {
  let hierarchies: [StatementSyntax]
  let sames: [StatementSyntax]
  let indicators: [StatementSyntax]
  let targets: [StatementPlace]
  let rules: [StatementSyntax]
  let scenarios: [StatementSyntax]
  /// Correlations and scenarios, which may hold some.
  let ties: [StatementSyntax]

  /// Sorts the statements of `scripts`.
  init(of scripts: [ScriptUnit]) {
    hierarchies = scripts.flatMap { $0.syntax.statements(of: .hierarchy) }
    sames = scripts.flatMap { $0.syntax.statements(of: .same) }
    indicators = scripts.flatMap { $0.syntax.statements(of: .indicator) }
    targets = places(of: .target, in: scripts)
    rules = scripts.flatMap { $0.syntax.statements(of: .rule) }
    scenarios = scripts.flatMap { $0.syntax.statements(of: .scenario) }
    ties = scripts.flatMap { $0.syntax.statements(of: .correlate, .scenario) }
  }
}

/// Where a statement stands, which is cheaper to keep than the statement.
struct StatementPlace: Sendable {
  /// The position of its script.
  let script: Int32
  /// The position of its stretch in the script.
  let stretch: Int32
  /// The position of the statement in the stretch.
  let position: Int32
}

/// Returns the places of the statements of `kind` in `scripts`, in order.
private func places(of kind: StatementKind, in scripts: [ScriptUnit]) -> [StatementPlace] {
  var places: [StatementPlace] = []
  for (script, unit) in scripts.enumerated() {
    for (stretch, part) in unit.syntax.stretches.enumerated() {
      places += part.positions(of: kind).map {
        StatementPlace(
          script: Int32(truncatingIfNeeded: script), stretch: Int32(truncatingIfNeeded: stretch), position: $0)
      }
    }
  }
  return places
}

extension ScriptSyntax {
  /// The statements that ask for an answer, in order.
  var questions: [StatementSyntax] {
    statements(
      of: .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression)
  }

  /// Whether a statement asks for an answer.
  var hasQuestions: Bool {
    has(.show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression)
  }
}
