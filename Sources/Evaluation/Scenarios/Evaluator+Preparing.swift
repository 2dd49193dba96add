import Indicators
import Semantics

/// Values of many definitions that do not need each other, computed on all threads.
extension Evaluator {
  /// What is worked out of one definition.
  private struct Prepared: Sendable {
    let value: Value?
    let overlaid: OverlaidCube?
    let uses: [AggregateUse]?
    let data: IndicatorData?
  }

  /// Computes those of `definitions` that are indicators and need nothing that is still to be computed.
  ///
  /// Whatever is not computed here is computed when it is asked for.
  mutating func prepare(_ definitions: [Definition], in scenario: ScenarioID) {
    guard block == nil else { return }
    guard scenario.isDeclared else {
      if scenario == .actual { prepareData(of: definitions) }
      return
    }
    let order = order(of: scenario)
    prepare(groups: Set(definitions.flatMap { order.groupsNeeded(by: $0) }).sorted(), of: order, in: scenario)
  }

  /// Computes those of `groups`, in the order of the scenario, that are indicators and need nothing that is still to be computed.
  mutating func prepare(groups: [Int], of order: ScenarioOrder, in scenario: ScenarioID) {
    guard block == nil else { return }
    let layers = layers(of: scenario)
    if layers.root == .actual { prepareData(of: groups.flatMap { order.groups[$0] }) }
    var independent: [Definition] = []
    for index in groups {
      let group = order.groups[index]
      if isComputed(group[0], in: scenario) || takesShare(ofGroup: index, order, in: scenario) { continue }
      if case .parameter = group[0] {
        _ = overlaidValue(of: group[0], in: scenario)
      } else if case .indicator = group[0], isAlone(index, of: order, in: scenario) {
        independent.append(group[0])
      }
    }
    if independent.count < 2 || rowCount(of: independent) < fewestCellsMemberwise { return }
    let prepared = shared(independent) { evaluator, definition in
      let key = Key(definition: definition, scenario: scenario)
      let value = evaluator.overlaidValue(of: definition, in: scenario)
      return Prepared(
        value: value, overlaid: evaluator.overlays[key], uses: evaluator.usesOfDefinition[key], data: nil)
    }
    for (definition, prepared) in zip(independent, prepared) {
      let key = Key(definition: definition, scenario: scenario)
      values[key] = prepared.value
      overlays[key] = prepared.overlaid
      usesOfDefinition[key] = prepared.uses
    }
  }

  /// Returns how many observations the indicators among `definitions` have.
  private func rowCount(of definitions: [Definition]) -> Int {
    definitions.reduce(0) { count, definition in
      guard case .indicator(let position) = definition else { return count }
      return program.indicators[position].parts.reduce(count) { $0 + catalogue.summaries[$1.sheet].counts[$1.index] }
    }
  }

  /// Whether the group at `index` is one definition that needs nothing in `scenario` that is still to be computed, other than
  /// itself.
  mutating func isAlone(_ index: Int, of order: ScenarioOrder, in scenario: ScenarioID) -> Bool {
    guard order.groups[index].count == 1 else { return false }
    let layers = layers(of: scenario)
    return order.needs[index].allSatisfy { $0 == index || isComputed(order.groups[$0][0], in: scenario) }
      && program.expressions(of: order.groups[index][0], layers).allSatisfy {
        $0.isSameForAllMembers(in: scenario, of: program)
      }
  }

  /// Whether `definition` has been computed in `scenario`.
  func isComputed(_ definition: Definition, in scenario: ScenarioID) -> Bool {
    values[Key(definition: definition, scenario: scenario)] != nil
  }

  /// Merges the observations of those of `definitions` that are indicators.
  mutating func prepareData(of definitions: [Definition]) {
    let positions = definitions.compactMap { definition -> Int? in
      if case .indicator(let position) = definition, indicators[position] == nil { position } else { nil }
    }
    if positions.count < 2 || rowCount(of: definitions) < fewestCellsMemberwise { return }
    let data = shared(positions) { evaluator, position in evaluator.data(ofIndicator: position) }
    for (position, var data) in zip(positions, data) {
      data.cube = pool.shared(data.cube)
      indicators[position] = data
    }
  }
}
