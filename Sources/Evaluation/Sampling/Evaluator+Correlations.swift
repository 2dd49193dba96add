import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns which draws are tied in `scenario`.
  mutating func correlations(in scenario: ScenarioID) -> Correlations {
    if let known = correlations[scenario] { return known }
    let made = Correlations(program, in: scenario)
    correlations[scenario] = made
    if scenario.isDeclared { for tie in program.ties(in: scenario) { reportMeetingNowhere(tie, in: scenario) } }
    return made
  }

  /// Reports a tie of two series that have no member, or no length of period, in common, so that no draw of the one
  /// belongs to a draw of the other.
  private mutating func reportMeetingNowhere(_ tie: CheckedTie, in scenario: ScenarioID) {
    let root = program.chain(of: scenario).root
    let series = [tie.first, tie.second].compactMap { definition -> Cube? in
      if case .parameter = definition { return nil }
      guard case .numbers(let cube) = value(of: definition, in: root) else { return nil }
      return cube
    }
    guard series.count == 2 else { return }
    let (first, second) = (series[0].tellingLabels, series[1].tellingLabels)
    let haveMembers =
      first.members.keys == second.members.keys
      && first.members.allSatisfy { !$0.value.isDisjoint(with: second.members[$0.key] ?? []) }
    if haveMembers, !first.frequencies.isDisjoint(with: second.frequencies) { return }
    report(
      EvaluationProblem.tiedApart(name(of: tie.first), name(of: tie.second), byMembers: !haveMembers)
        .diagnostic(at: tie.range))
  }
}

extension Cube {
  /// The labels, and the lengths of periods, at which anything is recorded.
  fileprivate var tellingLabels: (members: [Dimension: Set<Label>], frequencies: Set<Frequency>) {
    var members: [Dimension: Set<Label>] = [:]
    var frequencies: Set<Frequency> = []
    for axis in axes where axis.dimension != .period { members[axis.dimension] = [] }
    for offset in 0..<count where reasons[offset] != .outsideData && reasons[offset] != .noSuchCombination {
      for (dimension, label) in point(at: offset) {
        if case .period(let period) = label {
          frequencies.insert(period.frequency)
        } else {
          members[dimension]?.insert(label)
        }
      }
    }
    return (members, frequencies)
  }
}
