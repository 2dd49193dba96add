import Indicators
import Semantics
import Source
import Units

/// The targets that a scenario misses though its root does not.
package struct MissedTargets: Sendable {
  /// One of them.
  package struct Target: Sendable {
    /// The position among the rows of the relation `targets` of the scenario.
    package let row: Int
    /// What is judged, with its members in brackets.
    package let label: String
    /// What is asked, as a condition and as a number.
    package let form: Phrase
    package let asked: Double?
    package let deadline: Period
    /// The value that is judged, and its period.
    package let value: Double?
    package let period: Period?
    /// What the numbers are in.
    package let unit: MeasurementUnit
  }

  /// The scenario.
  package let scenario: ScenarioID
  /// Those whose value an assumption reaches.
  package var assumed: [Target] = []
  /// How many more rest on a value that is only held.
  package var heldCount = 0
}

extension Evaluator {
  /// Returns the targets that `scenario` misses though its root does not, but for those at the rows `shown`.
  package mutating func missedTargets(in scenario: ScenarioID, butAt shown: Set<Int>) -> MissedTargets {
    var missed = MissedTargets(scenario: scenario)
    let root = program.chain(of: scenario).root
    var inRoot: Set<TargetKey> = []
    for row in targetRows(in: root) where row.status == .missed { inRoot.insert(TargetKey(row)) }
    let rows = targetRows(in: scenario)
    let footings = targetFootings(in: scenario)
    for (position, row) in rows.enumerated() where row.status == .missed && !shown.contains(position) {
      if inRoot.contains(TargetKey(row)) { continue }
      if footings[position].contains(.assumed) {
        missed.assumed.append(
          .init(
            row: position, label: label(of: row), form: row.form, asked: row.asked,
            deadline: row.deadline, value: row.value, period: row.period, unit: row.unit))
      } else if footings[position].contains(.held) {
        missed.heldCount += 1
      }
    }
    return missed
  }

  /// How many targets of a scenario are judged though no question asks for them.
  package static let mostTargetsJudgedUnasked = 5_000

  /// Returns how many targets `scenario` has at most, without judging them.
  package mutating func targetCount(in scenario: ScenarioID) -> Int {
    var count = catalogue.sheets.reduce(0) { $0 + $1.targets.count }
    for target in program.targets {
      let cube = value(of: target.subject, in: scenario).presence
      count += cube.count / max(1, cube.periods.count)
    }
    return count
  }

  /// Returns the rows of `scenario` whose targets are of `expression`.
  package mutating func rows(
    ofTargetsOf expression: CheckedExpression, named name: String, in scenario: ScenarioID
  ) -> [Int] {
    let (subject, members) = expression.subjectAndMembers
    let subjectName = members.isEmpty ? name : text(subject.range)
    let positions = targetRows(of: subject, named: subjectName, in: scenario)
    let rows = targetRows(in: scenario)
    return positions.filter { position in
      members.allSatisfy { member in
        rows[position].members.contains { $0.dimension == member.dimension && $0.name == member.name }
      }
    }
  }
}

/// What tells one target's cell from all others, in every scenario.
private struct TargetKey: Hashable {
  let site: Site
  let cell: TargetRow.Cell

  init(_ row: TargetRow) { (site, cell) = (row.site, row.cell) }
}

extension CheckedExpression {
  /// The value whose members brackets choose, and those members.
  fileprivate var subjectAndMembers: (CheckedExpression, [(dimension: Dimension, name: String)]) {
    if case .selection(let inner, let selection) = form, selection.periods == nil, selection.scenario == nil {
      return (inner, selection.members)
    }
    return (self, [])
  }
}
