import Evaluation
import Testing

struct KernelsSumTests {
  @Test(
    arguments: [
      ([], 0), ([0.1, 0.2, 0.3], 0.6), ([1e16, 1, -1e16], 1), ([1e308, 1e308, -1e308], 1e308),
      ([0x1p53, 1, 0x1p-60], 0x1p53 + 2),
      ([0x1p53, 1], 0x1p53), ([0x1p53, 3], 0x1p53 + 4), ([0x1p53, 1, -0x1p-60], 0x1p53), ([1, 0x1p-54, -0x1p-108], 1),
      ([-1, -0x1p-53, -0x1p-106], -1 - 0x1p-52), ([1, -0x1p-54, 0x1p-200], 1), ([1, -0x1p-54, -0x1p-200], 1 - 0x1p-53),
      ([.leastNonzeroMagnitude, .leastNonzeroMagnitude], 2 * .leastNonzeroMagnitude),
      ([.greatestFiniteMagnitude, 0x1p969], .greatestFiniteMagnitude),
      ([.greatestFiniteMagnitude, 0x1p970], .infinity), ([.infinity, 1], .infinity), ([-.infinity, 1e308], -.infinity),
      ([-0.0, -0.0], 0),
      ([1e308, 1e308], .infinity), ([5, -5], 0),
    ] as [([Double], Double)])
  func sums(_ values: [Double], _ sum: Double) {
    #expect(Kernels.sum(values) == sum)
    #expect(Kernels.sum(values.reversed()) == sum)
    #expect(Kernels.weightedSum(values, weights: values.map { _ in 1 }) == sum)
  }

  @Test func opposedInfinitiesAreNoNumber() {
    #expect(Kernels.sum([.infinity, -.infinity]).isNaN)
    #expect(Kernels.sum([1, .nan]).isNaN)
  }

  @Test func weightedProductsAreExact() {
    // (1 + 2^-52)(1 - 2^-52) - 1 is -2^-104; rounded products would give 0.
    #expect(Kernels.weightedSum([1 + 0x1p-52, -1], weights: [1 - 0x1p-52, 1]) == -0x1p-104)
    #expect(Kernels.weightedSum([1e300, -1e300, 3], weights: [1e300, 1e300, 2]) == 6)
    #expect(Kernels.weightedSum([0x1p-1000, 0x1p-1000], weights: [0x1p-75, 0x1p-75]) == 0x1p-1074)
  }

  /// Two series drawn by SplitMix64 from the states 1 and 2, a draw for the significand (53 bits, less 2^52) and one for the
  /// exponent. The results are those of Python 3: `math.fsum(a).hex()` and
  /// `float(sum((Fraction(x) * Fraction(y) for x, y in zip(a, b)), Fraction(0))).hex()`.
  @Test(
    arguments: [
      (1000, -20, 20, -0x1.5cd9b2e681ee8p69, -0x1.f1a4b2ccce600p137),
      (1000, -300, 300, 0x1.9185aa9485a2cp350, -0x1.e5391f2577c70p679),
      (501, -1126, -1000, -0x1.2783a7a5533eep-950, -0x0.0p0),
      (7, -600, -500, -0x1.88a27308db137p-481, 0x1.6929f0c0c3c34p-1010),
    ] as [(Int, Int, Int, Double, Double)])
  func sumsAgreeWithRationalArithmetic(_ count: Int, _ low: Int, _ high: Int, _ sum: Double, _ weighted: Double) {
    let first = Draws.series(seed: 1, count: count, exponents: low..<high)
    let second = Draws.series(seed: 2, count: count, exponents: low..<high)
    #expect(Kernels.sum(first) == sum)
    #expect(Kernels.weightedSum(first, weights: second) == weighted)
    #expect(Kernels.weightedSum(second, weights: first) == weighted)
  }

  @Test func sumsAgreeWithIntegersOfManyBits() {
    var draws = Draws(seed: 5)
    for round in 0..<2_000 {
      var exact: Int128 = 0
      var values: [Double] = []
      for _ in 0...(round % 40) {
        let whole = Int64(bitPattern: draws.next()) >> (11 + Int64(draws.next() % 40))
        let shift = Int(draws.next() % 40)
        values.append(Double(sign: .plus, exponent: -shift, significand: Double(whole)))
        exact += Int128(whole) << Int128(40 - shift)
      }
      // Near cancellation every other time, where a plain loop loses most.
      if round % 2 == 0 {
        values.append(-Kernels.sum(values))
        exact += Int128(values[values.count - 1] * 0x1p40)
      }
      let expected = Double(exact) * 0x1p-40
      #expect(Kernels.sum(values) == expected)
      draws.shuffle(&values)
      #expect(Kernels.sum(values) == expected)
    }
  }
}

/// SplitMix64, so that every run and every language draws the same numbers.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to 1, of 30 bits.
  mutating func share() -> Double { Double(next() >> 34) * 0x1p-30 }

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, Int(next() % UInt64(index + 1)))
    }
  }

  static func series(seed: UInt64, count: Int, exponents: Range<Int>) -> [Double] {
    var draws = Draws(seed: seed)
    return (0..<count).map { _ in
      let whole = Int64(draws.next() >> 11) - (1 << 52)
      let exponent = exponents.lowerBound + Int(draws.next() % UInt64(exponents.count))
      return Double(sign: .plus, exponent: exponent, significand: Double(whole))
    }
  }
}
