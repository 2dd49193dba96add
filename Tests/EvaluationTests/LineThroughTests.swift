import TestSupport
import Testing

@testable import Evaluation

/// The line through values at the same whole numbers is the line through the points.
@Suite struct LineThroughTests {
  @Test func slopeAndInterceptAreExactButForRounding() throws {
    var random = SeededGenerator(seed: 11)
    for round in 0..<400 {
      let first = Int.random(in: -3000...3000, using: &random)
      let x = (0..<Int.random(in: 2...40, using: &random)).filter { _ in round % 2 == 0 || Bool.random(using: &random) }
        .map { Double(first + $0) }
      let scale = Double(sign: .plus, exponent: Int.random(in: -60...60, using: &random), significand: 1)
      let level = Double.random(in: -100...100, using: &random)
      let y = x.map { _ in scale * (level + Double.random(in: -1...1, using: &random)) }
      guard let through = LineThrough(x: x) else {
        #expect(x.count < 2)
        continue
      }
      let line = try #require(through.line(y))
      // All of these are whole numbers, so both sums are exact before they are rounded.
      let (count, sum) = (Double(x.count), x.reduce(0, +))
      let distances = x.map { count * $0 - sum }
      let spread = zip(x, distances).reduce(0) { $0 + $1.0 * $1.1 }
      let slope = Kernels.weightedSum(y, weights: distances) / spread
      let intercept = Kernels.weightedSum(y, weights: distances.map { spread - sum * $0 }) / (count * spread)
      #expect((line.slope - slope).magnitude <= 2 * slope.ulp)
      #expect((line.intercept - intercept).magnitude <= 2 * intercept.ulp)
      let points = try #require(Kernels.line(x: x, y: y))
      let size = y.map(\.magnitude).max() ?? 0
      for place in [x[0], x[0] + 50] {
        #expect((line.value(at: place) - points.value(at: place)).magnitude <= 1e-13 * size)
      }
    }
  }

  @Test func pointsOnALineGiveThatLine() throws {
    let years = (2015...2022).map(Double.init)
    let line = try #require(LineThrough(x: years)?.line(years.map { 3 * $0 - 6000.5 }))
    #expect(line.slope == 3 && line.intercept == -6000.5 && line.value(at: 2030) == 89.5)
  }

  @Test func whatHasNoLineHasNone() {
    #expect(LineThrough(x: []) == nil && LineThrough(x: [3]) == nil && LineThrough(x: [3, 3]) == nil)
    #expect(
      LineThrough(x: [1, 2.5]) == nil && LineThrough(x: [1, .nan]) == nil && LineThrough(x: [1, 0x1p60]) == nil)
    #expect(LineThrough(x: [1, 2])?.line([1, .infinity]) == nil)
  }
}
