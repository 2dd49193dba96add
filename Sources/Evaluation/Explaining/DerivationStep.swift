import Indicators
import Semantics
import Source

/// One step of a derivation.
package struct DerivationStep: Sendable {
  /// How deep the step stands; its operands follow it one deeper.
  package let depth: Int
  /// What the step is: a name with its cell, a formula, a place in a file.
  package let label: Phrase
  /// What it comes to; nil where it is missing or is no number.
  package let value: Double?
  /// Why there is no value; `.known` where there is one or where none belongs.
  package let reason: MissingReason
  /// What the value is of.
  package let type: ValueType
  /// What else is to be said, a line each.
  package let details: [Phrase]
  /// The cell or the target that the step is, as `file:line`.
  package let place: String?
}
