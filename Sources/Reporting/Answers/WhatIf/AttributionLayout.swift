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
      var notes = notes(source)
      if index == 0 { notes.append(columnNote(source)) }
      return Block(.table(table(source, evaluator)), title: title(source, evaluator), notes: notes)
    }
  }

  private func title(_ source: ScenarioComparison.Source, _ evaluator: Evaluator) -> Phrase {
    // What all cells have in common stands in brackets, as a script would choose it.
    let cells = source.cells.map { comparison.lines[$0.line].cell }
    var parts = comparison.memberDimensions.filter { !varies($0, cells) }.compactMap { cells[0].members[$0] }.map {
      evaluator.text($0)
    }
    if !periodVaries(cells), let period = cells[0].period { parts.append(period.description) }
    let name = question.items[source.item].heading
    let item = parts.isEmpty ? name : "\(name)[\(parts.joined(separator: ", "))]"
    let (first, second) = (question.scenarios[0].heading, question.scenarios[source.scenario].heading)
    return Phrase(
      "\(item): what makes the difference, \(second.english) - \(first.english)",
      "\(item)：差异来源，\(second.chinese) - \(first.chinese)")
  }

  private func varies(_ dimension: Dimension, _ cells: [ComparedCell]) -> Bool {
    cells.contains { $0.members[dimension] != cells[0].members[dimension] }
  }

  private func periodVaries(_ cells: [ComparedCell]) -> Bool {
    cells.contains { $0.period != cells[0].period }
  }

  /// Says what the columns mean, once.
  private func columnNote(_ source: ScenarioComparison.Source) -> Phrase {
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
    if source.unattributed > 0 {
      notes.append(
        Phrase(
          "\(source.unattributed) more cells differ, by less; choose them after for, as in x[2025] or x[…]",
          "另有 \(source.unattributed) 个单元格差异较小，未列出来源；可在“对于”之后选定，如 x[2025] 或 x[…]"))
    }
    return notes
  }

  private func table(_ source: ScenarioComparison.Source, _ evaluator: Evaluator) -> Table {
    let lines = source.cells.map { comparison.lines[$0.line] }
    let item = question.items[source.item]
    // What tells the cells apart stands in columns.
    let dimensions = comparison.memberDimensions.filter { varies($0, lines.map(\.cell)) }
    let hasPeriods = periodVaries(lines.map(\.cell))
    let texts = source.changes.map { ChangeText($0, evaluator) }
    let seen = Set(source.cells.flatMap(\.attribution.effects).map(\.change))
    let hasReplaced = seen.contains { !texts[$0].replaced.english.isEmpty }
    let hasReasons = seen.contains { !texts[$0].reasons.isEmpty }
    let unit = RowTypes(item, lines[0].cell, evaluator).differenceUnit.symbol
    let hasRowUnits = item.expression.type.indicatorUnits != nil

    var columns = dimensions.map { Column(evaluator.heading(of: $0)) }
    if hasPeriods { columns.append(Column(Phrase("period", "时期"))) }
    columns.append(Column(Phrase("assumption", "假设")))
    if hasReplaced { columns.append(Column(Phrase("instead of", "原假设"))) }
    if hasReasons { columns.append(Column(Phrase("because", "理由"))) }
    columns.append(Column(Phrase("place", "位置")))
    for heading in [Phrase("alone", "单独"), Phrase("in order", "依次")] {
      columns.append(Column(heading, unit: hasRowUnits ? "" : unit, alignment: .trailing))
    }
    var rows: [Row] = []
    for (line, (_, attribution)) in zip(lines, source.cells) {
      let place = dimensions.map { line.cell.memberCell($0, evaluator) }
        + (hasPeriods ? [line.cell.period.map { .text($0.description) } ?? .empty] : [])
      let style = hasRowUnits ? NumberStyle(unit: RowTypes(item, line.cell, evaluator).differenceUnit.symbol) : NumberStyle()
      func add(_ name: Cell, _ more: [Cell], _ numbers: [Cell], _ kind: Row.Kind = .body) {
        rows.append(Row(place + [name] + more + numbers, kind: kind))
      }
      for effect in attribution.effects {
        let text = texts[effect.change]
        let more = (hasReplaced ? [Cell.phrase(text.replaced)] : []) + (hasReasons ? [.text(text.reasons)] : [])
        add(.phrase(text.name), more + [.text(text.place)], [effect.alone.cell(style), effect.inOrder.cell(style)])
      }
      let blanks = Array(repeating: Cell.empty, count: (hasReplaced ? 1 : 0) + (hasReasons ? 1 : 0) + 1)
      // What one change makes is the difference already.
      if attribution.effects.count == 1 { continue }
      add(.phrase(Phrase("interaction", "交互作用")), blanks, [attribution.interaction.cell(style), .empty])
      let whole = Cell.number(attribution.difference, style)
      add(.phrase(Phrase("difference", "差值")), blanks, [whole, whole], .total)
    }
    return Table(columns: columns, rows: rows)
  }
}
