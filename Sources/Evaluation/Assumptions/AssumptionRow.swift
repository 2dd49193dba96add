import Indicators
import Semantics
import Source
import Units

/// What becomes of one assumption in a scenario, or an indicator of which the scenario holds the last value.
package struct AssumptionRow: Sendable {
  /// The scenario asked of.
  package let scenario: ScenarioID
  /// The scenario that states it; nil for what is held by default.
  package let layer: ScenarioID?
  /// What is assumed.
  package let definition: Definition
  /// Its name.
  package let name: String
  /// The members that the assumption is limited to.
  package let members: [(dimension: Dimension, name: String)]
  /// The assumption as written.
  package let wording: Phrase
  /// The texts after `because` and after `source`, each on one line.
  package let because: String?
  package let source: String?
  /// Where it is written.
  package let range: SourceRange?
  /// What its values are in.
  package let unit: MeasurementUnit

  /// What becomes of it.
  package var state = AssumptionState.idle
  /// The first and last period that it covers, over all members.
  package var span: ClosedRange<Period>?
  /// The value in the last period, where it covers one combination of members.
  package var value: Double?
  package var valueReason = MissingReason.notApplicable
  /// The first period in which a bound stopped the path.
  package var stopped: Period?
  /// Whether it covers cells that the root knows.
  package var replacesData = false
  /// Whether it is a path of an alias, whose formula is set aside there.
  package var cutsFormula = false
  /// The first and last of the periods whose values are held.
  package var heldSince: ClosedRange<Period>?
  /// Of how many combinations of members the value is held, and how many there are.
  package var held = (members: 0, all: 0)
}
