import Evaluation
import Indicators
import Projection
import Semantics
import Source
import Units

/// Returns the answer to `question`: the values side by side, then what makes each difference.
func comparison(_ question: CompareQuestion, _ evaluator: inout Evaluator) -> [Block] {
  let comparison = evaluator.comparison(question)
  let layout = ComparisonLayout(question: question, comparison: comparison)
  if question.isOfAll, comparison.lines.isEmpty {
    return [Block(.message(layout.noDifference), notes: layout.countNotes)]
  }
  let sources = AttributionLayout(question: question, comparison: comparison)
  return [layout.block(&evaluator)] + sources.blocks(evaluator)
}

/// The table of a comparison: a row for each expression, member and period, a column for each scenario and difference.
struct ComparisonLayout {
  let question: CompareQuestion
  let comparison: ScenarioComparison
  /// How the scenarios are headed.
  let headings: [Phrase]

  init(question: CompareQuestion, comparison: ScenarioComparison, headings: [Phrase]? = nil) {
    self.question = question
    self.comparison = comparison
    self.headings = headings ?? question.scenarios.map(\.heading)
  }

  /// Returns the table.
  func block(_ evaluator: inout Evaluator) -> Block {
    var notes = countNotes
    if !comparison.lines.contains(where: { $0.differences.contains { $0.absolute.number != 0 } }) {
      notes.append(noDifference)
    }
    if hasBands {
      notes.append(
        Phrase(
          "differences are those of the central paths, 5% and 95% quantiles of the difference over paired samples",
          "差值按中心路径计算，5% 与 95% 为成对样本之差的分位数"))
    }
    return Block(.table(table(evaluator)), notes: notes + foundationNotes(&evaluator))
  }

  /// Says that nothing differs.
  var noDifference: Phrase {
    let names = question.scenarios.map(\.heading)
    let english = names.map(\.english).joined(separator: ", ")
    let chinese = names.map(\.chinese).joined(separator: "、")
    let periods = comparison.periods.sorted().map(\.description)
    // Where anything is uncertain, the central paths alone are alike.
    let alike =
      hasBands ? Phrase("no difference of the central paths", "中心路径没有差异") : Phrase("no difference", "没有差异")
    var said = Phrase("\(english): \(alike.english)", "\(chinese)：\(alike.chinese)")
    if !periods.isEmpty {
      said = Phrase(
        "\(said.english) in \(periods.joined(separator: ", "))",
        "\(chinese)：\(periods.joined(separator: "、")) \(alike.chinese)")
    }
    guard question.periods.isEmpty else { return said }
    return Phrase(
      "\(said.english); another period is asked for with at", "\(said.chinese)；可用“时点”指定其他时期")
  }

  /// Says what is not in the table, or cannot be.
  var countNotes: [Phrase] {
    var notes: [Phrase] = []
    if comparison.hidden > 0 {
      notes.append(
        Phrase(
          "\(comparison.hidden) more values differ, by less; name them after for",
          "另有 \(comparison.hidden) 个数值差异较小，未列出；可在“对于”之后写明"))
    }
    if !comparison.disputed.isEmpty {
      let names = comparison.disputed.map { question.items[$0].heading }
      notes.append(
        Phrase(
          "left out, for the sheets disagree: \(names.joined(separator: ", "))",
          "各表数值不同，未作比较：\(names.joined(separator: "、"))"))
    }
    if comparison.missing > 0 {
      notes.append(
        Phrase(
          comparison.missing == 1
            ? "1 value has no difference, for it is missing in some of the scenarios"
            : "\(comparison.missing) values have no difference, for they are missing in some of the scenarios",
          "\(comparison.missing) 个数值在部分情景中缺失，无法相减"))
    }
    return notes
  }

  /// Returns what the aggregates and fallbacks in the expressions rest on.
  private func foundationNotes(_ evaluator: inout Evaluator) -> [Phrase] {
    let shown = question.items.indices.filter { item in comparison.lines.contains { $0.cell.item == item } }
    var periods: [Period] = []
    for period in comparison.lines.compactMap(\.cell.period) where !periods.contains(period) { periods.append(period) }
    return evaluator.foundationNotes(
      of: shown.map { question.items[$0] }, in: question.scenarios, at: periods)
  }

  private var hasBands: Bool { comparison.lines.contains { $0.differences.contains { $0.band != nil } } }

