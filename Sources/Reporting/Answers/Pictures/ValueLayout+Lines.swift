import Evaluation
import Indicators
import Semantics
import Source

/// `show … as line`.
extension ValueLayout {
  /// Returns a picture of paths over time for each unit.
  func linePictures(_ table: Table, _ evaluator: inout Evaluator) -> Pictures {
    let cells = drawable.filter { $0.period != nil && $0.isNumeric }
    guard !cells.isEmpty else { return .fault(.noPeriods) }
    guard let axis = PeriodAxis(cells.compactMap(\.period)) else { return .fault(.severalFrequencies) }
    let groups = byUnit(cells.byRow().filter { row in row.cells.contains { $0.number != nil } })
    guard !groups.isEmpty else { return .fault(.noNumbers) }
    let blocks = groups.map { unit, rows -> Block in
      let drawn = Array(rows.prefix(Self.mostSeries))
      let names = DrawableNames(rows, headings: headings)
      let series = drawn.map { row -> LineChart.Series in
        let values = axis.periods.map { row.number(at: $0) }
        return LineChart.Series(names.name(row), values: values, projectedFrom: projectedFrom(row, axis, &evaluator))
      }
      let chart = LineChart(
        periods: axis.periods.map(\.description), unit: unit, series: series,
        targets: targets(of: drawn, unit, names, axis, &evaluator))
      let shown = rows.flatMap(\.cells)
      return Block(
        .chart(Chart(.lines(chart), description: chart.words, table: part(of: table, showing: shown))),
        title: title(rows), notes: cutNote(drawn.count, of: rows.count, Phrase("lines", "条线")))
    }
    return .drawn(blocks, groups.flatMap { $0.rows.flatMap(\.cells) })
  }

  /// Returns the first position that nothing observed reaches; nil where the data themselves are shown.
  private func projectedFrom(_ row: DrawableRow, _ axis: PeriodAxis, _ evaluator: inout Evaluator) -> Int? {
    guard row.first.source.scenario != .actual, row.first.source.against == nil else { return nil }
    let expression = question.items[row.first.item].expression
    let end = evaluator.lastObserved(expression, at: row.first.members)
    return axis.periods.firstIndex { period in end.map { $0.months < period.months } ?? true }
  }

  /// Returns the numbers that targets ask of `rows` at periods of the axis, each once.
  private func targets(
    of rows: [DrawableRow], _ unit: String, _ names: DrawableNames, _ axis: PeriodAxis, _ evaluator: inout Evaluator
  ) -> [LineChart.Target] {
    var found: [LineChart.Target] = []
    for row in rows where row.first.source.against == nil {
      let item = question.items[row.first.item]
      let marks = evaluator.targetMarks(of: item.expression, named: item.heading, in: row.first.source.scenario)
      for mark in marks where mark.isOf(row.first.members) {
        let type = item.expression.type.ofIndicator(row.first.members.first { $0.dimension == .indicator }?.name)
        guard let asked = mark.asked(in: type.unit), let position = axis.periods.firstIndex(of: mark.deadline) else {
          continue
        }
        let subject = names.subject(row)
        let name = rows.count == 1 || subject.english.isEmpty ? mark.form : mark.form.after(subject)
        let target = LineChart.Target(name, position: position, value: asked)
        if !found.contains(target) { found.append(target) }
      }
    }
    return found
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
