import Evaluation
import Indicators
import Semantics
import Source

/// `show … as line`.
extension ValueLayout {
  /// Returns a picture of paths over time for each unit.
  func linePictures(_ table: Table, _ evaluator: inout Evaluator) -> Pictures {
    let cells = drawable.filter { $0.period != nil && $0.isNumeric }
    guard !cells.isEmpty else { return .fault(drawable.contains(where: \.isNumeric) ? .noPeriods : .noNumbers) }
    guard let axis = PeriodAxis(cells.compactMap(\.period)) else { return .fault(.severalFrequencies) }
    let groups = byUnit(cells.byRow().filter { row in row.cells.contains { $0.number != nil } })
    guard !groups.isEmpty else { return .fault(.noNumbers) }
    let blocks = groups.map { _, rows -> Block in
      let names = DrawableNames(rows, headings: headings)
      let drawn = rows.prefix(Self.mostSeries).map { line($0, names, axis) }
      let chart = evaluator.lineChart(drawn, axis)
      let shown = rows.flatMap(\.cells)
      let asked = Set(shown.compactMap(\.period).map(\.description))
      return Block(
        .chart(Chart(.lines(chart), description: chart.words, table: part(of: table, showing: shown))),
        title: title(rows),
        notes: cutNote(drawn.count, of: rows.count, Phrase("lines", "条线"))
          + chart.missingNotes { question.columns.isEmpty || asked.contains($0) })
    }
    return .drawn(blocks, groups.flatMap { $0.rows.flatMap(\.cells) })
  }

  private func line(_ row: DrawableRow, _ names: DrawableNames, _ axis: PeriodAxis) -> PathLine {
    let item = question.items[row.first.item]
    let indicator = row.first.members.first { $0.dimension == .indicator }?.name
    return PathLine(
      item: item, members: row.first.members,
      scenario: row.first.source.against == nil ? row.first.source.scenario : nil, name: names.name(row),
      subject: names.subject(row), unit: row.first.source.unit(of: item.expression.type.ofIndicator(indicator)),
      values: axis.periods.map { row.number(at: $0) })
  }
}

/// The periods along an axis: ascending, evenly spaced, of one length.
struct PeriodAxis {
  /// The periods.
  let periods: [Period]

  /// Spans `wanted`, which is not empty, with the widest even steps that meet each; nil where lengths differ.
  init?(_ wanted: [Period]) {
    let sorted = Set(wanted).sorted()
    guard let first = sorted.first, let last = sorted.last, Set(sorted.map(\.frequency)).count == 1 else { return nil }
    let step = sorted.reduce(0) { greatestCommonDivisor($0, Int($1.ordinal - first.ordinal)) }
    periods = stride(from: 0, through: Int(last.ordinal - first.ordinal), by: max(1, step)).map {
      first.advanced(by: $0)
    }
  }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (first, second) = (first, second)
  while second != 0 { (first, second) = (second, first % second) }
  return first
}
