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
        formulas.append(
          FormulaSyntax(
            form: form, definition: definition, name: name,
            range: statement.range))
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

  private func hasObservations(_ indicator: CheckedIndicator) -> Bool {
    indicator.parts.contains { summaries[$0.sheet].knownCounts[$0.index] > 0 }
  }

  private func indicatorSite(_ position: Int) -> Site? {
    guard let part = program.indicators[position].parts.first else { return nil }
    let sheet = catalogue.sheets[part.sheet]
    let indicator = sheet.indicators[part.index]
    return .cell(CellPlace(file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name))
  }

  /// Checks the formulas, each after those that it needs.
  mutating func checkFormulas(_ formulas: [FormulaSyntax]) {
    var positions = DefinitionTable<Int>()
    for (position, formula) in formulas.enumerated() { positions[formula.definition] = position }
    let graph = dependencies(of: formulas, positions)
    let groups = graph.components(followingLags: true)
    // Where nothing needs earlier periods alone, the groups are the same without them.
    let cyclic = cycles(in: graph, graph.hasLags ? graph.components(followingLags: false) : groups, formulas)
    var bounds: [Int: ClosedRange<Double>] = [:]
    var groupPositions: [Int32] = Array(repeating: -1, count: formulas.count)
    program.reserveGroups(groups.count)
    for group in groups {
      let open = cyclic.isEmpty ? group : group.filter { !cyclic.contains($0) }
      let isLagged = group.count > 1 || graph.edges[group[0]].contains { $0.target == group[0] }
      if isLagged { lagGroup = Set(open.map { formulas[$0].definition }) }
      for position in open {
        let formula = check(formulas[position])
        enter(formula.expression, as: formulas[position].definition)
        if let range = formula.bounds { bounds[position] = range }
      }
      lagGroup = []
      if open.isEmpty { continue }
      var needs: [Int] = []
      for position in open {
        for edge in graph.edges[position] where groupPositions[edge.target] >= 0 {
          needs.append(Int(groupPositions[edge.target]))
        }
      }
      for position in open { groupPositions[position] = Int32(clamping: program.order.count) }
      program.add(
        FormulaGroup(
          definitions: open.map { formulas[$0].definition }, isLagged: isLagged, needs: needs.sortedWithoutRepeats()))
    }
    for (position, formula) in formulas.enumerated() { add(formula, bounds: bounds[position]) }
  }

  /// Reports the circles among `groups`, and returns the formulas in them.
  private mutating func cycles(
    in graph: DependencyGraph, _ groups: [[Int]], _ formulas: [FormulaSyntax]
  ) -> Set<Int> {
    var cyclic: Set<Int> = []
    for group in groups {
      guard let path = group.lazy.compactMap({ graph.cycle(through: $0, within: group) }).first else { continue }
      report(.cycle(path.map { formulas[$0].name.text }), at: formulas[path[0]].name.range)
      cyclic.formUnion(group)
    }
    return cyclic
  }

  /// Remembers the formula of `definition` for those that need it.
  private mutating func enter(_ formula: CheckedExpression, as definition: Definition) {
    checkedFormulas[definition] = formula
    if hasSets {
      definitionSets[definition] = sets(under: formula)
      noteDirection(of: definition, formula)
    }
    if case .parameter(let parameter) = definition { parameterValues[parameter] = formula }
  }

  private mutating func dependencies(of formulas: [FormulaSyntax], _ positions: DefinitionTable<Int>) -> DependencyGraph
  {
    var graph = DependencyGraph(count: formulas.count)
    for (position, formula) in formulas.enumerated() {
      var references: [NameReference]
      switch formula.form {
      case .parameter(let parameter, let setting): references = nameReferences(in: setting ?? parameter.value)
      case .alias(let alias): references = nameReferences(in: alias.formula)
      case .set(let set, _):
        references = set.nameReferences
        if case .filter = set.form {
          // Which indicators it holds shows only where it is checked, and some of them may have a formula.
          graph.edges[position] += program.indicators.compactMap(\.formula).compactMap { positions[.alias($0)] }
            .map { .init(target: $0, isLagged: false) }
        }
      case .aggregate(let aggregate):
        let relations = aggregate.over.compactMap { Relation.named($0.text) }
        references = aggregate.nameReferences.filter { !isColumnOrWord($0, of: relations) }
        // What a relation judges must be computed before the relation is.
        if !relations.isEmpty { references += judgedReferences }
      }
      for reference in references where !isMember(reference) {
        guard case .definition(let definition) = lookUp(reference.path), let target = positions[definition] else {
          continue
        }
        graph.edges[position].append(.init(target: target, isLagged: reference.isLagged))
      }
    }
    return graph
  }

  /// The names that targets and rules judge.
  private var judgedReferences: [NameReference] {
    (statements.targets + statements.rules).flatMap { statement -> [NameReference] in
      switch statement.form {
      case .target(let target): target.nameReferences
      case .rule(let rule): nameReferences(in: rule.condition)
      default: []
      }
    }
  }

  /// Returns whether `reference` is a column of `relations`, or a word that stands in one.
  private func isColumnOrWord(_ reference: NameReference, of relations: [Relation]) -> Bool {
    relations.contains { relation in
      if relation.column(named: reference.path.text) != nil { return true }
      guard let other = reference.comparedWith, let column = relation.column(named: other.text),
        case .text = relation.columns[column].shape
      else { return false }
      return true
    }
  }

  /// Returns whether `reference` is compared with a dimension, and so is one of its members.
  private func isMember(_ reference: NameReference) -> Bool {
    guard let other = reference.comparedWith, case .dimension(let dimension) = scope.find(other.text) else {
      return false
    }
    return dimension != .period
  }

  /// Enters a checked formula into the program; one that could not be checked keeps its position.
  private mutating func add(_ formula: FormulaSyntax, bounds: ClosedRange<Double>?) {
    let expression =
      checkedFormulas[formula.definition] ?? CheckedExpression(.invalid, .invalid, formula.name.range)
    switch formula.form {
    case .parameter(_, let setting):
      program.parameters.append(
        .init(
          name: formula.name.text, value: expression, bounds: bounds, isSet: setting != nil,
          range: formula.name.range))
    case .alias:
      program.aliases.append(
        .init(
          name: formula.name.text, formula: expression, range: formula.name.range)
      )
    case .set(let set, let position):
      program.sets.append(
        checkedSets[position] ?? CheckedSet(name: set.name.text, elements: [], range: set.name.range))
    case .aggregate:
      program.aggregates.append(
        .init(
          name: formula.name.text, formula: expression, range: formula.name.range)
      )
    }
  }
}

extension [Int] {
  /// Returns the numbers in order, each once.
  fileprivate func sortedWithoutRepeats() -> [Int] {
    if count < 2 { return self }
    var result: [Int] = []
    for number in sorted() where number != result.last { result.append(number) }
    return result
  }
}
