import Indicators
import Semantics
import Source

extension Evaluator {
  /// Adds the parts of a cell that is their sum; returns whether it is one.
  mutating func deriveParts(
    _ position: Int, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ depth: Int, _ walk: inout DerivationWalk
  ) -> Bool {
    let cube: Cube
    let rolled: [Int: [Int]]
    if let overlaid = overlays[Key(definition: .indicator(position), scenario: scenario)] {
      (cube, rolled) = (overlaid.cube, overlaid.rolled)
    } else if scenario == .plan {
      let planned = plan(ofIndicator: position)
      (cube, rolled) = (planned.cube, planned.rolled)
    } else {
      let data = data(ofIndicator: position)
      (cube, rolled) = (data.cube, data.rolled)
    }
    guard let offset = cube.offset(at: point), let parts = rolled[offset] else { return false }
    let count = parts.count
    walk.add(
      depth, Phrase(count == 1 ? "the sum of 1 part" : "the sum of \(count) parts", "由 \(count) 个分项汇总"), type: .plain,
      limit: Evaluator.stepLimit)
    for part in parts.prefix(contributionLimit) {
      let inner = Dictionary(cube.point(at: part).map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
      derive(.indicator(position), expression, inner, scenario, depth + 1, &walk)
    }
    let rest = parts.dropFirst(contributionLimit)
    if !rest.isEmpty {
      walk.add(
        depth + 1, Phrase("\(rest.count) more, their sum", "其余 \(rest.count) 项之和"),
        value: Kernels.sum(rest.compactMap { cube[$0] }), type: expression.type, limit: Evaluator.stepLimit)
    }
    return true
  }
}
