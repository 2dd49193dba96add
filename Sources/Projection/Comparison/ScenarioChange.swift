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

  /// Whether others of the changes replace what is left out for some members, so that this one is for the rest.
  package var isForTheRest: Bool { !kept.isEmpty }

  /// What is taken, with its places in the second scenario.
  var takenPlaces: [Placed] = []
  /// What is left out, with its places in the first scenario.
  var leftPlaces: [Placed] = []
  /// What stays of what is left out, for the members of an assumption of the second scenario that is not taken.
  var kept: [(of: Place, unless: Place, assumption: CheckedAssumption)] = []

  /// An assumption with its place.
  typealias Placed = (place: Place, assumption: CheckedAssumption)

  /// Returns this change and `other` as one.
  func joined(with other: ScenarioChange) -> ScenarioChange {
    var result = self
    result.root = root ?? other.root
    result.holds = holds ?? other.holds
    result.takenPlaces += other.takenPlaces
    result.leftPlaces += other.leftPlaces
    result.overridden += other.overridden
    result.kept += other.kept
    return result
  }
}
