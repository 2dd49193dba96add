import Evaluation
import Foundation
import Testing

/// The reference numbers are those of numpy 2.4 and scipy 1.17 for `values` and `weights`:
/// `X.mean()`, `numpy.average(X, weights=W)`, `X.std(ddof=1)`, `numpy.quantile(X, p, method=…)`, `stats.variation(X, ddof=1)`;
/// Gini by all pairs, `|x − y|.mean() / (2 m)`, Theil as `xlogy(s, s).mean()` with `s = X / m`, both also weighted.
struct KernelsStatisticsTests {
  static let values = [56200, 39700, 19700, 45012.5, 61030, 27480, 33999.9, 52000, 52000, 8120.25, 0, 71999]
  static let weights = [58.2, 12.4, 3.1, 20.05, 44, 9.9, 15.5, 30, 7.25, 2.2, 1, 18]

  private func isClose(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-14) -> Bool {
    guard let found else { return false }
    return (found - expected).magnitude <= tolerance * expected.magnitude
  }

  @Test func statisticsAgreeWithTheReference() {
    let (values, weights) = (Self.values, Self.weights)
    #expect(Kernels.sum(values) == 467241.65)
    #expect(Kernels.weightedSum(values, weights: weights) == 11461907.625)
    #expect(isClose(Kernels.mean(values), 38936.80416666667))
    #expect(isClose(Kernels.weightedMean(values, weights: weights), 51723.409860108295))
    #expect(Kernels.median(values) == 42356.25)
    #expect(Kernels.minimum(values) == 0)
    #expect(Kernels.maximum(values) == 71999)
    #expect(isClose(Kernels.standardDeviation(values), 21845.422846491812))
    #expect(isClose(Kernels.weightedStandardDeviation(values, weights: weights), 12710.34256983113))
    #expect(isClose(Kernels.coefficientOfVariation(values), 0.5610481731624347))
    #expect(
      isClose(Kernels.weightedCoefficientOfVariation(values, weights: weights), 12710.34256983113 / 51723.409860108295))
    #expect(isClose(Kernels.gini(values), 0.3041947619609681))
    #expect(isClose(Kernels.weightedGini(values, weights: weights), 0.129053569016047))
    #expect(isClose(Kernels.theil(values), 0.19124802589230194))
    #expect(isClose(Kernels.weightedTheil(values, weights: weights), 0.036112388108523345))
    #expect(Kernels.ranks(values) == [3, 7, 10, 6, 2, 9, 8, 4, 4, 11, 12, 1])
  }

  @Test(
    arguments: [
      (1, [0.0, 0.0, 8120.25, 19700.0, 27480.0, 39700.0, 52000.0, 61030.0, 71999.0]),
      (2, [0.0, 0.0, 8120.25, 23590.0, 30739.95, 42356.25, 54100.0, 61030.0, 71999.0]),
      (3, [0.0, 0.0, 0.0, 19700.0, 27480.0, 39700.0, 52000.0, 61030.0, 71999.0]),
      (4, [0.0, 0.0, 1624.0500000000015, 19700.0, 27480.0, 39700.0, 52000.0, 60064.0, 71999.0]),
      (5, [0.0, 812.0250000000008, 5684.175000000001, 23590.0, 30739.95, 42356.25, 54100.0, 64320.7, 71999.0]),
      (6, [0.0, 0.0, 2436.075000000002, 21645.0, 29653.3, 42356.25, 55150.0, 68708.3, 71999.0]),
      (7, [0.0, 4466.137500000001, 9278.225, 25535.0, 31826.6, 42356.25, 53050.0, 60547.0, 71999.0]),
      (8, [0.0, 0.0, 4601.475, 22941.666666666664, 30377.733333333337, 42356.25, 54450.0, 65783.23333333334, 71999.0]),
      (9, [0.0, 0.0, 4872.15, 23103.75, 30468.2875, 42356.25, 54362.5, 65417.6, 71999.0]),
    ] as [(Int, [Double])])
  func quantilesAgreeWithTheReference(_ number: Int, _ expected: [Double]) throws {
    let type = try #require(QuantileType(rawValue: number))
    for (share, quantile) in zip([0, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.75, 0.9, 1], expected) {
      #expect(isClose(Kernels.quantile(Self.values, share, type: type), quantile, 1e-13), "at \(share)")
    }
  }

  @Test func theUsualQuantileIsTypeSeven() {
    #expect(isClose(Kernels.quantile(Self.values, 0.1), 9278.225, 1e-15))
    #expect(Kernels.quantile([1], 0.3) == 1)
  }

  @Test func weightedQuantilesFollowTheWeights() {
    let shares = [0, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.75, 0.9, 1]
    // numpy.quantile(X, p, weights=W, method='inverted_cdf'); no share falls on a step.
    let expected = [0.0, 27480.0, 33999.9, 45012.5, 52000.0, 56200.0, 61030.0, 61030.0, 71999.0]
    #expect(shares.map { Kernels.weightedQuantile(Self.values, $0, weights: Self.weights) } == expected)
    #expect(Kernels.weightedMedian([1, 2, 3, 4], weights: [1, 1, 1, 1]) == 2.5)
    #expect(Kernels.weightedMedian([4, 1, 3], weights: [2, 1, 1]) == 3.5)
    #expect(Kernels.weightedMedian([1, 9, 2], weights: [1, 0, 3]) == 2)
    let tenths = Array(repeating: 0.1, count: 10)
    #expect(Kernels.weightedMedian((1...10).map(Double.init), weights: tenths) == 5.5)
    for share in [0, 0.1, 0.25, 0.4, 0.5, 0.77, 1] {
      let equal = Kernels.weightedQuantile(Self.values, share, weights: Array(repeating: 3, count: 12))
      #expect(equal == Kernels.quantile(Self.values, share, type: .averagedInverse))
    }
  }

  @Test func whereThereIsNoAnswerThereIsNone() {
    #expect(Kernels.mean([]) == nil && Kernels.median([]) == nil && Kernels.quantile([], 0.5) == nil)
    #expect(Kernels.minimum([]) == nil && Kernels.maximum([]) == nil)
    #expect(Kernels.quantile([1, 2], 1.5) == nil && Kernels.quantile([1, 2], .nan) == nil)
    #expect(
      Kernels.weightedMean([1, 2], weights: [0, 0]) == nil && Kernels.weightedMean([1, 2], weights: [1, -1]) == nil)
    #expect(
      Kernels.weightedMedian([1, 2], weights: [0, 0]) == nil && Kernels.weightedMedian([1], weights: [-1]) == nil)
    #expect(Kernels.standardDeviation([1]) == nil && Kernels.standardDeviation([3, 3]) == 0)
    #expect(Kernels.weightedStandardDeviation([1, 2], weights: [1, 0]) == nil)
    #expect(Kernels.coefficientOfVariation([1, -1]) == nil && Kernels.coefficientOfVariation([-1, -2]) == nil)
    #expect(Kernels.gini([]) == nil && Kernels.gini([0, 0]) == nil && Kernels.gini([1, -1, 3]) == nil)
    #expect(
      Kernels.weightedGini([1, -1, 3], weights: [1, 1, 1]) == nil && Kernels.weightedGini([1], weights: [0]) == nil)
    #expect(Kernels.theil([]) == nil && Kernels.theil([0, 0]) == nil && Kernels.theil([1, -1, 3]) == nil)
    #expect(Kernels.compoundGrowth(from: 0, to: 1, periods: 2) == nil)
    #expect(Kernels.compoundGrowth(from: -1, to: 1, periods: 2) == nil)
    #expect(Kernels.compoundGrowth(from: 1, to: -1, periods: 2) == nil)
    #expect(Kernels.compoundGrowth(from: 1, to: 2, periods: 0) == nil)
    #expect(Kernels.ranks([]) == [])
  }

  @Test func extremesStayInBounds() {
    #expect(Kernels.mean([1e308, 1e308, 1e308]) == 1e308)
    #expect(Kernels.median([1.5e308, 1.7e308]) == 1.6e308)
    #expect(Kernels.gini([0, 0, 0, 5]) == 0.75 && Kernels.gini([2, 2, 2]) == 0 && Kernels.gini([7]) == 0)
    #expect(Kernels.theil([2, 2, 2]) == 0 && isClose(Kernels.theil([0, 0, 0, 5]), log(4)))
    #expect(Kernels.standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) == 5.477225575051661)
  }

  @Test func growthKeepsTheDigitsOfSmallRates() {
    #expect(isClose(Kernels.compoundGrowth(from: 100, to: 121, periods: 2), 0.1, 1e-15))
    // (Decimal('45123.7') / 31200) ** (Decimal(1) / 7) - 1 at 40 digits.
    #expect(isClose(Kernels.compoundGrowth(from: 31200, to: 45123.7, periods: 7), 0.05412684324002052, 1e-15))
    #expect(isClose(Kernels.compoundGrowth(from: 1, to: 1 + 0x1p-40, periods: 4), 0x1p-42, 1e-11))
    #expect(Kernels.compoundGrowth(from: 5, to: 0, periods: 3) == -1)
  }

  @Test func tiesShareTheSmallerRank() {
    #expect(Kernels.ranks([0.3, 1, 0.1 + 0.2, -1]) == [2, 1, 2, 4])
    #expect(Kernels.ranks([0.3, 1, 0.1 + 0.2, -1], ascending: true) == [2, 4, 2, 1])
  }

  @Test func theOrderOfValuesDoesNotMatter() {
    var draws = Draws(seed: 11)
    for _ in 0..<200 {
      var pairs = (0..<31).map { _ in (draws.share() * 1e5, (draws.share() * 50).rounded()) }
      let before = results(pairs)
      draws.shuffle(&pairs)
      let after = results(pairs)
      for (first, second) in zip(before, after) { #expect(isClose(first, second ?? .nan, 1e-13)) }
      #expect(before[..<3] == after[..<3])
    }
  }

  private func results(_ pairs: [(Double, Double)]) -> [Double?] {
    let (values, weights) = (pairs.map(\.0), pairs.map(\.1))
    return [
      Kernels.mean(values), Kernels.weightedMean(values, weights: weights), Kernels.standardDeviation(values),
      Kernels.gini(values), Kernels.theil(values), Kernels.quantile(values, 0.37),
      Kernels.weightedQuantile(values, 0.37, weights: weights), Kernels.weightedGini(values, weights: weights),
      Kernels.weightedTheil(values, weights: weights), Kernels.weightedStandardDeviation(values, weights: weights),
    ]
  }

  @Test func whatIsEqualHasNoSpread() {
    var draws = Draws(seed: 29)
    for count in 2..<60 {
      let values = Array(repeating: draws.share() * 100 + 0.1, count: count)
      let weights = values.map { _ in draws.share() + 0.1 }
      #expect(Kernels.standardDeviation(values) == 0 && Kernels.coefficientOfVariation(values) == 0)
      #expect(Kernels.weightedStandardDeviation(values, weights: weights) == 0)
      #expect(Kernels.gini(values) == 0 && Kernels.weightedGini(values, weights: weights) == 0)
      #expect(Kernels.theil(values) == 0 && Kernels.weightedTheil(values, weights: weights) == 0)
    }
  }

  /// A member of weight 3 is three members.
  @Test func weightsAreRepetitions() {
    var draws = Draws(seed: 3)
    for _ in 0..<100 {
      let pairs = (0..<12).map { _ in ((draws.share() * 1e4).rounded(), Double(draws.next() % 5)) }
      let repeated = pairs.flatMap { Array(repeating: $0.0, count: Int($0.1)) }
      let (values, weights) = (pairs.map(\.0), pairs.map(\.1))
      #expect(isClose(Kernels.weightedMean(values, weights: weights), Kernels.mean(repeated) ?? .nan))
      #expect(isClose(Kernels.weightedGini(values, weights: weights), Kernels.gini(repeated) ?? .nan, 1e-12))
      #expect(isClose(Kernels.weightedTheil(values, weights: weights), Kernels.theil(repeated) ?? .nan, 1e-12))
      #expect(Kernels.weightedMedian(values, weights: weights) == Kernels.median(repeated))
    }
  }
}
