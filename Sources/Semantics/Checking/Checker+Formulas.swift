import Indicators
import Source
import Syntax

extension Checker {
  /// Enters the names of parameters, aliases, aggregates and sets, and returns their declarations.
  mutating func declareFormulas(settings: [ParameterSetting]) -> [FormulaSyntax] {
    var settings = Dictionary(settings.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let formulas = declareAtOnce(&settings) ?? declareInTurn(&settings)
    for name in settings.keys.sorted() {
      let declared = program.parameters.map(\.name)
      let problem = SemanticProblem.unknownParameter(name, nearest: nearestNames(to: name, among: declared, atMost: 3))
      diagnostics.append(
        Diagnostic(.error, problem.code, problem.message, at: .command, help: problem.help))
    }
    return formulas
  }

  /// Enters one name after another, and reports those that are taken.
  private mutating func declareInTurn(_ settings: inout [String: ExpressionSyntax]) -> [FormulaSyntax] {
    var formulas: [FormulaSyntax] = []
    reserveNames(for: &formulas)
    for (script, unit) in scripts.enumerated() {
      for (stretch, part) in unit.syntax.stretches.enumerated() {
        for (position, declaration) in part.names.declarations.enumerated() {
          if declaration.kind == .scenario,
            case .scenario(let scenario) = part.statements[Int(declaration.position)].form
          {
            declare(scenario, qualifier: unit.qualifier)
          }
          guard let definition = nextDefinition(declaration.kind) else { continue }
          let name = declaration.name
          var setting: ExpressionSyntax?
          if case .parameter = definition {
            setting = settings.removeValue(forKey: unit.qualifier.map { "\($0).\(name.text)" } ?? name.text)
          }
          guard declare(name, as: definition, qualifier: unit.qualifier) else { continue }
          formulas.append(
            FormulaSyntax(
              place: StatementPlace(
                script: Int32(truncatingIfNeeded: script), stretch: Int32(truncatingIfNeeded: stretch),
                position: declaration.position),
              declaration: Int32(truncatingIfNeeded: position), definition: definition))
          makeRoom(for: definition, name)
          if let setting, case .parameter(let parameter) = definition {
            parameterSettings[parameter] = setting
            program.parameters[parameter].isSet = true
          }
        }
      }
    }
    return formulas
  }

  private mutating func reserveNames(for formulas: inout [FormulaSyntax]) {
    func count(_ kind: StatementKind) -> Int {
      scripts.reduce(0) { $1.syntax.stretches.reduce($0) { $0 + $1.positions(of: kind).count } }
    }
    let aliases = count(.alias)
    let aggregates = count(.aggregate)
    program.aliases.reserveCapacity(aliases)
    program.aggregates.reserveCapacity(aggregates)
    formulas.reserveCapacity(aliases + aggregates + count(.parameter) + count(.set))
    scope.reserve(aliases + aggregates + count(.parameter) + count(.set))
  }

  /// Returns the definition that the next declaration of `kind` makes; nil where it makes none.
  private func nextDefinition(_ kind: StatementKind) -> Definition? {
    switch kind {
    case .parameter: .parameter(program.parameters.count)
    case .alias: .alias(program.aliases.count)
    case .aggregate: .aggregate(program.aggregates.count)
    case .set: .set(program.sets.count)
    case .use, .importing, .unit, .indicator, .target, .same, .hierarchy, .scenario, .rule, .correlate, .show, .project,
      .compare, .solve, .sensitivity, .tabulate, .explain, .report, .expression:
      nil
    }
  }

  /// Makes `name` stand for `definition`, or reports why it cannot.
  private mutating func declare(_ name: NameSyntax, as definition: Definition, qualifier: String?) -> Bool {
    let hash = name.stableHash
    if Relation.named(name.text, hash) != nil {
      report(.builtInName(name.text), at: name.range)
      return false
    }
    let full = qualifier.map { "\($0).\(name.text)" } ?? name.text
    let fullHash = qualifier == nil ? hash : full.stableHash
    switch scope.declareNew(full, fullHash, as: .definition(definition), at: name.range) {
    case nil: return true
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

  /// Enters what `name` declares into the program as not understood, which it stays where it cannot be checked.
  private mutating func makeRoom(for definition: Definition, _ name: NameSyntax) {
    switch definition {
    case .parameter: program.parameters.append(CheckedParameter(declaredAs: name))
    case .alias: program.aliases.append(CheckedAlias(declaredAs: name))
    case .aggregate: program.aggregates.append(CheckedAggregate(declaredAs: name))
    case .set:
      program.sets.append(CheckedSet(declaredAs: name))
      hasSets = true
      scope.declareSetDimension()
    case .indicator: break
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
