import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns how surely the target at `row` of the relation is met over time in `scenario`, each period judged as its
  /// deadline is.
  ///
  /// Nil where nothing uncertain reaches it, no value can meet it, or no period is left. `row` is the position among the
  /// targets of `scenario`; `periods` are of the length of the deadline's, nil for those after the data end until the
  /// scenario's end.
  package mutating func meetingTimes(
    ofTarget row: Int, in scenario: ScenarioID, over periods: ClosedRange<Period>? = nil
  ) -> MeetingTimes? {
    let rows = targetRows(in: scenario)
    guard rows.indices.contains(row), rows[row].isJudgedByValues else { return nil }
    let subject = subject(of: rows[row]).everyMember
    guard let target = sampledTarget(rows[row], subject, in: scenario) else { return nil }
    let frequency = rows[row].deadline.frequency
    let judged = periods.map(Self.periods) ?? self.periods(after: subject, at: target.point, frequency, in: scenario)
    guard !judged.isEmpty else { return nil }
    var counter = MeetingTimesCounter(judged)
    let evaluator = self
    let isSampled = sample(subject, in: scenario) { cube, block in
      var values = SampledValues(cube, count: block.count)
      counter.add(judged.map { target.verdicts(&values, block, at: $0, evaluator) })
    }
    return isSampled ? counter.times : nil
  }

  /// Returns how surely `condition` holds over time in the cell at `members`.
  ///
  /// Where `periods` is nil they are those after the last in which the root of `scenario` knows the condition until the
  /// scenario's end.
  package mutating func meetingTimes(
    of condition: CheckedExpression, at members: [(dimension: Dimension, name: String)] = [], in scenario: ScenarioID,
    over periods: ClosedRange<Period>? = nil
  ) -> MeetingTimes? {
    var point: [Dimension: Label] = [:]
    for (dimension, name) in members { point[dimension] = names.find(name).map(Label.member) }
    let central = cube(condition, Surroundings(scenario: scenario))
    guard let frequency = central.periods.last?.frequency else { return nil }
    let judged = periods.map(Self.periods) ?? self.periods(after: condition, at: point, frequency, in: scenario)
    guard !judged.isEmpty else { return nil }
    var counter = MeetingTimesCounter(judged)
    let isSampled = sample(condition, in: scenario) { cube, block in
      let lane = SampledLane(cube, at: point)
      counter.add(
        judged.map { period in
          block.indices.map { sample in
            SampledVerdict(lane?.value(of: period, sample: sample - block.lowerBound, kind: nil).map { $0 != 0 })
          }
        })
    }
    return isSampled ? counter.times : nil
  }

  private static func periods(_ range: ClosedRange<Period>) -> [Period] {
    guard range.lowerBound.frequency == range.upperBound.frequency else { return [] }
    let count = Int(range.upperBound.ordinal - range.lowerBound.ordinal)
    return (0...count).map { range.lowerBound.advanced(by: $0) }
  }

  /// Returns the periods of `frequency` after the last in which the root of `scenario` knows the cell of `expression` at
  /// `point`, until the scenario's end.
  private mutating func periods(
    after expression: CheckedExpression, at point: [Dimension: Label], _ frequency: Frequency, in scenario: ScenarioID
  ) -> [Period] {
    let layers = layers(of: scenario)
    // What can be found wrong with the expression is found where it is written.
    var evaluator = self
    let root = evaluator.rootPresence(of: expression, in: scenario)
    guard let end = root.series(at: point).last(where: { $0.value != nil })?.period else { return [] }
    let first = Period(frequency: frequency, ordinal: Int32(clamping: end.months / (12 / frequency.perYear)))
    let last = layers.lastPeriod(frequency)
    return first <= last ? Self.periods(first...last) : []
  }
}
