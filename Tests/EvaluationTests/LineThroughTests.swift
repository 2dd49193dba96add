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

  @Test func gapsLeaveTheLineThroughTheOtherPoints() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<400 {
      let x = (0..<Int.random(in: 2...30, using: &random)).map { Double(1990 + $0) }
      let y = x.map { _ in Double.random(in: -1000...1000, using: &random) }
      let isKnown = x.map { _ in Int.random(in: 0...3, using: &random) > 0 }
      let places = x.indices.filter { isKnown[$0] }
      let line = LineThrough(x: x)?.line(y) { isKnown[$0] }
      guard let alone = LineThrough(x: places.map { x[$0] }) else {
        #expect(line == nil && places.count < 2)
        continue
      }
      let expected = try #require(alone.line(places.map { y[$0] }))
      let found = try #require(line)
      #expect(found.slope == expected.slope && found.intercept == expected.intercept)
      #expect(found.height == expected.height && found.center == expected.center)
    }
  }

  @Test func numbersOfVeryDifferentSizesKeepTheirDigits() throws {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<300 {
      let x = (0..<Int.random(in: 3...40, using: &random)).map { Double($0) }
      let y = x.map { _ in
        Double(
          sign: Bool.random(using: &random) ? .plus : .minus, exponent: Int.random(in: -70...0, using: &random),
          significand: Double.random(in: 1..<2, using: &random))
      }
      let line = try #require(LineThrough(x: x)?.line(y))
      let (count, sum) = (Double(x.count), x.reduce(0, +))
      let distances = x.map { count * $0 - sum }
      let slope = Kernels.weightedSum(y, weights: distances) / zip(x, distances).reduce(0) { $0 + $1.0 * $1.1 }
      #expect((line.slope - slope).magnitude <= 2 * slope.ulp)
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
