import Semantics

/// One way in which a scenario differs from another, which can be made by itself.
package struct ScenarioChange: Sendable {
  /// Where an assumption stands among the layers of a scenario.
  struct Place: Hashable, Sendable {
    /// The layer; 0 is the scenario itself.
    let layer: Int
    /// The position among the layer's assumptions.
    let index: Int
  }

  /// What the scenarios lie over, where it puts another built-in scenario, or the plan of other periods, at the root.
  package var root: (first: ScenarioGround, second: ScenarioGround)?
  /// Whether last values are held in the second scenario, where they are in only one of the two.
  package var holds: Bool?
  /// What the second scenario assumes.
  package var taken: [CheckedAssumption] { takenPlaces.map(\.assumption) }
  /// What the first scenario assumes and the second does not.
  package var left: [CheckedAssumption] { leftPlaces.map(\.assumption) }
  /// What both scenarios rest on and the second overrides.
  package var overridden: [CheckedAssumption] = []

  var takenPlaces: [(place: Place, assumption: CheckedAssumption)] = []
  var leftPlaces: [(place: Place, assumption: CheckedAssumption)] = []

  /// Returns this change and `other` as one.
  func joined(with other: ScenarioChange) -> ScenarioChange {
    var result = self
    result.root = root ?? other.root
    result.holds = holds ?? other.holds
    result.takenPlaces += other.takenPlaces
    result.leftPlaces += other.leftPlaces
    result.overridden += other.overridden
    return result
  }
}
