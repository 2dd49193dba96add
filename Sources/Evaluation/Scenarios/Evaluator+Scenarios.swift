import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the value of `definition` in a scenario that a script declares.
  mutating func overlaidValue(of definition: Definition, in scenario: ScenarioID) -> Value {
    let key = Key(definition: definition, scenario: scenario)
    if let value = values[key] { return value }
    let order = order(of: scenario)
    for index in order.groupsNeeded(by: definition) {
      let group = order.groups[index]
      if values[Key(definition: group[0], scenario: scenario)] != nil { continue }
      if takesShare(ofGroup: index, order, in: scenario) { continue }
      if order.isMutual[index] {
        computeMutually(group, in: scenario)
      } else {
        let value = overlaid(group[0], in: scenario)
        values[Key(definition: group[0], scenario: scenario)] = value
        rememberUses(of: group[0], in: scenario)
      }
    }
    return values[key] ?? .numbers(Cube(axes: [], missing: .undefined))
  }

  /// Takes the values of a group from a scenario that has the same; false where this one is the first to need them.
  private mutating func takesShare(ofGroup index: Int, _ order: ScenarioOrder, in scenario: ScenarioID) -> Bool {
    // Draws may be tied in one scenario and not in the other.
    guard block == nil else { return false }
    let holder = reaches.holder(ofGroup: index, in: scenario, program, layers(of: scenario), order)
    return share(order.groups[index], of: holder, with: scenario)
  }

  /// Computes definitions that need each other in some cells: each round settles the cells that need only settled ones.
  ///
  /// A cell that is still open when a round settles nothing needs itself, which is reported.
  private mutating func computeMutually(_ group: [Definition], in scenario: ScenarioID) {
    for member in group {
      values[Key(definition: member, scenario: scenario)] = .numbers(Cube(axes: [], missing: .circular))
    }
    var rounds = 2
    var round = 0
    var isChanging = true
    while isChanging, round < rounds {
      isChanging = false
      round += 1
      for member in group {
        let key = Key(definition: member, scenario: scenario)
        let value = overlaid(member, in: scenario)
        if case .numbers(let cube) = value {
          rounds = max(rounds, (cube.periods.count + 1) * group.count + 2)
          if case .numbers(let before)? = values[key], !before.isSame(as: cube) { isChanging = true }
        }
        values[key] = value
      }
    }
    for member in group {
      guard case .numbers(let cube)? = values[Key(definition: member, scenario: scenario)],
        let offset = cube.reasons.firstIndex(of: .circular)
      else { continue }
      let periods = group.map { name(of: $0) }
      report(
        EvaluationProblem.circularCells(periods, at: cube.period(at: offset), scenario: scenario.word)
          .diagnostic(at: place(of: member)))
      break
    }
  }

  /// Returns where `definition` is declared or assumed, for a finding about it.
  private func place(of definition: Definition) -> SourceRange {
    switch definition {
    case .parameter(let position): program.parameters[position].value.range
    case .alias(let position): program.aliases[position].range
    case .aggregate(let position): program.aggregates[position].range
    case .set(let position): program.sets[position].range
    case .indicator:
      program.scenarios.flatMap(\.assumptions).first { $0.subject == definition }?.range
        ?? program.scenarios.first?.range ?? SourceRange(SourceID(0), 0, 0)
    }
  }

  /// Returns what `scenario` and those that it rests on assume.
  mutating func layers(of scenario: ScenarioID) -> ScenarioLayers {
    if let known = layers[scenario] { return known }
    let made = ScenarioLayers(scenario, in: program, horizon: horizon(of: scenario))
    layers[scenario] = made
    return made
  }

  /// Returns the order in which the values of `scenario` are computed.
  mutating func order(of scenario: ScenarioID) -> ScenarioOrder {
    if let known = orders[scenario] { return known }
    let made = ScenarioOrder(program, layers(of: scenario))
    orders[scenario] = made
    return made
  }
}

extension Cube {
  /// Whether the cube has the axes, numbers and reasons of `other`.
  fileprivate func isSame(as other: Cube) -> Bool {
    guard axes == other.axes, reasons == other.reasons else { return false }
    return (0..<count).allSatisfy { reasons[$0] != .known || values[$0] == other.values[$0] }
  }
}
