import TestSupport
import Testing

@testable import Evaluation

/// Numbers found by their place in order of size are those that sorting puts there.
@Suite struct RankSearchTests {
  @Test func findsWhatSortingPutsInEachPlace() {
    var random = SeededGenerator(seed: 71)
    // One search after the other, of more and of fewer numbers, in the same memory.
    var search = RankSearch()
    for round in 0..<600 {
      let count = Int.random(in: 1...(round % 3 == 0 ? 5_000 : 200), using: &random)
      let values = (0..<count).map { place -> Double in
        let number = Double(Int.random(in: -5_000...5_000, using: &random))
        switch round % 6 {
        case 0: return number / 16
        case 1: return number > 0 ? 1 : 0
        case 2: return Double(sign: .plus, exponent: Int.random(in: -300...300, using: &random), significand: number)
        case 3: return Double(place)
        case 4: return place == 0 ? 1e300 : number
        default: return place % 2 == 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude
        }
      }
      let sorted = values.sorted()
      let upper = Int.random(in: 0..<count, using: &random)
      let lower = max(0, upper - Int.random(in: 0...1, using: &random))
      let (found, next) = values.withUnsafeBufferPointer { search.numbers(at: lower, upper, of: $0) }
      #expect(found == sorted[lower] && next == sorted[upper])
      let median = values.withUnsafeBufferPointer { search.median(of: $0) }
      #expect(median == Kernels.middle(sorted[(count - 1) / 2], sorted[count / 2]))
    }
    #expect(search.median(of: UnsafeBufferPointer(start: nil, count: 0)) == nil)
  }

  @Test func extentIsTheFirstLeastAndTheFirstGreatest() {
    var random = SeededGenerator(seed: 72)
    for _ in 0..<500 {
      let choice: [Double] = [-1, -0.0, 0, 1, 2.5]
      let values = (0..<Int.random(in: 1...40, using: &random)).map { _ -> Double in
        choice[Int.random(in: choice.indices, using: &random)]
      }
      let extent = values.withUnsafeBufferPointer { Kernels.extent($0) }
      #expect(extent?.least.bitPattern == values.min()?.bitPattern)
      #expect(extent?.greatest == values.max())
      if values.max() == 0 { #expect(extent?.greatest.bitPattern == values.first { $0 == 0 }?.bitPattern) }
    }
    #expect(Kernels.extent(UnsafeBufferPointer(start: nil, count: 0)) == nil)
  }
}
