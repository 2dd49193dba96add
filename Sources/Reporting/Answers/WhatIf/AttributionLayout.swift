import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// The tables that say what makes the differences: one for each expression, a row for each assumption.
struct AttributionLayout {
  let question: CompareQuestion
  let comparison: ScenarioComparison

  /// Returns the tables.
  func blocks(_ evaluator: Evaluator) -> [Block] {
    comparison.sources.enumerated().map { index, source in
      let table = AttributionTable(source, of: question.items[source.item], comparison, evaluator)
      let dimensions = comparison.memberDimensions
      let rows = table.table(dimensions)
      return Block(
        .table(rows), title: title(source, table.name(dimensions)),
        notes: notes(source) + (index == 0 ? [columnNote] : []) + rows.roundedTotalNotes())
    }
  }

  private func title(_ source: ScenarioComparison.Source, _ name: String) -> Phrase {
    let (first, second) = (question.scenarios[0].heading, question.scenarios[source.scenario].heading)
    return Phrase(
      "\(name): what makes the difference, \(second.english) - \(first.english)",
      "\(name)：差异来源，\(second.chinese) - \(first.chinese)")
  }

  /// Says what the columns mean, once.
  private var columnNote: Phrase {
    let first = question.scenarios[0].heading
    return Phrase(
      "alone is what an assumption does by itself on top of \(first.english), in order what it adds to those above it",
      "“单独”为该假设单独加在“\(first.chinese)”上的影响，“依次”为在其上各行之后再加入的影响")
  }

  private func notes(_ source: ScenarioComparison.Source) -> [Phrase] {
    var notes: [Phrase] = []
    if source.idleChanges > 0 {
      notes.append(
        Phrase(
          source.idleChanges == 1
            ? "1 more assumption that differs has no effect here"
            : "\(source.idleChanges) more assumptions that differ have no effect here",
          "另有 \(source.idleChanges) 条不同的假设在此没有影响"))
    }
    if source.cells.flatMap(\.attribution.effects).contains(where: { $0.inOrder.number == nil }) {
      notes.append(
        Phrase(
          "where a step has no value, the next that has one counts for both",
          "某一步没有数值时，其影响并入下一个有数值的步骤"))
    }
    if source.unattributed > 0 {
      notes.append(
        Phrase(
          "\(source.unattributed) more cells differ, by less; choose them after for, as in x[2025] or x[…]",
          "另有 \(source.unattributed) 个单元格差异较小，未列出来源；可在“对于”之后选定，如 x[2025] 或 x[…]"))
    }
    return notes
  }
}
