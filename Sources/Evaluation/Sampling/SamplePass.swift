import Indicators
import Semantics

/// One run over all samples of a scenario, in which any number of expressions is computed block by block.
///
/// What the expressions share is computed once for each block, and nothing of a block outlives it but its samples.
struct SamplePass {
  /// An evaluator that knows all that is certain.
  let base: Evaluator
  /// The scenario.
  let scenario: ScenarioID
  /// What is asked.
  let requests: SampleRequests
  /// How many samples a block has, an even number.
  let blockSize: Int

  /// How many numbers the values of one definition have at most in a block, so that they stay in the processor's memory.
  private static let mostNumbers = 1 << 16

  /// Creates the pass; `cells` is how many cells without samples the largest value has.
  init(_ base: Evaluator, _ requests: SampleRequests, in scenario: ScenarioID, cells: Int) {
    self.base = base
    self.scenario = scenario
    self.requests = requests
    // Few samples are still shared by all workers.
    let wanted = max(512, min(4096, base.sampling.count / 8))
    blockSize = max(32, min(wanted, Self.mostNumbers / max(1, cells)) / 32 * 32)
  }

  /// What a pass gives.
  struct Result {
    /// All samples of each expression that is kept; nil for one that has more than can be.
    let cells: [SampledCells?]
    /// What is needed for the quantiles of each expression of which some are asked; nil for one that has more samples than can
    /// be.
    let ranks: [SampledRanks?]
    /// The share of samples in which each condition that is counted holds.
    let chances: [Cube]
    /// How many samples there were.
    let count: Int
  }

  /// Returns what is asked.
  ///
  /// Where the user ends it, the samples are those of the blocks up to the first that is not done.
  func result() -> Result {
    let sampling = base.sampling
    let first = SampleBlock(0..<min(blockSize, sampling.count))
    let blocks = (sampling.count + blockSize - 1) / blockSize
    let cubes = cubes(of: first)
    let kept = zip(requests.kept, cubes).map { request, cube in
      SampledCells(like: cube, count: sampling.count, isTruth: request.expression.type.shape == .truth)
    }
    let ranks = zip(requests.ranked, cubes.dropFirst(kept.count)).map { request, cube in
      SampledRanks(like: cube, shares: request.shares, count: sampling.count, blockSize: blockSize)
    }
    let counted = cubes.dropFirst(kept.count + ranks.count).map { SampleTallies(like: $0, blocks: blocks) }
    let isDone = BlockMarks(blocks)
    let take: @Sendable ([Cube], Int, Range<Int>) -> Void = { cubes, block, range in
      for (cells, cube) in zip(kept, cubes) { cells?.take(cube, range) }
      for (ranks, cube) in zip(ranks, cubes.dropFirst(kept.count)) { ranks?.take(cube, block, range) }
      for (tallies, cube) in zip(counted, cubes.dropFirst(kept.count + ranks.count)) {
        tallies.take(cube, block, count: range.count)
      }
      isDone.mark(block)
    }
    take(cubes, 0, first.range)
    // What can neither be kept nor counted is not computed any further.
    guard !counted.isEmpty || kept.contains(where: { $0 != nil }) || ranks.contains(where: { $0 != nil }) else {
      return Result(cells: kept, ranks: ranks, chances: [], count: sampling.count)
    }
    let firstBlocks = min(blocks, ranks.lazy.compactMap { $0?.firstBlocks }.first ?? 1)
    share(1..<firstBlocks, take, like: first)
    for ranks in ranks { ranks?.settleSpans(sampling.workers) }
    share(firstBlocks..<blocks, take, like: first)
    if blocks > 1 { report(sampling.count) }
    let known = min(sampling.count, isDone.leading * blockSize)
    for cells in kept { cells?.count = known }
    for ranks in ranks { ranks?.count = known }
    return Result(
      cells: kept, ranks: ranks, chances: counted.map { $0.chance(inFirst: isDone.leading) }, count: known)
  }

  /// Lets the workers compute `blocks`, whose axes are those of `first` where they are as long, and `take` them.
  private func share(
    _ blocks: Range<Int>, _ take: @escaping @Sendable ([Cube], Int, Range<Int>) -> Void, like first: SampleBlock
  ) {
    let sampling = base.sampling
    let workers = max(1, min(sampling.workers.count, blocks.count))
    sampling.workers.share(blocks) { [self] part, worker in
      guard !sampling.isInterrupted() else { return }
      let start = part * blockSize
      let range = start..<min(start + blockSize, sampling.count)
      let block = range.count == blockSize ? SampleBlock(range, axis: first.axis) : SampleBlock(range)
      take(self.cubes(of: block), part, range)
      // The first worker tells for all; the others are about as far.
      if worker == 0 { report(min(range.upperBound + (workers - 1) * blockSize, sampling.count)) }
    }
  }

  /// Calls `take` with the values of the first expression for each block, in order; returns how many samples there were.
  func forEachBlock(_ take: (Cube, Range<Int>) -> Void) -> Int {
    var start = 0
    while start < base.sampling.count, start == 0 || !base.sampling.isInterrupted() {
      let range = start..<min(start + blockSize, base.sampling.count)
      take(cubes(of: SampleBlock(range))[0], range)
      start = range.upperBound
      report(start)
    }
    if start < base.sampling.count { report(base.sampling.count) }
    return start
  }

  private func cubes(of block: SampleBlock) -> [Cube] {
    var evaluator = base
    evaluator.block = block
    return requests.expressions.map { evaluator.cube($0, Surroundings(scenario: scenario)) }
  }

  private func report(_ done: Int) {
    base.sampling.progress?(SamplingProgress(scenario: scenario.word, done: done, count: base.sampling.count))
  }
}

/// Which blocks are done; each is marked by one worker, and all are read when the workers have ended.
private final class BlockMarks: @unchecked Sendable {
  private let marks: UnsafeMutableBufferPointer<Bool>

  init(_ count: Int) {
    marks = .allocate(capacity: max(1, count))
    marks.initialize(repeating: false)
  }

  deinit { marks.deallocate() }

  func mark(_ block: Int) { marks[block] = true }

  /// How many blocks are done without one that is not.
  var leading: Int { marks.firstIndex(of: false) ?? marks.count }
}
