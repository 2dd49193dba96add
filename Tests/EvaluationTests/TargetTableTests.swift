import TestSupport
import Indicators
import Semantics
import Source
import Testing
import Units

@testable import Evaluation

/// What the one table of targets promises, for every kind of condition, on random numbers.
@Suite struct TargetTableTests {
  /// A target judged by random numbers.
  private struct Trial: CustomStringConvertible {
    let row: TargetRow
    let conditions: [TargetCondition]
    let value: Double
    let baseline: Double

    var description: String { "\(conditions): \(value) from \(baseline)" }
  }

  /// Returns a condition of each kind; changes of a percentage are in points, as sheets read them.
  private func conditions(_ random: inout SeededGenerator) -> [TargetCondition] {
    let (first, second) = (random.number(), random.number())
    let share = Double(Int.random(in: -30...300, using: &random)) / 1000
    return [
      .atLeast(first), .moreThan(first), .atMost(first), .lessThan(first), .equal(first), .number(first),
      .inRange(min(first, second), max(first, second)), .grows(share), .shrinks(share), .adds(first), .holds(first),
      .rises, .falls,
    ]
  }

  /// Returns a target of `conditions` judged by `value` at its deadline.
  private func judged(
    _ conditions: [TargetCondition], _ value: Double, _ baseline: Double, _ direction: Direction?,
    unit: MeasurementUnit = .one
  ) -> TargetRow {
    let deadline = Period(year: 2023)
    var row = TargetRow(
      name: "x", indicator: nil, site: .command, raw: "", form: Phrase(same: ""), deadline: deadline, demands: [],
      unit: unit, decimals: 0, owners: [])
    row.demands = conditions.map { Demand($0, baseline: baseline, indicator: direction) }
    let observations: [Observation] = [
      (Period(year: 2022), baseline, .known), (deadline, value, .known),
    ]
    row.judge(TargetSeries(observations, kind: nil), baseline: baseline)
    return row
  }

  private func trials(_ direction: Direction?, seed: UInt64, _ body: (Trial) -> Void) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let kinds = conditions(&random)
      var targets = kinds.map { [$0] }
      // Several joined by `and`.
      targets.append([kinds[round % kinds.count], kinds[(round / 7 + 3) % kinds.count]])
      for conditions in targets {
        let baseline = random.number()
        var value = random.number()
        if round % 3 == 0, let asked = judged(conditions, value, baseline, direction).asked { value = asked }
        if round % 11 == 0 { value = baseline }
        let unit = round % 2 == 0 ? MeasurementUnit.one : .percent
        body(
          Trial(
            row: judged(conditions, value, baseline, direction, unit: unit), conditions: conditions, value: value,
            baseline: baseline))
      }
    }
  }

  @Test(arguments: [Direction.higher, .lower, nil])
  func completionReachesAHundredExactlyWhenMet(direction: Direction?) {
    trials(direction, seed: 131) { trial in
      guard let completion = trial.row.completion else { return }
      #expect((completion >= 100) == (trial.row.status == .met), "\(trial): \(completion) \(trial.row.status)")
    }
  }

  @Test(arguments: [Direction.higher, .lower, nil])
  func gapsAreNeverNegativeAndNothingWhenMet(direction: Direction?) {
    trials(direction, seed: 132) { trial in
      guard let gap = trial.row.gap else { return }
      #expect(gap >= 0, "\(trial)")
      if trial.row.status == .met { #expect(gap == 0, "\(trial)") }
    }
  }

  /// What the plan takes for a single condition meets it, strict bounds excepted.
  @Test(arguments: [Direction.higher, .lower, nil])
  func theNumberAskedMeetsWhatIsAsked(direction: Direction?) {
    trials(direction, seed: 133) { trial in
      guard trial.conditions.count == 1, let asked = trial.row.asked else { return }
      let reached = judged(trial.conditions, asked, trial.baseline, direction)
      switch trial.conditions[0] {
      case .moreThan, .lessThan: #expect(reached.status == .missed && reached.gap == 0, "\(trial)")
      case .atLeast, .atMost, .equal, .number, .inRange, .grows, .shrinks, .adds, .holds, .rises, .falls, .assigned,
        .ranks, .milestone:
        #expect(reached.status == .met && reached.completion == 100, "\(trial): \(asked)")
      }
    }
  }

  /// One that is measured is met or missed where its baseline is known; nothing falls between.
  @Test(arguments: [Direction.higher, .lower, nil])
  func everyMeasuredTargetIsMetOrMissed(direction: Direction?) {
    trials(direction, seed: 134) { trial in
      #expect([.met, .missed].contains(trial.row.status), "\(trial): \(trial.row.status)")
      #expect(trial.row.gap != nil, "\(trial)")
    }
  }

  /// −0.35 is worse than −0.30, not 117% of it.
  @Test func aLargerLossIsNoCompletion() throws {
    let row = judged([.atLeast(-0.30)], -0.35, -0.2, nil)
    #expect(row.status == .missed)
    let completion = try #require(row.completion)
    #expect(completion.rounded() == 83)
    #expect(judged([.atLeast(-0.30)], -0.25, -0.2, nil).completion.map { $0.rounded() } == 117)
  }

  /// Of several parts, the plan takes a number that does for all of them, if any part asks for one.
  @Test func thePlanOfSeveralPartsMeetsThemAll() {
    #expect(judged([.atLeast(5), .atLeast(8)], 6, 1, nil).asked == 8)
    #expect(judged([.atLeast(5), .atMost(9)], 6, 1, nil).asked == 5)
    #expect(judged([.atLeast(5), .rises], 6, 7, nil).asked == 5)
  }
}
