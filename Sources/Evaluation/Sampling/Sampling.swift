import Indicators
import Source

/// How distributions are sampled.
package struct Sampling: Sendable {
  /// What seeds the draws.
  package var seed: UInt64
  /// How many samples there are; fewer than were asked for where the user ended sampling.
  package var count: Int
  /// Who shares the work; the answers do not depend on it.
  package var workers: Workers
  /// Is told how far sampling is.
  package var progress: (@Sendable (SamplingProgress) -> Void)?
  /// Whether the user wants sampling to end with what is known so far.
  package var isInterrupted: @Sendable () -> Bool

  /// Creates the settings of a run.
  package init(
    seed: UInt64 = 1, count: Int = 10_000, workers: Workers = Workers(),
    progress: (@Sendable (SamplingProgress) -> Void)? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seed = seed
    self.count = count
    self.workers = workers
    self.progress = progress
    self.isInterrupted = isInterrupted
  }
}

/// How far the sampling of one scenario is.
package struct SamplingProgress: Sendable {
  /// The scenario.
  package let scenario: String
  /// How many samples are computed.
  package let done: Int
  /// How many there will be; as many as are done where sampling ends.
  package let count: Int
}

/// Samples that are computed at once.
struct SampleBlock: Sendable {
  /// The samples.
  let range: Range<Int>
  /// Their axis, whose labels count from 0 in each block.
  let axis: Axis

  /// Creates the block of the samples in `range`.
  init(_ range: Range<Int>) {
    self.init(range, axis: Axis(.sample, range.indices.map { .row(Int32(clamping: $0 - range.lowerBound)) }))
  }

  /// Creates a block of as many samples as `axis` has labels, which blocks share.
  init(_ range: Range<Int>, axis: Axis) {
    self.range = range
    self.axis = axis
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
}
