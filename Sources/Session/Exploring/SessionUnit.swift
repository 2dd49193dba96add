import Semantics
import Source
import Syntax

/// A text of a session, a line that was entered or a file that was loaded, with those of its statements that are in force.
struct SessionUnit: Sendable {
  /// How a text came into the session.
  enum Origin: Hashable {
    /// It was entered at the prompt.
    case line
    /// It was loaded, or imported by a text that was.
    case file
  }

  /// The text.
  let text: SourceText
  /// How it came into the session.
  let origin: Origin
  /// The name under which it was imported.
  let qualifier: String?
  /// Its statements that are in force, in written order.
  var statements: [StatementSyntax]
  /// The name of the value that `_` stands for in it.
  var lastResult: String?
  /// The scenario that its questions are asked of where they name none.
  var scenario: String?
  /// The hidden aliases that `_` in it rests on, each after those that it rests on.
  var hidden: [SessionUnit] = []

  /// The statements that are no questions.
  var declarations: [StatementSyntax] { statements.filter { !$0.form.isAsked } }
  /// The statements that are answered.
  var questions: [StatementSyntax] { statements.filter(\.form.isAsked) }

  /// The folder that its paths are relative to.
  var home: String { folder(of: text.name) }

  /// The sheets that it reads.
  var uses: [SheetUse] {
    let home = home
    return statements.compactMap { statement in
      if case .use(let use) = statement.form {
        SheetUse(syntax: use, range: statement.range, folder: home)
      } else {
        nil
      }
    }
  }

  /// Returns the unit as the checker takes it; its questions run where it is asked.
  func unit(isAsked: Bool) -> ScriptUnit {
    ScriptUnit(
      syntax: ScriptSyntax(statements: statements), text: text, qualifier: qualifier, isMain: isAsked,
      lastResult: lastResult, scenario: scenario)
  }
}

extension SessionUnit {
  /// Creates a unit of all statements of `unit`.
  init(_ unit: ScriptUnit, origin: Origin) {
    self.init(
      text: unit.text, origin: origin, qualifier: unit.qualifier, statements: unit.syntax.statements,
      lastResult: nil, scenario: nil)
  }
}

extension StatementSyntax.Form {
  /// Whether the statement is answered and declares nothing.
  var isAsked: Bool {
    switch self {
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression: true
    case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .target, .same, .hierarchy, .set,
      .scenario, .rule, .correlate:
      false
    }
  }
}
