import Evaluation
import Indicators
import Semantics
import Source
import Units

/// `project … as line` and `as fan`.
extension ProjectionLayout {
  /// How many observed periods a picture shows, so that the reader sees where the paths come from.
  private static let observedShown = 5

  /// Returns `stretch` with observed periods before it, for a picture whose question does not say where it begins.
  func withHistory(_ stretch: Stretch, _ evaluator: inout Evaluator) -> Stretch {
    guard question.form != .table, question.first == nil, question.filter == nil, let first = stretch.periods.first
    else { return stretch }
    var known: Set<Period> = []
    for item in stretch.items {
      known.formUnion(evaluator.value(of: question.items[item].expression, in: .actual).presence.knownPeriods)
    }
    var result = stretch
    let wanted = (1..<Self.observedShown).map { first.advanced(by: -$0) }
    if let reach = wanted.lastIndex(where: known.contains) { result.history = wanted[...reach].reversed() }
    return result
  }

  /// Returns a picture for each expression and unit; nil where the periods make no axis, which is reported.
  func pictures(
    _ paths: [Path], _ stretch: Stretch, _ tally: FilterTally, _ evaluator: inout Evaluator
  ) -> [Block]? {
    guard let axis = PeriodAxis(stretch.shown) else {
      evaluator.report(nothingToDraw: .severalFrequencies, as: question.form.name, at: question.range)
      return nil
    }
    var blocks: [Block] = []
    for item in stretch.items {
      let own = paths.filter { $0.item == item }
      let lines = own.flatMap { path in path.grid.rows.map { row in line(path, row, stretch, &evaluator) } }
      let groups = Dictionary(grouping: lines.indices) { lines[$0].unit.symbol }.values.sorted { $0[0] < $1[0] }
      for group in groups {
        let shown = group.map { lines[$0] }.filter { line in line.values.contains { $0 != nil } }
        guard !shown.isEmpty else { continue }
        let drawn = Array(shown.prefix(ValueLayout.mostSeries))
        let chart = evaluator.lineChart(drawn, axis)
        let cut = cutNote(drawn.count, of: shown.count, Phrase("lines", "条线"))
        let answer = table(own, stretch, &evaluator)
        blocks.append(
          Block(
            .chart(Chart(.lines(chart), description: chart.words, table: answer.table.rows(in: chart.unit))),
            title: under(Phrase(same: question.items[item].heading), question.scenarios),
            notes: answer.notes + cut + chart.missingNotes { _ in true }))
        if question.form == .fan, own.allSatisfy({ $0.quantiles == nil }) {
          blocks[blocks.count - 1].notes.append(fanNote(own))
        }
      }
    }
    guard !blocks.isEmpty else {
      evaluator.report(nothingToDraw: .noNumbers, as: question.form.name, at: question.range)
      return nil
    }
    blocks[0].notes += notes(stretch, tally, &evaluator)
    return blocks
  }

  /// Returns the numbers behind a picture, and what must be known of them.
  private func table(
    _ paths: [Path], _ stretch: Stretch, _ evaluator: inout Evaluator
  ) -> (table: Table, notes: [Phrase]) {
    guard paths.contains(where: { $0.quantiles != nil }) else { return (pathTable(paths, stretch, evaluator), []) }
    let block = band(paths, stretch, &evaluator)
    guard case .table(let table) = block.content else { return (Table(columns: []), []) }
    let median = Phrase("the line of an uncertain path is its median", "不确定的走势以中位数连线")
    return (table, block.notes + (question.form == .line ? [median] : []))
  }

  /// Returns one line of a picture: the median and its bands where a path is uncertain, else the path.
  private func line(
    _ path: Path, _ row: Int, _ stretch: Stretch, _ evaluator: inout Evaluator
  ) -> PathLine {
    let item = question.items[path.item]
    let names = members(row, path, evaluator)
    let members = zip(dimensions, names).compactMap { dimension, name in name.map { (dimension: dimension, name: $0) } }
    let spread = spread(path, stretch)
    let values = stretch.shown.indices.map { place -> Double? in
      let column = path.grid.columns[place]
      if column.isLeftOut[row] { return nil }
      return path.quantiles == nil ? column.cube[row] : spread[place][shares.count / 2][row]
    }
    let subject = Phrase(same: members.map(\.name).joined(separator: " "))
    let showsScenario = question.scenarios.count > 1
    let name: Phrase =
      subject.english.isEmpty
      ? (showsScenario ? path.scenario.heading : Phrase(same: item.heading))
      : (showsScenario ? path.scenario.heading.after(subject) : subject)
    var line = PathLine(
      item: item, members: members, scenario: path.scenario, name: name, subject: subject,
      unit: rowType(path, names).unit, values: values)
    if question.form == .fan, path.quantiles != nil {
      // The pairs of quantiles from the outermost, without the median.
      line.bands = (0..<shares.count / 2).map { place in
        let other = shares.count - 1 - place
        return LineChart.Band(
          share: shares[other] - shares[place], low: spread.map { $0[place][row] }, high: spread.map { $0[other][row] })
      }
    }
    return line
  }
}

extension Table {
  /// Returns the table with the rows whose numbers are in `unit`, where rows have units of their own.
  fileprivate func rows(in unit: String) -> Table {
    guard let place = columns.firstIndex(where: { $0.heading == TableWording.unit }) else { return self }
    return Table(columns: columns, rows: rows.filter { $0.cell(place) == .text(unit) })
  }
}
