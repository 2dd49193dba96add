import Indicators
import Source
import Syntax

/// What a declaration is of: at a prompt a later declaration of the same takes the place of the earlier.
enum DeclarationKey: Hashable {
  /// A param, alias, aggregate or set; they share one namespace.
  case value(String)
  case unit(String)
  case scenario(String)
  case rule(String)
  /// A sheet, by its name.
  case sheet(String)
  /// A script that is imported, by its path and the name that it gets.
  case script(String, as: String?)
  /// The members of which another is the sum.
  case hierarchy(String)
  /// The names whose draws are tied.
  case correlation([String])

  /// The name as a person says it.
  var name: String {
    switch self {
    case .value(let name), .unit(let name), .scenario(let name), .rule(let name),
      .sheet(let name), .hierarchy(let name), .script(let name, _):
      name
    case .correlation(let names): names.joined(separator: ", ")
    }
  }
}

extension StatementSyntax {
  /// What the statement declares; nil for what stands beside others of its kind, such as a target, and for questions.
  var key: DeclarationKey? {
    switch form {
    case .parameter(let syntax): .value(syntax.name.text)
    case .alias(let syntax): .value(syntax.name.text)
    case .aggregate(let syntax): .value(syntax.name.text)
    case .set(let syntax): .value(syntax.name.text)
    case .unit(let syntax): .unit(syntax.name.text)
    case .scenario(let syntax): .scenario(syntax.name.text)
    case .rule(let syntax): .rule(syntax.name.text)
    case .use(let syntax): .sheet(syntax.name?.text ?? foldedName(stem(of: syntax.file.plain ?? "")))
    case .importing(let syntax): .script(syntax.file.plain ?? "", as: syntax.name?.text)
    case .hierarchy(let syntax): .hierarchy(syntax.whole.text)
    case .correlate(let syntax): .correlation(syntax.paths.map(\.text).sorted())
    // Of an indicator a later statement replaces the clauses that it gives, and no others.
    case .indicator, .target, .same, .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain, .report,
      .expression:
      nil
    }
  }
}
