import Indicators
import Semantics
import TestSupport
import Testing

@testable import Evaluation

extension SeededGenerator {
  /// Returns a number such as sheets print: of either sign, with few digits, often round, sometimes 0.
  mutating func number() -> Double {
    let size = [1.0, 10, 100, 1e6][Int.random(in: 0..<4, using: &self)]
    let digits = Double.random(in: -1...1, using: &self)
    return Bool.random(using: &self) ? (digits * 10).rounded() * size / 10 : digits * size
  }
}

@Suite struct TargetPropertyTests {
  /// Returns the demands of every form over `first` and `second`.
  private func forms(_ first: Double, _ second: Double) -> [(form: Demand.Form, isStrict: Bool)] {
    [
      (.atLeast(first), false), (.moreThan(first), true), (.atMost(first), false), (.lessThan(first), true),
      (.equal(first), false), (.holds(first), false), (.inRange(min(first, second), max(first, second)), false),
      (.rises, true), (.falls, true),
    ]
  }

  @Test(arguments: [Direction.higher, .lower, nil])
  func completionReachesAHundredExactlyWhenMet(direction: Direction?) {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<4_000 {
      let (asked, other, baseline) = (random.number(), random.number(), random.number())
      let value = Int.random(in: 0..<5, using: &random) == 0 ? asked : random.number()
      for (form, _) in forms(asked, other) {
        if case .equal = form, direction != nil { continue }
        let demand = Demand(form, indicator: direction)
        guard let isMet = demand.isMet(by: value, baseline: baseline),
          let completion = demand.completion(of: value, baseline: baseline)
        else { continue }
        #expect((completion >= 100) == isMet, "\(form) \(value) from \(baseline): \(completion)")
      }
    }
  }

  /// Too much is as far from an exact target as too little.
  @Test func anExactTargetIsNotMoreThanComplete() {
    let demand = Demand(.equal(10), indicator: .higher)
    #expect((demand.completion(of: 12, baseline: 5) ?? 0) < 100)
  }

  /// Gaps look at as many digits as meeting does.
  @Test func aGapThatTwelveDigitsDoNotShowIsNone() {
    #expect(Demand(.atLeast(0.3), indicator: nil).gap(of: 0.1 + 0.2, baseline: nil) == 0)
    #expect(Demand(.equal(0.3), indicator: nil).gap(of: 0.1 + 0.2, baseline: nil) == 0)
    #expect(Demand(.inRange(0, 0.3), indicator: nil).gap(of: 0.1 + 0.2, baseline: nil) == 0)
  }

  @Test(arguments: [Direction.higher, .lower, nil])
  func gapsAreNeverNegativeAndNothingWhenMet(direction: Direction?) {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<4_000 {
      let (asked, other, baseline) = (random.number(), random.number(), random.number())
      let value = Int.random(in: 0..<5, using: &random) == 0 ? asked : random.number()
      for (form, isStrict) in forms(asked, other) {
        let demand = Demand(form, indicator: direction)
        guard let gap = demand.gap(of: value, baseline: baseline) else { continue }
        #expect(gap >= 0, "\(form) \(value)")
        let isMet = demand.isMet(by: value, baseline: baseline)
        if isMet == true { #expect(gap == 0, "\(form) \(value)") }
        if isMet == false, !isStrict { #expect(gap > 0, "\(form) \(value)") }
      }
    }
  }
}
