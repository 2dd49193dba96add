import Indicators
import Semantics
import Source

/// What is asked of the overlays once their values are computed.
extension Evaluator {
  /// Returns the values of `definition` in `scenario` with where each cell comes from; nil where nothing is laid over them.
  mutating func overlaidCube(of definition: Definition, in scenario: ScenarioID) -> OverlaidCube? {
    guard scenario.isDeclared else { return nil }
    _ = value(of: definition, in: scenario)
    return overlays[Key(definition: definition, scenario: scenario)]
  }

  /// Returns the values that `definition` has at the root of the scenario with `layers`, which say where its data end.
  mutating func rootValues(of definition: Definition, _ layers: ScenarioLayers) -> Cube {
    switch definition {
    case .indicator(let position): rootCube(ofIndicator: position, layers)
    case .parameter, .alias, .aggregate, .set: value(of: definition, in: layers.root).presence
    }
  }

  /// Returns the definitions whose values `expressions` need in `scenario`, by way of formulas and of assumptions, but for
  /// those written at the ranges `idle`.
  package mutating func definitionsReached(
    from expressions: [CheckedExpression], in scenario: ScenarioID, without idle: Set<SourceRange> = []
  ) -> Set<Definition> {
    let layers = scenario.isDeclared ? layers(of: scenario) : nil
    var reached: Set<Definition> = []
    var open = expressions.flatMap(\.definitionsNeeded)
    while let next = open.popLast() {
      guard reached.insert(next).inserted else { continue }
      var needed = program.formula(of: next).map { [$0] } ?? []
      if case .set(let position) = next { needed += program.sets[position].elements.map(\.value) }
      for layered in layers?.assumptions(of: next) ?? [] where !idle.contains(layered.assumption.range) {
        needed += layered.assumption.courses.flatMap(\.expressions)
      }
      open += needed.flatMap(\.definitionsNeeded)
    }
    return reached
  }
}
