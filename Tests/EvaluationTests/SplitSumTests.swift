import Source
import TestSupport
import Testing

@testable import Evaluation

/// Sums that are proven from two parts are those that the accumulator of all digits finds.
@Suite struct SplitSumTests {
  /// Numbers of `kind`: measures with decimals, of many sizes, near cancellation, small integers, at the ends of the range.
  private func numbers(_ count: Int, kind: Int, _ random: inout SeededGenerator) -> [Double] {
    (0..<count).map { place in
      let whole = Double(Int.random(in: -9_999_999...9_999_999, using: &random))
      switch kind {
      case 0: return whole / 10_000
      case 1: return Double(sign: .plus, exponent: Int.random(in: -60...60, using: &random), significand: whole)
      case 2: return place % 2 == 0 ? whole / 7 : -whole / 7.000000001
      case 3: return (whole / 1e6).rounded()
      case 4: return Double(sign: .plus, exponent: Int.random(in: -1060 ... -900, using: &random), significand: whole)
      default: return Double(sign: .plus, exponent: Int.random(in: 880...1000, using: &random), significand: whole)
      }
    }
  }

  @Test func provenSumsAreExactlyRounded() {
    var random = SeededGenerator(seed: 61)
    var proven = 0
    for round in 0..<3_000 {
      let values = numbers(Int.random(in: 1...300, using: &random), kind: round % 6, &random)
      values.withUnsafeBufferPointer { values in
        let exact = Kernels.exactSum(values)
        if let quick = SplitSum(values)?.rounded {
          proven += 1
          #expect(quick == exact)
        }
        #expect(Kernels.sum(values) == exact)
      }
    }
    #expect(proven > 1_500)
  }

  @Test func sumsOfManyAreExactlyRoundedOnAnyNumberOfThreads() {
    var random = SeededGenerator(seed: 62)
    for round in 0..<12 {
      let values = numbers(Int.random(in: 60_000...200_000, using: &random), kind: round % 6, &random)
      let exact = values.withUnsafeBufferPointer { Kernels.exactSum($0) }
      #expect(Kernels.sum(values) == exact)
      #expect(Kernels.sum(values, Workers(count: 1 + round % 3)) == exact)
    }
  }

  /// A sum that lies exactly between two numbers is rounded to the even one, however many digits that takes.
  @Test func halvesAreNotTakenForProven() {
    let halves: [[Double]] = [[0x1p53, 1], [0x1p53, 3], [0x1p53, 1, 0x1p-60], [0x1p53, 1, -0x1p-60]]
    for values in halves {
      for padding in [0, 7, 500] {
        let all = values + Array(repeating: 0, count: padding)
        #expect(Kernels.sum(all) == all.withUnsafeBufferPointer { Kernels.exactSum($0) })
      }
    }
  }

  @Test func whatIsNotFiniteIsNotParted() {
    for odd in [Double.infinity, -.infinity, .nan] {
      for place in [0, 3, 8, 9] {
        var values = Array(repeating: 1.5, count: 10)
        values[place] = odd
        let sum = Kernels.sum(values)
        #expect(odd.isNaN ? sum.isNaN : sum == odd)
      }
    }
  }
}
