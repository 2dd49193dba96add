import Indicators
import Semantics
import Source

/// How rules come to their results.
extension Evaluator {
  /// Returns, for each of the rules at `rows` of the relation, its result and how the cells that do not pass come about.
  package mutating func derivations(
    ofRules rows: [Int], in scenario: ScenarioID, limit: Int
  ) -> [[DerivationStep]] {
    let results = ruleResults(in: [scenario])
    var walk = DerivationWalk()
    var derivations: [[DerivationStep]] = []
    var count = 0
    for row in rows where count < limit && results.indices.contains(row) {
      walk.begin()
      derive(results[row], &walk)
      walk.close()
      derivations.append(walk.steps)
      count += walk.steps.count
    }
    return derivations
  }

  private mutating func derive(_ result: RuleResult, _ walk: inout DerivationWalk) {
    let rule = program.rules[result.rule]
    let verdict = WordList.verdict.phrase(result.status)
    walk.add(
      DerivationStep(
        0, Phrase("\(rule.name): \(verdict.english)", "\(rule.name)：\(verdict.chinese)"),
        details: [
          Phrase(
            "\(result.passed) passed, \(result.failed.count) failed, \(result.unknown.count) unknown",
            "通过 \(result.passed)，不通过 \(result.failed.count)，不明 \(result.unknown.count)")
        ]))
    addWritten(rule.range, 1, &walk)
    let cells = result.failed + result.unknown
    for cell in cells.prefix(contributionLimit) {
      var point: [Dimension: Label] = [:]
      for (dimension, label) in cell.labels { point[dimension] = label }
      derive(rule.condition, point, result.scenario, 1, &walk)
    }
    let rest = cells.count - contributionLimit
    if rest > 0 {
      walk.add(DerivationStep(1, Phrase("\(rest) more cells", "其余 \(rest) 处"), role: .aside))
    }
  }
}
