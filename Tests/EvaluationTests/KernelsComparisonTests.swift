import Evaluation
import Testing

struct KernelsComparisonTests {
  @Test(
    arguments: [
      (0.1 + 0.2, 0.3), (1, 1 + 1e-13), (0, -0.0), (123_456_789_012.3, 123_456_789_012.4), (0.285, 0.57 / 2),
      (1.1 * 1.1, 1.21),
      (0.1234567890125, 0.1234567890125.nextDown), (.infinity, .infinity), (-1e-300, -1e-300 * (1 + 1e-14)),
    ] as [(Double, Double)])
  func equal(_ first: Double, _ second: Double) {
    #expect(equalAtTwelveDigits(first, second))
    #expect(equalAtTwelveDigits(second, first))
    #expect(equalAtTwelveDigits(-first, -second))
  }

  @Test(
    arguments: [
      (0.3, 0.30000000001), (77.6, 77.61), (0, 1e-300), (-1, 1), (123_456_789_012, 123_456_789_013),
      (999_999_999_998, 999_999_999_999),
      (1, 1 + 2e-11), (1e308, .infinity), (-.infinity, -1e308), (-.infinity, .infinity), (0, .leastNonzeroMagnitude),
      (0.999999999999, 1), (-0.35, -0.3),
    ] as [(Double, Double)])
  func different(_ less: Double, _ greater: Double) {
    #expect(compareAtTwelveDigits(less, greater) == -1)
    #expect(compareAtTwelveDigits(greater, less) == 1)
    #expect(compareAtTwelveDigits(-less, -greater) == 1)
  }

  @Test func whatIsNoNumberComesLast() {
    #expect(compareAtTwelveDigits(.nan, .nan) == 0)
    #expect(compareAtTwelveDigits(.nan, .infinity) == 1)
    #expect(compareAtTwelveDigits(-1, .nan) == -1)
  }

  @Test func orderIsTransitive() {
    var draws = Draws(seed: 17)
    for _ in 0..<3_000 {
      let start = draws.share() * 1000
      let near = (0..<3).map { _ in start * (1 + (draws.share() - 0.5) * 4e-12) }.sorted()
      let steps = [(0, 1), (1, 2), (0, 2)].map { compareAtTwelveDigits(near[$0.0], near[$0.1]) }
      #expect(steps.allSatisfy { $0 <= 0 })
      #expect(steps[2] == min(steps[0], steps[1]))
    }
  }
}
