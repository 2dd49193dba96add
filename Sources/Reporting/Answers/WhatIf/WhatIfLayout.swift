import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// Returns everything that sets the second scenario of `question` apart from the first: values, then targets whose status
/// changes.
package func whatIf(_ question: CompareQuestion, isHeld: Bool, _ evaluator: inout Evaluator) -> [Block] {
  let comparison = evaluator.comparison(question, attributed: false)
  let layout = ComparisonLayout(
    question: question, comparison: comparison, headings: [Phrase("before", "之前"), Phrase("after", "之后")])
  let moved = Set(comparison.lines.map(\.cell.item))
  let still = question.items.count - moved.count - comparison.disputed.count
  let alike = Phrase(
    still == 1 ? "1 name does not change" : "\(still) names do not change", "\(still) 个名称不变")
  var notes = layout.countNotes
  if still > 0, comparison.hidden == 0 { notes.append(alike) }
  if moved.isEmpty {
    return [Block(.message(Phrase("nothing changes", "没有变化")), notes: notes)] + statusChanges(question, &evaluator)
  }
  var block = layout.block(&evaluator)
  block.notes = (isHeld ? [Phrase("before: the last values, held", "之前：沿用最近的值")] : []) + block.notes
  if still > 0, comparison.hidden == 0 { block.notes.append(alike) }
  return [block] + statusChanges(question, &evaluator)
}

/// Returns a table of the targets whose status is another under the second scenario than under the first; nothing where
/// there are none.
private func statusChanges(_ question: CompareQuestion, _ evaluator: inout Evaluator) -> [Block] {
  guard question.scenarios.allSatisfy({ evaluator.targetCount(in: $0) > 0 }) else { return [] }
  let tables = question.scenarios.map { evaluator.table(.targets, in: [$0]) }
  guard tables[0].rowCount == tables[1].rowCount else { return [] }
  let changed = (0..<tables[0].rowCount).filter { row in
    relationCell(row, TargetColumn.status.rawValue, tables[0], .targets)
      != relationCell(row, TargetColumn.status.rawValue, tables[1], .targets)
  }
  if changed.isEmpty { return [] }
  func cells(_ column: TargetColumn, _ table: RelationTable) -> [Cell] {
    changed.map { relationCell($0, column.rawValue, table, .targets) }
  }
  let told = [TargetColumn.name, .region, .sheet, .form, .deadline].map { ($0, cells($0, tables[1])) }
    .filter { column in column.1.contains { $0 != .empty && $0 != .text("") } }
  let statuses = tables.map { cells(.status, $0) }
  let rows = changed.indices.map { row in Row(told.map { $0.1[row] } + statuses.map { $0[row] }) }
  let columns = told.map { Column(Relation.targets.columns[$0.0.rawValue].heading) }
  let headings = [Column(Phrase("status before", "之前状态")), Column(Phrase("status after", "之后状态"))]
  return [Block(.table(Table(columns: columns + headings, rows: rows)))]
}
