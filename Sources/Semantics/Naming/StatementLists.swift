import Syntax

/// The statements of all scripts in lists by what they are, each in written order, so that no pass walks all of them.
struct StatementLists {
  private(set) var hierarchies: [StatementSyntax] = []
  private(set) var sames: [StatementSyntax] = []
  private(set) var indicators: [StatementSyntax] = []
  private(set) var targets: [StatementSyntax] = []
  private(set) var rules: [StatementSyntax] = []
  private(set) var scenarios: [StatementSyntax] = []
  /// Correlations and scenarios, which may hold some.
  private(set) var ties: [StatementSyntax] = []

  /// Sorts the statements of `scripts`.
  init(of scripts: [ScriptUnit]) {
    for script in scripts {
      for statement in script.syntax.statements {
        switch statement.form {
        case .hierarchy: hierarchies.append(statement)
        case .same: sames.append(statement)
        case .indicator: indicators.append(statement)
        case .target: targets.append(statement)
        case .rule: rules.append(statement)
        case .correlate: ties.append(statement)
        case .scenario:
          scenarios.append(statement)
          ties.append(statement)
        case .use, .importing, .unit, .parameter, .alias, .aggregate, .set, .show, .project, .compare, .solve,
          .sensitivity, .tabulate, .explain, .report, .expression:
          break
        }
      }
    }
  }
}
