import Indicators
import Source
import TestSupport
import Testing

@testable import Evaluation

/// Quantiles of many samples, of which few are kept, against those by sorting all of them.
@Suite struct SampledRanksTests {
  private static let shares = [0.0, 0.01, 0.05, 0.5, 0.975, 1]

  /// Samples known and missing, with ties, and some that are the same number throughout.
  @Test func quantilesAreThoseBySorting() {
    var random = SeededGenerator(seed: 31)
    for round in 0..<20 {
      let count = Int.random(in: 9_000...14_000, using: &random)
      let cells = (0..<3).map { cell in
        (0..<count).map { _ -> Double? in
          let number = Double.random(in: -1...1, using: &random) * Double.random(in: 0...1, using: &random)
          if round % 4 == 1, cell == 0, Bool.random(using: &random) { return nil }
          return round % 4 == 2 ? (number * 8).rounded() : round % 4 == 3 && cell == 2 ? 7 : number
        }
      }
      let ranks = taken(cells, firstCount: 4_000)
      for (cell, numbers) in cells.enumerated() {
        let known = numbers.compactMap { $0 }
        let tally = ranks.tally(cell)
        #expect(tally.known == known.count && tally.missing == count - known.count)
        #expect(tally.reason == (known.count == count ? .known : .gap))
        for share in Self.shares { #expect(ranks.quantile(cell, share) == Kernels.quantile(known, share)) }
      }
    }
  }

  /// Where the first samples say nothing of the others, there is no answer rather than a wrong one.
  @Test func whatLiesElsewhereHasNoAnswer() {
    let cell = (0..<12_000).map { Optional(Double($0)) }
    let ranks = taken([cell], firstCount: 4_000)
    #expect(ranks.quantile(0, 0.5) == nil)
    #expect(ranks.quantile(0, 0) == 0)
    #expect(ranks.quantile(0, 1) == 11_999)
  }

  /// Of samples that end early, those that there are count.
  @Test func samplesThatEndEarlyAreThoseThatThereAre() {
    var random = SeededGenerator(seed: 37)
    let cell = (0..<12_000).map { _ in Optional(Double.random(in: 0...1, using: &random)) }
    for known in [100, 3_900, 8_000] {
      let ranks = taken([cell], firstCount: 4_000)
      ranks.count = known
      #expect(ranks.tally(0).known == known)
      #expect(ranks.quantile(0, 0.5) == Kernels.quantile(cell.prefix(known).compactMap { $0 }, 0.5))
    }
  }

  /// Lets the ranks take `cells` in blocks of 100 samples.
  private func taken(_ cells: [[Double?]], firstCount: Int) -> SampledRanks {
    let count = cells[0].count
    func cube(_ range: Range<Int>) -> Cube {
      let samples = Axis(.sample, range.indices.map { .row(Int32($0 - range.lowerBound)) })
      let numbers = cells.flatMap { $0[range] }
      return Cube(
        axes: [Axis(.region, cells.indices.map { .member(Member(code: Int32($0))) }), samples],
        values: numbers.map { $0 ?? 0 }, reasons: numbers.map { $0 == nil ? .gap : .known })
    }
    let blocks = stride(from: 0, to: count, by: 100).map { $0..<min($0 + 100, count) }
    guard
      let ranks = SampledRanks(
        like: cube(blocks[0]), shares: Self.shares, count: count, blockSize: 100, firstCount: firstCount)
    else { preconditionFailure("three cells are not too many") }
    for (block, range) in blocks.enumerated() {
      if block == ranks.firstBlocks { ranks.settleSpans(Workers()) }
      ranks.take(cube(range), block, range)
    }
    return ranks
  }
}
