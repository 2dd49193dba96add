import Indicators
import Semantics
import Units

/// A target as it is judged in each sample.
struct SampledTarget {
  /// The target as it stands on the central path.
  let row: TargetRow
  /// The cell that is judged.
  let point: [Dimension: Label]
  /// What the values measure.
  let kind: IndicatorKind?
  /// How the subject's numbers become numbers in the target's unit.
  let step: Conversion
  /// What is asked in each sample, where the number asked is uncertain itself.
  let demands: [[Demand]]?

  /// Returns what becomes of the target, judged in `period`, in each sample of `block`, by the values of its subject for
  /// every member; `evaluator` knows the members of groups, for a place among them.
  func verdicts(
    _ values: inout SampledValues, _ block: Range<Int>, at period: Period, _ evaluator: Evaluator
  ) -> [SampledVerdict] {
    let own = values.values(of: period, at: point, kind: kind)
    let certain = row.demands.filter { !$0.isRank }
    var verdicts = block.enumerated().map { index, sample in
      let demands = demands.map { $0[sample].filter { !$0.isRank } } ?? certain
      return demands.verdict(of: own[index].map { step($0) }, baseline: row.baseline)
    }
    let better = row.indicator.flatMap { evaluator.program.indicators[$0].better }
    for case .ranks(let within, let group) in row.conditions {
      guard let members = evaluator.members(of: group, values.first, at: point), members.points.count > 1 else {
        return verdicts.map { $0.and(.unknown) }
      }
      let others = members.points.map { values.values(of: period, at: $0, kind: kind) }
      for index in verdicts.indices {
        let rank = Demand.GroupRank(of: members.own, within, among: others.lazy.map { $0[index] }, better)
        verdicts[index] = verdicts[index].and(SampledVerdict(rank))
      }
    }
    return verdicts
  }
}

extension TargetRow {
  /// Whether a value can meet the target, or a place among others.
  var isJudgedByValues: Bool { demands.allSatisfy { $0.isRank || $0.isMeasured } }
}

extension Demand {
  /// Whether a place among others is asked for.
  fileprivate var isRank: Bool { if case .ranks = form { true } else { false } }
}

extension SampledVerdict {
  /// Creates the verdict that a place among others gives.
  fileprivate init(_ rank: Demand.GroupRank) {
    switch rank {
    case .within: self = .met
    case .below: self = .missed
    case .noGroup, .undecided: self = .unknown
    }
  }
}
