import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns, for each lane, the first period in which the condition of `call` holds, and remembers how many of them it is known
  /// in; nil where `call` asks for anything else.
  mutating func firstPeriods(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube? {
    guard let filter = call.conditionOfFirstPeriod else { return nil }
    guard let firsts = firstsOfMembers(call, filter, surroundings) ?? firsts(call, cube(filter, surroundings)) else {
      return nil
    }
    if firsts.unknownCount > 0 {
      let (counts, zero) = (firsts.counts, firsts.counts.mapped { _ in 0 })
      coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = Coverage(
        known: counts, frame: counts, total: nil, weightShare: nil, unknownWeights: zero,
        droppedUnknown: firsts.unknownCount, collapsed: [.period])
    }
    return firsts.cube
  }

  private func firsts(_ call: AggregateCall, _ verdicts: Cube) -> FirstPeriods? {
    verdicts.axes.last?.dimension == .period && call.frame.collapsed(of: verdicts.axes) == [.period]
      ? FirstPeriods(verdicts) : nil
  }

  /// Returns the first periods of each member of the set that the condition `filter` is made of; nil where it is not made of one.
  private mutating func firstsOfMembers(
    _ call: AggregateCall, _ filter: CheckedExpression, _ surroundings: Surroundings
  ) -> FirstPeriods? {
    guard let position = filter.memberwiseSet(in: surroundings.scenario, of: program),
      let firsts = firstsOfMembers(where: filter, surroundings)
    else { return nil }
    let all = [axis(ofSet: position)] + firsts.axes
    guard call.frame.collapsed(of: all + [Axis(.period, [])]) == [.period] else { return nil }
    return FirstPeriods(stacking: firsts.members, over: all, sampling.workers)
  }

  /// Says of the cells without a first period, or another label, whether the condition never holds there or is not known
  /// anywhere.
  mutating func sayNever(
    _ result: inout Cube, _ call: AggregateCall, _ frame: AggregateFrame, _ surroundings: Surroundings
  ) {
    guard let filter = call.filter, result.reasons.contains(.undefined) else { return }
    let verdicts = cube(filter, surroundings).spread(over: frame.value.axes)
    let layout = GroupLayout(frame.value.axes, collapsing: frame.collapsed)
    var isJudged = Array(repeating: false, count: result.count)
    for offset in 0..<verdicts.count where verdicts.reasons[offset] == .known {
      isJudged[layout.group(of: offset)] = true
    }
    for offset in result.reasons.indices where result.reasons[offset] == .undefined {
      result.reasons[offset] = isJudged[offset] ? .never : .outsideData
    }
  }
}
