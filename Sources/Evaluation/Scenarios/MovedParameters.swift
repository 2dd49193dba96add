import Indicators
import Semantics

/// An evaluator in which some params take the values that are tried, in every scenario.
///
/// A moved param's distribution and what scenarios assume of it are set aside. What does not rest on the params is
/// computed once; each try computes the rest anew, with the same draws, and what it finds or remembers is lost with it.
package struct MovedParameters: Sendable {
  /// The positions of the params.
  package let positions: [Int]
  private var base: Evaluator
  private let dependents: Set<Definition>
  private let sampleCount: Int

  /// Creates an evaluator like `evaluator` whose params at `positions` are moved; they stand at `values` at first, in their
  /// units, where `expressions` are computed in `scenario` once.
  package init(
    _ evaluator: Evaluator, moving positions: [Int], from values: [Double], of expressions: [CheckedExpression],
    in scenario: ScenarioID
  ) {
    self.positions = positions
    dependents = Dependencies(evaluator.program).dependents(of: positions.map { .parameter($0) })
    sampleCount = evaluator.sampling.count
    base = evaluator
    for position in base.program.scenarios.indices {
      base.program.scenarios[position].assumptions.removeAll { assumption in
        positions.contains { assumption.subject == .parameter($0) }
      }
    }
    // Who assumes what, and the order of computing, change with the assumptions that are set aside.
    base.layers = [:]
    base.orders = [:]
    base.forget(dependents)
    base = self.evaluator(at: values)
    for expression in expressions { _ = base.value(of: expression, in: scenario) }
    base.forget(dependents)
  }

  /// Returns an evaluator in which the params have `values`, in their order and units.
  package func evaluator(at values: [Double]) -> Evaluator {
    var moved = base
    for (position, value) in zip(positions, values) {
      let stated = moved.program.parameters[position].value
      moved.program.parameters[position].value = CheckedExpression(
        .number(value, decimals: 0), stated.type, stated.range)
    }
    return moved
  }

  /// Returns how many samples `trial` had, where the user ended it before it had all; nil elsewhere.
  package func samplesIfEnded(_ trial: Evaluator) -> Int? {
    trial.sampling.count < sampleCount ? trial.sampling.count : nil
  }
}

extension Evaluator {
  /// Forgets the values of `definitions` in every scenario, and what may rest on them.
  fileprivate mutating func forget(_ definitions: Set<Definition>) {
    values = values.filter { !definitions.contains($0.key.definition) }
    overlays = overlays.filter { !definitions.contains($0.key.definition) }
    planned = planned.filter { !definitions.contains(.indicator($0.key)) }
    footings = footings.filter { !definitions.contains($0.key.definition) }
    targetFootings = [:]
    assumptionRows = [:]
    relations = [:]
    targetRows = [:]
    sampledTargets = [:]
    uncertain = [:]
    samples = SampleStore()
  }
}
