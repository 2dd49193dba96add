import Semantics

/// Which draws are tied to others, and how.
///
/// A tied distribution reads its standard normal as a mixture of those that belong to the names of its group, at the same
/// member, period and sample. The first name of a group, in the order of names, keeps its own,
/// so that a tie moves as few draws as it can.
struct Correlations: Sendable {
  private var mixtures: [String: [(name: String, weight: Double)]] = [:]

  /// Gathers the ties of `scenario`; none without `correlate`.
  init(_ program: CheckedProgram, in scenario: ScenarioID) {
    for group in TieGroup.groups(of: program, in: scenario) {
      // Ties that no draws can have have been reported.
      guard let rows = group.weights() else { continue }
      let names = group.names.map(program.name)
      for (own, weights) in zip(names, rows) {
        mixtures[own] = zip(names, weights).filter { $0.1 != 0 }.map { (name: $0.0, weight: $0.1) }
      }
    }
  }

  /// Returns the names whose standard normals make that of `name`, with their weights, whose squares add up to 1; nil
  /// for a name that is tied to none.
  ///
  /// The names are those that key draws: a param's, or the subject's of an assumption.
  func mixture(of name: String) -> [(name: String, weight: Double)]? { mixtures[name] }
}
