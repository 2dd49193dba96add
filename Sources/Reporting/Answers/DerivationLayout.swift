import Evaluation
import Indicators
import Semantics
import Source
import Units

/// How many cells one `explain` derives.
private let explainedCells = 12

/// Returns the derivation of a value, cell by cell.
func derivation(_ question: ExplainQuestion, _ evaluator: inout Evaluator) -> Block {
  var outline = Outline()
  let (points, count) = evaluator.knownPoints(
    of: question.expression, in: question.scenario, limit: explainedCells)
  for point in points {
    let steps = evaluator.derivation(of: question.expression, at: point, in: question.scenario)
    for step in steps {
      outline.append(step.label, value: value(of: step), details: step.details, depth: step.depth)
    }
  }
  var notes: [Phrase] = []
  if count > points.count {
    notes.append(
      Phrase(
        "\(points.count) of \(count) known cells; choose one with brackets, as in x[2023]",
        "共 \(count) 个已知值，列出前 \(points.count) 个；可用方括号选定，例如 x[2023]"))
  }
  return Block(.outline(outline), title: Phrase(same: question.heading), notes: notes)
}

private func value(of step: DerivationStep) -> Cell {
  if step.value == nil, step.reason == .known { return .empty }
  return cell(step.value, step.reason, step.type, style: NumberStyle(unit: step.type.unit.symbol))
}
