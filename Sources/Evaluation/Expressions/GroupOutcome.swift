import Indicators
import Semantics

/// What one group of cells comes to.
struct GroupOutcome {
  /// The number, where there is one.
  var number: Double?
  /// Why there is none.
  var reason = MissingReason.undefined
  /// How many cells take part, and how many of them are known.
  var frame = 0
  var known = 0
  /// The share of the known weights that weigh a known cell, and how many weights are unknown.
  var weightShare: Double?
  var unknownWeights = 0

  /// The share of the cells, and of their weight, that is known.
  var coverage: Double { min(frame == 0 ? 1 : Double(known) / Double(frame), weightShare ?? 1) }
}
