import Indicators
import Source

/// A member of a dimension that is the sum of others.
package struct CheckedHierarchy: Sendable {
  /// The dimension whose members they are.
  package let dimension: Dimension
  /// The whole.
  package let whole: String
  /// Its parts, each once.
  package let parts: [String]
  /// How far a printed whole may lie from the sum of its parts, as a share of it; nil for what rounding explains.
  package let tolerance: Double?
  /// Where the script states it, or the first row of a sheet that does.
  package let site: Site
}

extension CheckedIndicator {
  /// Whether the numbers add over members, so that a whole is the sum of its parts.
  package var addsOverMembers: Bool {
    knownKind.map(\.addsOverMembers) ?? !unit.isRatio
  }
}
