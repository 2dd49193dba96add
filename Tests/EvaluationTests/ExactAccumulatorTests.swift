import Evaluation
import Testing

struct ExactAccumulatorTests {
  /// Ten thousand times 1e16, 1 and −1e16; a loop in this order loses every 1.
  static let cancelling = (0..<30_000).map { [1e16, 1, -1e16][$0 % 3] }

  @Test func whatCancelsLeavesNothingBehind() {
    var values = Self.cancelling
    #expect(Kernels.sum(values) == 10_000)
    #expect(Kernels.sum(values.sorted()) == 10_000)
    #expect(Kernels.sum(values.reversed()) == 10_000)
    #expect(Kernels.weightedSum(values, weights: values.map { _ in 1 }) == 10_000)
    var draws = Draws(seed: 16)
    for _ in 0..<20 {
      draws.shuffle(&values)
      #expect(Kernels.sum(values) == 10_000)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func chunksOfAnySizeGiveTheSameSum(_ count: Int) {
    var draws = Draws(seed: UInt64(count))
    for round in 0..<20 {
      let exponents = round % 2 == 0 ? -40..<40 : -1100..<900
      let first = Draws.series(seed: draws.next(), count: 2_000, exponents: exponents)
      let second = Draws.series(seed: draws.next(), count: 2_000, exponents: -30..<30)
      var (sum, weighted) = (ExactAccumulator(), ExactAccumulator())
      // Chunks of unequal size, added in an order of their own.
      var borders = (0..<count).map { _ in Int(draws.next() % 2_001) } + [0, 2_000]
      borders.sort()
      var chunks = Array(zip(borders, borders.dropFirst()))
      draws.shuffle(&chunks)
      for (start, end) in chunks {
        var (part, weightedPart) = (ExactAccumulator(), ExactAccumulator())
        for index in start..<end {
          part.add(first[index])
          weightedPart.add(productOf: first[index], second[index])
        }
        sum.add(part)
        weighted.add(weightedPart)
      }
      #expect(sum.rounded == Kernels.sum(first))
      #expect(weighted.rounded == Kernels.weightedSum(first, weights: second))
    }
  }

  @Test(arguments: [1, 2, 4, 13])
  func anyNumberOfThreadsGivesTheSameSum(_ count: Int) async {
    let sum = await withTaskGroup(of: ExactAccumulator.self) { group in
      for thread in 0..<count {
        group.addTask {
          var part = ExactAccumulator()
          for index in stride(from: thread, to: Self.cancelling.count, by: count) { part.add(Self.cancelling[index]) }
          return part
        }
      }
      return await group.reduce(into: ExactAccumulator()) { $0.add($1) }
    }
    #expect(sum.rounded == 10_000)
  }

  @Test func specialNumbersSurviveMerging() {
    func part(_ values: [Double]) -> ExactAccumulator {
      values.reduce(into: ExactAccumulator()) { $0.add($1) }
    }
    func merged(_ first: [Double], _ second: [Double]) -> Double {
      var sum = part(first)
      sum.add(part(second))
      return sum.rounded
    }
    #expect(merged([1], [.infinity]) == .infinity && merged([-.infinity], [1e308]) == -.infinity)
    #expect(merged([.infinity], [-.infinity]).isNaN && merged([1], [.nan]).isNaN)
    #expect(merged([.greatestFiniteMagnitude, 1e308], [-1e308]) == .greatestFiniteMagnitude)
    #expect(merged([-1, -0x1p-60], [1]) == -0x1p-60 && merged([], []) == 0)
  }
}
