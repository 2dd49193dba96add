import Indicators
import Semantics

/// What a scenario and those that it rests on assume of each definition, the nearest scenario first.
struct ScenarioLayers {
  /// One assumption with the layer that it belongs to; 0 is the scenario itself.
  struct Layered {
    let layer: Int
    let assumption: CheckedAssumption
  }

  /// The built-in scenario at the root.
  let root: ScenarioID
  /// The deadlines of which `plan` takes what is asked; nil for all.
  let planned: Selection.Periods?
  /// Whether what no assumption covers is held, and not missing.
  let holds: Bool
  /// The months since the year 0 at which the scenario ends.
  let horizon: Int
  private let assumptions: [Definition: [Layered]]

  /// Gathers the layers of `scenario`, which ends at `horizon`.
  init(_ scenario: ScenarioID, in program: CheckedProgram, horizon: Int) {
    self.init(program.layers(of: scenario), horizon: horizon)
  }

  /// Gathers what `layers` assume, which end at `horizon`.
  init(_ layers: LayeredAssumptions, horizon: Int) {
    root = layers.ground.root
    planned = layers.ground.planned
    holds = layers.ground.holds
    self.horizon = horizon
    var gathered: [Definition: [Layered]] = [:]
    for (layer, assumptions) in layers.assumptions.enumerated() {
      for assumption in assumptions {
        gathered[assumption.subject, default: []].append(Layered(layer: layer, assumption: assumption))
      }
    }
    assumptions = gathered
  }

  /// Returns what is assumed of `definition`, the nearest layer first, each layer in written order.
  func assumptions(of definition: Definition) -> [Layered] { assumptions[definition] ?? [] }

  /// Returns the last period of `frequency` that ends no later than the horizon.
  func lastPeriod(_ frequency: Frequency) -> Period {
    Period(frequency: frequency, ordinal: Int32(clamping: horizon / (12 / frequency.perYear) - 1))
  }
}
