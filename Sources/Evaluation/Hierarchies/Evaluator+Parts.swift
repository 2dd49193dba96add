import Indicators
import Semantics
import Source

extension Evaluator {
  /// Adds the parts of a cell that is their sum below its step at `own`; returns whether it is one.
  mutating func deriveParts(
    _ position: Int, _ expression: CheckedExpression, _ point: [Dimension: Label], _ scenario: ScenarioID,
    _ own: Int, _ walk: inout DerivationWalk
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
    let depth = walk.steps.indices.contains(own) ? walk.steps[own].depth + 1 : 1
    walk.change(own) { step in
      step.operation = .aggregate(.sum)
      step.details.append(
        Phrase(count == 1 ? "the sum of 1 part" : "the sum of \(count) parts", "由 \(count) 个分项汇总"))
    }
    for part in parts.prefix(contributionLimit) {
      derive(.indicator(position), expression, cube.cell(at: part), scenario, depth, &walk)
    }
    let rest = parts.dropFirst(contributionLimit)
    if !rest.isEmpty {
      var step = DerivationStep(
        depth, Phrase("\(rest.count) more, their sum", "其余 \(rest.count) 项之和"),
        value: Kernels.sum(rest.compactMap { cube[$0] }), type: expression.type, role: .rest)
      step.parameters = [.init(name: "count", value: Double(rest.count))]
      walk.add(step)
    }
    return true
  }
}