  private func table(_ evaluator: Evaluator) -> Table {
    let units = comparison.lines.map { RowTypes(question.items[$0.cell.item], $0.cell, evaluator) }
    let hasUnits = units.contains { !$0.unit.symbol.isEmpty }
    let hasPeriods = comparison.lines.contains { $0.cell.period != nil }
    let hasBands = hasBands
    var columns = [Column(Phrase("", ""))] + comparison.dimensions.map { Column(evaluator.heading(of: $0)) }
    columns = columns.filter { $0.heading.english != evaluator.heading(of: .period).english }
    if hasPeriods { columns.append(Column(Phrase("period", "时期"))) }
    if hasUnits { columns.append(Column(Phrase("unit", "单位"))) }
    columns += headings.map { Column($0, alignment: .trailing) }
    for heading in headings.dropFirst() {
      let name = headings.count == 2 ? nil : heading
      columns.append(Column(self.heading("difference", "差值", of: name), alignment: .trailing))
      if hasBands {
        columns.append(Column(self.heading("difference 5%", "差值 5%", of: name), alignment: .trailing))
        columns.append(Column(self.heading("difference 95%", "差值 95%", of: name), alignment: .trailing))
      }
      columns.append(Column(self.heading("relative", "相对差", of: name), unit: "%", alignment: .trailing))
    }
    let rows = zip(comparison.lines, units).map { line, types -> Row in
      var cells: [Cell] = [.text(question.items[line.cell.item].heading)]
      cells += comparison.memberDimensions.map { line.cell.memberCell($0, evaluator) }
      if hasPeriods { cells.append(line.cell.period.map { .text($0.description) } ?? .empty) }
      if hasUnits { cells.append(.text(types.unit.symbol)) }
      cells += line.values.map { types.cell($0) }
      for difference in line.differences {
        cells.append(types.difference(difference.absolute))
        if hasBands { cells += difference.band.map { $0.map(types.difference) } ?? [.empty, .empty] }
        cells.append(difference.relative.cell(.change()))
      }
      return Row(cells)
    }
    return Table(columns: columns, rows: rows)
  }

  private func heading(_ english: String, _ chinese: String, of scenario: Phrase?) -> Phrase {
    guard let scenario else { return Phrase(english, chinese) }
    return Phrase("\(scenario.english) \(english)", "\(scenario.chinese) \(chinese)")
  }
}

extension ScenarioComparison {
  /// The dimensions that make columns beside the period.
  var memberDimensions: [Dimension] { dimensions.filter { $0 != .period } }
}

extension ComparedCell {
  /// Returns the cell's member of `dimension`; nothing where the expression does not vary over it.
  func memberCell(_ dimension: Dimension, _ evaluator: Evaluator) -> Cell {
    members[dimension].map { .text(evaluator.text($0)) } ?? .empty
  }
}

/// The units of one row's value and differences.
struct RowTypes {
  /// The unit of the value.
  let unit: MeasurementUnit
  /// The unit of a difference; points for percentages.
  var differenceUnit: MeasurementUnit { unit.ofDifference.unit }

  /// Finds the units of `cell` of `item`; each indicator of a set has its own.
  init(_ item: ValueQuestion.Item, _ cell: ComparedCell, _ evaluator: Evaluator) {
    var type = item.expression.type
    if type.indicatorUnits != nil, let label = cell.members[.indicator] {
      type = type.ofIndicator(evaluator.text(label))
    }
    unit = type.unit
  }

  /// Returns the cell of a value, whose unit stands in the row.
  func cell(_ value: CellValue) -> Cell {
    value.cell(NumberStyle(unit: unit.symbol, isUnitShown: false))
  }

  /// Returns a difference of values in the unit of differences.
  func inUnitOfDifference(_ value: CellValue) -> CellValue {
    value.number.map { CellValue(unit.ofDifference.step($0)) } ?? value
  }

  /// Returns the cell of a difference, with its unit where the row's is another.
  func difference(_ value: CellValue) -> Cell {
    inUnitOfDifference(value).cell(.change(unit: differenceUnit.symbol, isUnitShown: differenceUnit != unit))
  }
}

extension CellValue {
  /// Returns the cell of a table that shows the value.
  func cell(_ style: NumberStyle = NumberStyle()) -> Cell {
    number.map { .number($0, style) } ?? .missing(reason)
  }
}
