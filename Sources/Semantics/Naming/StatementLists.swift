import Syntax

/// The statements of all scripts in lists by what they are, each in written order, so that no pass walks all of them.
struct StatementLists {
  let hierarchies: [StatementSyntax]
  let sames: [StatementSyntax]
  let indicators: [StatementSyntax]
  let targets: [StatementSyntax]
  let rules: [StatementSyntax]
  let scenarios: [StatementSyntax]
  /// Correlations and scenarios, which may hold some.
  let ties: [StatementSyntax]

  /// Sorts the statements of `scripts`.
  init(of scripts: [ScriptUnit]) {
    hierarchies = scripts.flatMap { $0.syntax.statements(of: .hierarchy) }
    sames = scripts.flatMap { $0.syntax.statements(of: .same) }
    indicators = scripts.flatMap { $0.syntax.statements(of: .indicator) }
    targets = scripts.flatMap { $0.syntax.statements(of: .target) }
    rules = scripts.flatMap { $0.syntax.statements(of: .rule) }
    scenarios = scripts.flatMap { $0.syntax.statements(of: .scenario) }
    ties = scripts.flatMap { $0.syntax.statements(of: .correlate, .scenario) }
  }
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
