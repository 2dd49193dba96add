import Testing

@testable import Projection

/// The root finder against scipy, and where there is no smooth root.
@Suite struct BracketedZeroTests {
  private func zero(
    _ low: Double, _ high: Double, tolerance: Double = 0, _ function: (Double) -> Double?
  ) -> BracketedZero? {
    guard let first = function(low), let second = function(high) else { return nil }
    return bracketedZero(
      of: function, between: .init(place: low, value: first), and: .init(place: high, value: second),
      tolerance: tolerance)
  }

  /// `scipy.optimize.brentq(f, a, b, xtol=1e-15, rtol=1e-15)` of the same functions.
  @Test func rootsAreThoseOfScipy() throws {
    let cases: [(Double, Double, root: Double, (Double) -> Double)] = [
      (2, 3, 2.0945514815423265, { $0 * $0 * $0 - 2 * $0 - 5 }),
      (0, 3, 0.6951927961775606, { x in (0..<19).reduce(1) { power, _ in power * x } - 1e-3 }),
      (0.5, 3, 1, { 1 / (($0 - 0.3) * ($0 - 0.3)) - 1 / (0.7 * 0.7) }),
      (-0.5, 1, 0.08447177119769855, { x in (0..<5).reduce(1) { power, _ in power * (1 + x) } - 1.5 }),
    ]
    for (low, high, root, function) in cases {
      let found = try #require(zero(low, high, function))
      #expect((found.nearest.place - root).magnitude <= 4e-15)
      #expect((function(found.nearest.place) < 0) != (function(found.opposite.place) < 0) || found.nearest.value == 0)
    }
  }

  @Test func aRootAtAnEndIsFoundWithoutATrial() throws {
    var trials = 0
    let function = { (x: Double) -> Double? in
      trials += 1
      return x - 1
    }
    #expect(try #require(zero(1, 5, function)).nearest.place == 1)
    #expect(try #require(zero(-3, 1, function)).nearest.place == 1)
    #expect(trials == 4)
  }

  @Test func atAJumpBothSidesCloseIn() throws {
    let found = try #require(zero(0, 10) { $0 < 6.5 ? -1 : 2 })
    #expect(found.nearest.value != found.opposite.value)
    #expect((found.nearest.place - found.opposite.place).magnitude <= 1e-14)
    #expect((found.nearest.place - 6.5).magnitude <= 1e-14)
  }

  @Test func aPlateauThatTouchesZeroIsARoot() throws {
    let found = try #require(zero(0, 10) { $0 < 3 ? -1 : $0 < 5 ? 0 : 1 })
    #expect(found.nearest.value == 0)
  }

  @Test func likeSignsAndMissingValuesGiveNothing() {
    #expect(zero(0, 1) { $0 + 1 } == nil)
    #expect(zero(0, 1) { $0 == 0 ? -1 : $0 == 1 ? 1 : nil } == nil)
  }

  /// Halving alone would take 53 trials to tell neighbours apart.
  @Test func smoothFunctionsTakeFewTrials() throws {
    var trials = 0
    _ = try #require(
      zero(0, 1) { x in
        trials += 1
        return x * x * x + x - 1
      })
    #expect(trials < 16)
  }

  @Test func theToleranceIsKept() throws {
    for exponent in 1...12 {
      let tolerance = powerOfTen(-exponent)
      let found = try #require(zero(-1, 4, tolerance: tolerance) { $0 * $0 * $0 - 2 })
      #expect((found.nearest.place - found.opposite.place).magnitude <= tolerance * 1.000001 + 4e-15)
      #expect((found.nearest.place - 1.2599210498948732).magnitude <= tolerance + 4e-15)
    }
  }
}
