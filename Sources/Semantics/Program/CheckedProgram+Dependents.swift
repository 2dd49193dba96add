import Indicators

/// What each definition of a program rests on, so that it can be asked what changes with another.
package struct Dependencies: Sendable {
  /// The definitions that need each definition directly.
  private var users: [Definition: [Definition]] = [:]
  /// The definitions that look at relations, and so may change with anything.
  private var usersOfRelations: [Definition] = []

  /// Gathers the needs of formulas, sets and targets, and of what `scenarios` and their bases assume; nil for all scenarios.
  package init(_ program: CheckedProgram, under scenarios: [ScenarioID]? = nil) {
    for definition in program.definitions {
      var expressions = program.formula(of: definition).map { [$0] } ?? []
      if case .set(let set) = definition { expressions += program.sets[set].elements.map(\.value) }
      add(expressions, to: definition)
    }
    let chains = scenarios?.flatMap { program.chain(of: $0).declared } ?? program.scenarios
    for assumption in chains.flatMap(\.assumptions) {
      add(assumption.courses.flatMap(\.expressions), to: assumption.subject)
    }
    // What a target asks of an indicator is the indicator's value under `plan`.
    for target in program.targets {
      for subject in Set(target.subject.definitionsNeeded) {
        add(target.conditions.flatMap(\.expressions), to: subject)
      }
    }
  }

  private mutating func add(_ expressions: [CheckedExpression], to definition: Definition) {
    for need in Set(expressions.flatMap(\.definitionsNeeded)) { users[need, default: []].append(definition) }
    if expressions.contains(where: \.looksAtRelations) { usersOfRelations.append(definition) }
  }

  /// Returns `definitions` and all whose values may change with theirs.
  package func dependents(of definitions: [Definition]) -> Set<Definition> {
    var reached = Set(definitions)
    var open = definitions + (definitions.isEmpty ? [] : usersOfRelations)
    reached.formUnion(open)
    while let next = open.popLast() {
      for user in users[next] ?? [] where reached.insert(user).inserted { open.append(user) }
    }
    return reached
  }
}

extension CheckedProgram {
  /// Every definition: params, indicators, aliases, aggregates and sets, each in written order.
  package var definitions: [Definition] {
    var definitions: [Definition] = parameters.indices.map { .parameter($0) }
    definitions += indicators.indices.map { .indicator($0) } + aliases.indices.map { .alias($0) }
    definitions += aggregates.indices.map { .aggregate($0) } + sets.indices.map { .set($0) }
    return definitions
  }

  /// Returns `scenarios` and those that brackets in `value` or in any formula choose.
  private func scenarios(_ scenarios: [ScenarioID], reachedFrom value: CheckedExpression) -> [ScenarioID] {
    let formulas = definitions.compactMap { formula(of: $0) } + [value]
    return scenarios + formulas.flatMap(\.scenariosChosen)
  }

  /// Returns for each of the params at `positions` whether the value of `expression` in `scenarios` may change with it.
  package func reaching(
    _ positions: [Int], _ expression: CheckedExpression, under scenarios: [ScenarioID]
  ) -> [Bool] {
    let dependencies = Dependencies(self, under: self.scenarios(scenarios, reachedFrom: expression))
    let needed = Set(expression.definitionsNeeded)
    return positions.map { position in
      expression.looksAtRelations || !needed.isDisjoint(with: dependencies.dependents(of: [.parameter(position)]))
    }
  }

  /// Returns the formula of `definition`; an indicator and a set have none.
  package func formula(of definition: Definition) -> CheckedExpression? {
    switch definition {
    case .parameter(let position): parameters[position].value
    case .alias(let position): aliases[position].formula
    case .aggregate(let position): aggregates[position].formula
    case .indicator, .set: nil
    }
  }
}

extension CheckedExpression {
  /// The definitions whose values the expression needs.
  package var definitionsNeeded: [Definition] {
    var definitions: [Definition] = []
    var open = [self]
    while let next = open.popLast() {
      if case .definition(let definition) = next.form { definitions.append(definition) }
      open += next.parts
    }
    return definitions
  }

  /// Whether the expression aggregates the rows of a relation.
  package var looksAtRelations: Bool {
    var open = [self]
    while let next = open.popLast() {
      if case .aggregate(let call) = next.form, case .relation = call.frame { return true }
      open += next.parts
    }
    return false
  }

  /// The scenarios that brackets choose anywhere in the expression.
  package var scenariosChosen: [ScenarioID] {
    var scenarios: [ScenarioID] = []
    var open = [self]
    while let next = open.popLast() {
      if case .selection(_, let selection) = next.form, let scenario = selection.scenario { scenarios.append(scenario) }
      open += next.parts
    }
    return scenarios
  }
}

extension CheckedCondition {
  /// The expressions that the condition needs.
  fileprivate var expressions: [CheckedExpression] {
    switch self {
    case .comparison(_, let value), .grows(let value), .shrinks(let value), .adds(let value), .holds(let value):
      [value]
    case .inRange(let lower, let upper): [lower, upper]
    case .rises, .falls, .assigned, .ranks, .milestone: []
    }
  }
}
