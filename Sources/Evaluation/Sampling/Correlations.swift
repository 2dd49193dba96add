import Semantics

/// Which draws are tied to others, and how.
///
/// A tied distribution reads its standard normal as a mixture of those that belong to the names of its group.
struct Correlations: Sendable {
  /// Gathers the ties of `scenario`; none without `correlate`.
  init(_ program: CheckedProgram, in scenario: ScenarioID) {}

  /// Returns the names whose standard normals make that of `name`, with their weights, whose squares add up to 1; nil
  /// for a name that is tied to none.
  ///
  /// The names are those that key draws: a param's, or the subject's of an assumption.
  func mixture(of name: String) -> [(name: String, weight: Double)]? { nil }
}
