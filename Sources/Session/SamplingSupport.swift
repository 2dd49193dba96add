import Evaluation
import Semantics
import Source

/// What a session's surroundings do for sampling: run it on threads, show how far it is, end it.
package struct SamplingSupport: Sendable {
  /// How many threads share the work; the answers do not depend on it.
  package var threads: Int
  /// Calls the work once for each of so many threads, and returns when all are done.
  package var run: (@Sendable (_ threads: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void)?
  /// Is told how many of so many samples of a scenario are computed; of all, where sampling ends.
  package var progress: (@Sendable (_ scenario: String, _ done: Int, _ count: Int) -> Void)?
  /// Whether the user wants sampling to end with what is known so far.
  package var isInterrupted: @Sendable () -> Bool

  /// Creates the support; without any, sampling runs on the caller's thread.
  package init(
    threads: Int = 1, run: (@Sendable (_ threads: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void)? = nil,
    progress: (@Sendable (_ scenario: String, _ done: Int, _ count: Int) -> Void)? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = threads
    self.run = run
    self.progress = progress
    self.isInterrupted = isInterrupted
  }
}

extension SamplingSupport {
  /// The threads, for whatever has independent parts.
  package var workers: Workers { run.map { Workers(count: threads, run: $0) } ?? Workers() }
}

extension Sampling {
  /// Creates the settings that `input` gives; a number of samples there goes before that of `program`.
  init(_ input: SessionInput, _ program: CheckedProgram) {
    self.init()
    seed = input.seed ?? seed
    count = input.samples ?? program.sampleCount ?? count
    let support = input.sampling
    workers = support.workers
    if let tell = support.progress { progress = { tell($0.scenario, $0.done, $0.count) } }
    isInterrupted = support.isInterrupted
  }
}
