import TestSupport
import Testing

@testable import Evaluation

@Suite struct SelectionTests {
  /// Selects in shuffled, ordered and turned round numbers, few and many of them different.
  @Test func putsEachRankWhereSortingWould() {
    var random = SeededGenerator(seed: 12)
    for round in 0..<300 {
      let count = Int.random(in: 1...200, using: &random)
      let kinds = [2, 10, 1000][round % 3]
      var values = (0..<count).map { _ in Double(Int.random(in: -kinds...kinds, using: &random)) / 4 }
      if round % 5 == 1 { values.sort() }
      if round % 5 == 2 { values.sort(by: >) }
      if round % 5 == 3 { values = values.sorted() + values.sorted(by: >) }
      let rank = Int.random(in: values.indices, using: &random)
      let sorted = values.sorted()
      values.withUnsafeMutableBufferPointer { Kernels.select(rank, of: $0) }
      #expect(values[rank] == sorted[rank])
      #expect(values[..<rank].allSatisfy { $0 <= sorted[rank] } && values[rank...].allSatisfy { $0 >= sorted[rank] })
      #expect(values.sorted() == sorted)
    }
  }

  /// What the choice of pivots makes slow is sorted in the end.
  @Test func endsWhereItsChoicesAreBad() {
    var values = (0..<3000).map { Double($0 % 2 == 0 ? $0 : -$0) }
    values.append(contentsOf: Array(repeating: 7, count: 3000))
    let sorted = values.sorted()
    for rank in [0, 1, 2999, 3000, 5999] {
      values.withUnsafeMutableBufferPointer { Kernels.select(rank, of: $0) }
      #expect(values[rank] == sorted[rank])
    }
  }
}
