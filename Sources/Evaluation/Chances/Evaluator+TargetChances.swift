import Indicators
import Semantics

/// How surely targets are met together.
package struct JointChance: Sendable {
  /// The scenario.
  package let scenario: ScenarioID
  /// How many targets have a chance.
  package let targets: Int
  /// The share of the known samples that meet them all, in percent; nil where no sample is known.
  package let share: Double?
  /// How many samples are known.
  package let known: Int
  /// How many samples there are.
  package let samples: Int
}

extension Evaluator {
  /// Returns how surely the targets at `rows` of the relation are met together, in each of its `scenarios` in which any
  /// of them has a chance.
  package mutating func jointChances(ofTargets rows: [Int], in scenarios: [ScenarioID]) -> [JointChance] {
    var start = 0
    var chances: [JointChance] = []
    for scenario in scenarios {
      let verdicts = sampledTargets(in: scenario)
      let own = rows.compactMap { verdicts.indices.contains($0 - start) ? verdicts[$0 - start] : nil }
      start += verdicts.count
      guard let first = own.first else { continue }
      let share = SampledShare(
        own.dropFirst().reduce(first) { joint, next in zip(joint, next).map { $0.and($1) } })
      chances.append(
        JointChance(
          scenario: scenario, targets: own.count, share: share.percent, known: share.known, samples: first.count))
    }
    return chances
  }

  /// Returns the position of the target at `row` of `actual` among those of `scenario`.
  package mutating func row(ofTarget row: Int, in scenario: ScenarioID) -> Int? {
    let wanted = targetRows(in: .actual)[row]
    let rows = targetRows(in: scenario)
    func isWanted(_ other: TargetRow) -> Bool { other.site == wanted.site && other.cell == wanted.cell }
    return rows.indices.contains(row) && isWanted(rows[row]) ? row : rows.firstIndex(where: isWanted)
  }
}
