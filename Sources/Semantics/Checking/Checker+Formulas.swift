import Indicators
import Source
import Syntax
import Units

/// A declaration with a formula, before it is checked.
struct FormulaSyntax {
  /// The forms of declaration that have one.
  indirect enum Form {
    case parameter(ParameterSyntax, setting: ExpressionSyntax?)
    case alias(AliasSyntax)
    case aggregate(AggregateSyntax)
    case set(SetSyntax, position: Int)
  }

  let form: Form
  let definition: Definition
  let name: NameSyntax
  /// The whole declaration.
  let range: SourceRange
}

extension Checker {
  /// Enters the names of parameters, aliases and aggregates, and returns their declarations.
  mutating func declareFormulas(settings: [ParameterSetting]) -> [FormulaSyntax] {
    var formulas: [FormulaSyntax] = []
    var counts = (parameters: 0, aliases: 0, aggregates: 0, sets: 0)
    var settings = Dictionary(settings.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    for unit in scripts {
      for statement in unit.syntax.statements {
        let name: NameSyntax
        let form: FormulaSyntax.Form
        let definition: Definition
        switch statement.form {
        case .parameter(let parameter):
          name = parameter.name
          let full = unit.qualifier.map { "\($0).\(name.text)" } ?? name.text
          form = .parameter(parameter, setting: settings.removeValue(forKey: full))
          definition = .parameter(counts.parameters)
        case .alias(let alias):
          name = alias.name
          form = .alias(alias)
          definition = .alias(counts.aliases)
        case .aggregate(let aggregate):
          name = aggregate.name
          form = .aggregate(aggregate)
          definition = .aggregate(counts.aggregates)
        case .set(let set):
          name = set.name
          form = .set(set, position: counts.sets)
          definition = .set(counts.sets)
        case .scenario(let scenario):
          declare(scenario, qualifier: unit.qualifier)
          continue
        case .use, .importing, .unit, .indicator, .target, .same, .hierarchy, .rule, .correlate, .show, .project,
          .compare,
          .solve, .sensitivity, .tabulate, .explain, .report, .expression:
          continue
        }
        guard declare(name, as: definition, qualifier: unit.qualifier) else { continue }
        switch definition {
        case .parameter: counts.parameters += 1
        case .alias: counts.aliases += 1
        case .aggregate: counts.aggregates += 1
        case .set:
          counts.sets += 1
          hasSets = true
          for name in [Dimension.indicator.name, "指标"] where scope.find(name) == nil {
            scope.declare(name, as: .dimension(.indicator), at: nil)
          }
        case .indicator: break
        }
        if case .alias(let alias) = form, case .alias(let position) = definition {
          aliasFormulas[position] = alias.formula
        }
        let formula = FormulaSyntax(form: form, definition: definition, name: name, range: statement.range)
        makeRoom(for: formula)
        formulas.append(formula)
      }
    }
    let declared = formulas.filter { if case .parameter = $0.form { true } else { false } }.map(\.name.text)
    for name in settings.keys.sorted() {
      let problem = SemanticProblem.unknownParameter(name, nearest: nearestNames(to: name, among: declared, atMost: 3))
      diagnostics.append(
        Diagnostic(.error, problem.code, problem.message, at: .command, help: problem.help))
    }
    return formulas
  }

  /// Makes `name` stand for `definition`, or reports why it cannot.
  private mutating func declare(_ name: NameSyntax, as definition: Definition, qualifier: String?) -> Bool {
    let full = qualifier.map { "\($0).\(name.text)" } ?? name.text
    if Relation.named(name.text) != nil {
      report(.builtInName(name.text), at: name.range)
      return false
    }
    switch scope.find(full) {
    case nil: break
    case .truth, .missing, .dimension:
      report(.builtInName(name.text), at: name.range)
      return false
    case .definition(.indicator(let position)):
      guard case .alias(let alias) = definition, !hasObservations(program.indicators[position]) else {
        if case .alias = definition {
          report(.aliasOfObserved(name.text), at: name.range)
        } else {
          report(.nameTaken(name.text, first: indicatorSite(position)), at: name.range)
        }
        return false
      }
      program.indicators[position].formula = alias
      computedIndicators[alias] = position
    case .definition:
      report(.nameTaken(name.text, first: scope.place(of: full)), at: name.range)
      return false
    }
    scope.declare(full, as: .definition(definition), at: name.range)
    return true
  }

  /// Enters `formula` into the program as one that is not understood, which it stays where it cannot be checked.
  private mutating func makeRoom(for formula: FormulaSyntax) {
    let (name, range) = (formula.name.text, formula.name.range)
    let open = CheckedExpression(.invalid, .invalid, range)
    switch formula.form {
    case .parameter(_, let setting):
      program.parameters.append(.init(name: name, value: open, isSet: setting != nil, range: range))
    case .alias: program.aliases.append(.init(name: name, formula: open, range: range))
    case .aggregate: program.aggregates.append(.init(name: name, formula: open, range: range))
    case .set: program.sets.append(CheckedSet(name: name, elements: [], range: range))
    }
  }

  private func hasObservations(_ indicator: CheckedIndicator) -> Bool {
    indicator.parts.contains { summaries[$0.sheet].knownCounts[$0.index] > 0 }
  }

  private func indicatorSite(_ position: Int) -> Site? {
    guard let part = program.indicators[position].parts.first else { return nil }
    let sheet = catalogue.sheets[part.sheet]
    let indicator = sheet.indicators[part.index]
    return .cell(CellPlace(file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name))
  }
}
