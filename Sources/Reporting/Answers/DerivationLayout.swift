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
  let (points, count) = evaluator.knownPoints(
    of: question.expression, where: question.filter, in: question.scenario,
    limit: evaluator.isInFull ? .max : explainedCells)
  let derivations = evaluator.derivations(
    of: question.expression, at: points, in: question.scenario, limit: explainedSteps)
  var notes: [Phrase] = []
  if count > derivations.count {
    notes.append(
      Phrase(
        "\(derivations.count) of \(count) known cells; choose one with brackets, as in x[2023]",
        "共 \(count) 个已知值，列出前 \(derivations.count) 个；可用方括号选定，例如 x[2023]"))
  }
  return Block(.outline(outline(derivations)), title: Phrase(same: question.heading), notes: notes)
}

/// Returns how each row of a relation comes about.
func derivations(_ question: RelationQuestion, _ evaluator: inout Evaluator) -> Block {
  let scenario = question.scenarios[0]
  let table = evaluator.table(question.relation, in: question.scenarios)
  let (kept, unknown) = evaluator.rows(of: table, where: question.filter, in: scenario)
  let chosen = evaluator.isInFull ? kept : Array(kept.prefix(explainedCells))
  let derivations =
    question.relation == .rules
    ? evaluator.derivations(ofRules: chosen, in: scenario, limit: explainedSteps)
    : evaluator.derivations(ofTargets: chosen, in: scenario, limit: explainedSteps)
  var notes = filterNotes(question, kept: kept.count, of: table.rowCount, unknown: unknown)
  if kept.count > derivations.count {
    notes.append(
      Phrase(
        "the first \(derivations.count) of \(kept.count) rows; choose others with where",
        "共 \(kept.count) 行，列出前 \(derivations.count) 行；可用“筛选”选定其他行"))
  }
  if derivations.isEmpty {
    return Block(.message(Phrase("no rows", "无符合条件的行")), title: title(question), notes: notes)
  }
  return Block(.outline(outline(derivations)), title: title(question), notes: notes)
}

private func outline(_ derivations: [[DerivationStep]]) -> Outline {
  var outline = Outline()
  for step in derivations.joined() {
    outline.append(
      step.label, value: value(of: step), details: step.details, depth: step.depth, record: Outline.Record(step))
  }
  return outline
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
