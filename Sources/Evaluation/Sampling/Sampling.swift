import Indicators

/// How distributions are sampled.
package struct Sampling: Hashable, Sendable {
  /// What seeds the draws.
  package var seed: UInt64
  /// How many samples there are.
  package var count: Int
  /// How many threads share the work; the answers do not depend on it.
  package var threads: Int

  /// Creates the settings of a run.
  package init(seed: UInt64 = 1, count: Int = 10_000, threads: Int = 1) {
    self.seed = seed
    self.count = count
    self.threads = threads
  }
}

/// What a distribution's draws are for.
struct DrawContext {
  /// The name that keys the draws: the param's, or the subject's of an assumption.
  let name: String
  /// The dimensions along which each member is drawn for itself.
  var lanes: [Axis] = []
  /// The periods, each of which is drawn for itself; nil for one draw for all.
  var periods: Axis?

  /// The same, with one draw for all periods.
  var once: DrawContext { DrawContext(name: name, lanes: lanes) }
}
