import Evaluation
import Indicators
import Semantics
import Source
import Units

/// How many cells one `explain` derives, unless all are asked for.
private let explainedCells = 12
/// How many steps an answer in full has before it derives no further cell.
private let explainedSteps = 200_000

/// Returns the derivation of a value, cell by cell.
func derivation(_ question: ExplainQuestion, _ evaluator: inout Evaluator) -> Block {
  var outline = Outline()
  let (points, count) = evaluator.knownPoints(
    of: question.expression, in: question.scenario, limit: evaluator.isInFull ? .max : explainedCells)
  let derivations = evaluator.derivations(
    of: question.expression, at: points, in: question.scenario, limit: explainedSteps)
  for step in derivations.joined() {
    outline.append(
      step.label, value: value(of: step), details: step.details, depth: step.depth, record: Outline.Record(step))
  }
  var notes: [Phrase] = []
  if count > derivations.count {
    notes.append(
      Phrase(
        "\(derivations.count) of \(count) known cells; choose one with brackets, as in x[2023]",
        "共 \(count) 个已知值，列出前 \(derivations.count) 个；可用方括号选定，例如 x[2023]"))
  }
  return Block(.outline(outline), title: Phrase(same: question.heading), notes: notes)
}

private func value(of step: DerivationStep) -> Cell {
  if step.value == nil, step.reason == .known { return .empty }
  return cell(step.value, step.reason, step.type, style: NumberStyle(unit: step.type.unit.symbol))
}

extension Outline.Record {
  /// Creates the record of `step`.
  fileprivate init(_ step: DerivationStep) {
    self.init()
    role = step.role == .operand ? nil : step.role.rawValue
    operation = step.operation?.word
    parameters = step.parameters.map { Parameter(name: $0.name, value: $0.value) }
    conversions = step.conversions.map { [$0.multiply, $0.divide] }
    place = step.origin.map { Place(file: $0.file, line: $0.line, column: $0.column, content: $0.content) }
  }
}
