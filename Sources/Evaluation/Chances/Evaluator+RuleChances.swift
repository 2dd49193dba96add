import Indicators
import Semantics

extension Evaluator {
  /// Returns how many samples pass the rule at `position` in all its cells; nil where nothing uncertain reaches it.
  ///
  /// Cells that cannot be judged on the central path take no part.
  mutating func chance(ofRule position: Int, in scenario: ScenarioID) -> SampledShare? {
    let rule = program.rules[position]
    let left = CheckedExpression(.missing, rule.condition.type, rule.range)
    let judged = rule.filter.map {
      CheckedExpression(.cells(.if, [$0, rule.condition, left]), rule.condition.type, rule.range)
    }
    let central = cube(judged ?? rule.condition, Surroundings(scenario: scenario))
    var verdicts: [SampledVerdict] = []
    let isSampled = sample(judged ?? rule.condition, in: scenario) { cube, block in
      verdicts += cube.verdicts(block, judgedIn: central)
    }
    return isSampled ? SampledShare(verdicts) : nil
  }
}

extension Cube {
  /// Returns for each sample of `block` whether the truth value holds in all cells that are known in `central`.
  fileprivate func verdicts(_ block: Range<Int>, judgedIn central: Cube) -> [SampledVerdict] {
    var verdicts = Array(repeating: SampledVerdict.met, count: block.count)
    let rest = axes.filter { $0.dimension != .sample }
    let cells = Alignment.positions(of: rest, in: axes)
    let known = central.spread(over: rest)
    let samples = Alignment.positions(of: axes.filter { $0.dimension == .sample }, in: axes)
    let isSampled = axisIndex(of: .sample) != nil
    for offset in 0..<count where known.reasons[Int(cells[offset])] == .known && reasons[offset] != .stated {
      let own = SampledVerdict(self[offset].map { $0 != 0 })
      for sample in isSampled ? Int(samples[offset])..<Int(samples[offset]) + 1 : verdicts.indices {
        verdicts[sample] = verdicts[sample].and(own)
      }
    }
    return verdicts
  }
}
