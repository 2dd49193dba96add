import Semantics

/// Which draws are tied to others, and how.
///
/// A tied distribution reads its standard normal as a mixture of those that belong to the names of its group.
struct Correlations: Sendable {
  /// Creates the ties of a scenario; none without `correlate`.
  init() {}

  /// Returns the names whose standard normals make that of `name`, with their weights, whose squares add up to 1; nil
  /// for a name that is tied to none.
  func mixture(of name: String) -> [(name: String, weight: Double)]? { nil }
}
