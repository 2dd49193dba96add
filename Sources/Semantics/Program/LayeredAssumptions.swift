import Indicators

/// What layers of assumptions lie over.
package struct ScenarioGround: Sendable {
  /// The built-in scenario at the root.
  package var root: ScenarioID
  /// The deadlines of which `plan` takes what is asked; nil for all.
  package var planned: Selection.Periods?
  /// Whether what no assumption covers is held at its last value.
  package var holds: Bool

  /// Creates a ground.
  package init(root: ScenarioID, planned: Selection.Periods? = nil, holds: Bool) {
    self.root = root
    self.planned = planned
    self.holds = holds
  }
}

/// Assumptions in layers, whether a script declares the layers as scenarios or not.
package struct LayeredAssumptions: Sendable {
  /// What the layers lie over.
  package var ground: ScenarioGround
  /// The assumptions of each layer in written order, the nearest layer first.
  package var assumptions: [[CheckedAssumption]]

  /// Creates layers.
  package init(over ground: ScenarioGround, _ assumptions: [[CheckedAssumption]]) {
    self.ground = ground
    self.assumptions = assumptions
  }
}

extension CheckedProgram {
  /// Returns the layers of `scenario`: its own assumptions, and those of the scenarios that it rests on.
  ///
  /// The built-in scenarios have none, and hold nothing.
  package func layers(of scenario: ScenarioID) -> LayeredAssumptions {
    let (chain, root) = chain(of: scenario)
    let ground = ScenarioGround(
      root: root, planned: chain.lazy.compactMap(\.basePeriods).first,
      holds: !chain.isEmpty && chain.lazy.compactMap(\.holds).first ?? true)
    return LayeredAssumptions(over: ground, chain.map(\.assumptions))
  }
}
