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
    if layers(of: scenario).root == .actual { prepareData(of: definitions) }
    let (order, layers) = (order(of: scenario), layers(of: scenario))
    var independent: [Definition] = []
    for index in Set(definitions.flatMap { order.groupsNeeded(by: $0) }).sorted() {
      let group = order.groups[index]
      if isComputed(group[0], in: scenario) || takesShare(ofGroup: index, order, in: scenario) { continue }
      if case .parameter = group[0] {
        _ = overlaidValue(of: group[0], in: scenario)
      } else if case .indicator = group[0], group.count == 1,
        order.needs[index].allSatisfy({ $0 == index || isComputed(order.groups[$0][0], in: scenario) }),
        program.expressions(of: group[0], layers).allSatisfy({ $0.isSameForAllMembers(in: scenario) })
      {
        independent.append(group[0])
      }
    }
    if independent.count < 2 { return }
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

  private func isComputed(_ definition: Definition, in scenario: ScenarioID) -> Bool {
    values[Key(definition: definition, scenario: scenario)] != nil
  }

  /// Merges the observations of those of `definitions` that are indicators.
  private mutating func prepareData(of definitions: [Definition]) {
    let positions = definitions.compactMap { definition -> Int? in
      if case .indicator(let position) = definition, indicators[position] == nil { position } else { nil }
    }
    if positions.count < 2 { return }
    let data = shared(positions) { evaluator, position in evaluator.data(ofIndicator: position) }
    for (position, data) in zip(positions, data) { indicators[position] = data }
  }
}
