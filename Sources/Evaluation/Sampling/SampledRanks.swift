import Indicators
import Source

/// What is needed of very many samples of a value to know some of its quantiles exactly: the first samples, and of the others
/// those that lie about where the first say that the quantiles are.
///
/// Blocks are taken by several workers, each into its own place, and read when all are done.
final class SampledRanks: @unchecked Sendable {
  /// The axes of the cells.
  let axes: [Axis]
  /// How many cells there are.
  let cellCount: Int
  /// The shares below the quantiles.
  let shares: [Double]
  /// How many blocks are kept whole.
  let firstBlocks: Int
  /// How many samples are known.
  var count: Int {
    didSet { first.count = min(first.count, count) }
  }
  private let blockSize: Int
  private let first: SampledCells
  /// Between which numbers each quantile is looked for, by cell and share.
  private var spans: [ClosedRange<Double>] = []
  /// What is kept of the other blocks.
  private let rest: WorkerResults<RankedBlock?>

  /// From how many samples on it is worth while not to keep all.
  static let leastCount = 1 << 18
  /// How many samples are kept whole.
  static let firstCount = 1 << 16

  /// Creates room for `count` samples of what has `cube` as its first block of `blockSize`, of which the first `firstCount`
  /// are kept; nil where all would be more than may be kept.
  init?(like cube: Cube, shares: [Double], count: Int, blockSize: Int, firstCount: Int = SampledRanks.firstCount) {
    firstBlocks = max(1, min(count, firstCount) / blockSize)
    axes = cube.axes.filter { $0.dimension != .sample }
    cellCount = axes.reduce(1) { $0 * $1.labels.count }
    guard cellCount <= SampledCells.mostNumbers / max(1, count),
      let first = SampledCells(like: cube, count: min(count, firstBlocks * blockSize), isTruth: false)
    else { return nil }
    self.first = first
    self.shares = shares
    self.count = count
    self.blockSize = blockSize
    rest = WorkerResults(max(0, (count + blockSize - 1) / blockSize - firstBlocks), nil)
  }

  /// Takes the samples in `range`, which are those of `block`; a cube without samples holds for each of them.
  func take(_ cube: Cube, _ block: Int, _ range: Range<Int>) {
    if block < firstBlocks { return first.take(cube, range) }
    rest.set(block - firstBlocks, RankedBlock(cube, cellCount, spans, shares.count, range.count))
  }

  /// Finds out from the first blocks, when all of them are taken, what is to be kept of the others.
  func settleSpans(_ workers: Workers) {
    let found = WorkerResults(cellCount, [ClosedRange<Double>]())
    workers.share(0..<cellCount) { [self] cell, _ in found.set(cell, spans(of: cell)) }
    spans = found.all.flatMap { $0 }
  }

  private func spans(of cell: Int) -> [ClosedRange<Double>] {
    let known = first.withKnown(cell) { $0.count }
    let count = Double(known)
    let edges = shares.map { share in
      // Six standard deviations of the share of the first samples below the quantile.
      let reach = 6 * ((share * (1 - share) / count).squareRoot() + 2 / count)
      return (low: share - reach, high: share + reach)
    }
    if known < 1_000 { return shares.map { _ in -.infinity ... .infinity } }
    let quantiles = first.quantiles(cell, edges.flatMap { [max(0, $0.low), min(1, $0.high)] })
    return edges.enumerated().map { index, edge in
      (edge.low <= 0 ? -.infinity : quantiles[2 * index])...(edge.high >= 1 ? .infinity : quantiles[2 * index + 1])
    }
  }

  /// Returns how many samples of a cell are known, how many missing, those that a condition leaves out aside, and why the
  /// first of these is.
  func tally(_ cell: Int) -> (known: Int, missing: Int, reason: MissingReason) {
    var (missing, reason) = first.missing(cell)
    var known = first.withKnown(cell) { $0.count }
    for block in blocks {
      known += Int(block.known[cell])
      if missing == 0 { reason = block.reasons[cell] }
      missing += Int(block.missing[cell])
    }
    return (known, missing, reason)
  }

  /// Returns the number below which `share`, one of the shares, of a cell's known numbers lies; nil where there is none, or it
  /// does not lie where it was looked for.
  func quantile(_ cell: Int, _ share: Double) -> Double? {
    guard let index = shares.firstIndex(of: share) else { return nil }
    // Of the first, all are there.
    let isWhole = spans.isEmpty || count <= firstBlocks * blockSize
    let span = isWhole ? -.infinity ... .infinity : spans[cell * shares.count + index]
    var (known, below, near) = first.withKnown(cell) { numbers in
      (numbers.count, numbers.count { $0 < span.lowerBound }, numbers.filter { span.contains($0) })
    }
    for block in blocks {
      known += Int(block.known[cell])
      below += Int(block.below[cell * shares.count + index])
      near += block.near(cell * shares.count + index)
    }
    if known == 0 { return nil }
    let place = QuantilePlace(share, of: known)
    guard place.rank >= below, place.nextRank < below + near.count else { return nil }
    let (left, right) = near.withUnsafeBufferPointer { near in
      let numbers = CountedNumbers(near).numbers(
        at: place.rank == place.nextRank ? [place.rank - below] : [place.rank - below, place.nextRank - below], in: near
      )
      return (numbers[0], numbers[numbers.count - 1])
    }
    return place.number(left, right)
  }

  /// What is kept of the blocks behind the first that are known.
  private var blocks: [RankedBlock] {
    let last = max(0, (count + blockSize - 1) / blockSize - firstBlocks)
    return rest.all.prefix(last).compactMap { $0 }
  }
}
