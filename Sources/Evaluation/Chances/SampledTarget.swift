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
  func verdicts(_ cube: Cube, _ block: Range<Int>, at period: Period, _ evaluator: Evaluator) -> [SampledVerdict] {
    guard let lane = SampledLane(cube, at: point) else { return block.map { _ in .unknown } }
    let isRank = row.conditions.contains(where: \.isRank)
    return block.enumerated().map { index, sample in
      var demands = demands?[sample] ?? row.demands
      if isRank {
        var judged = row
        judged.deadline = period
        judged.demands = demands
        let better = row.indicator.flatMap { evaluator.program.indicators[$0].better }
        let values = cube.slice(.sample, at: .row(Int32(clamping: index)))
        evaluator.rank(&judged, row.conditions, values, at: point, kind, better)
        demands = judged.demands
      }
      let value = lane.value(of: period, sample: index, kind: kind).map { step($0) }
      return demands.verdict(of: value, baseline: row.baseline)
    }
  }
}

extension TargetRow {
  /// Whether a value can meet the target, or a place among others.
  var isJudgedByValues: Bool {
    demands.allSatisfy { demand in
      if case .ranks = demand.form { true } else { demand.isMeasured }
    }
  }
}
