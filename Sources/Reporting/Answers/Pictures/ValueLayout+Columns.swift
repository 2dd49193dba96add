import Evaluation
import Indicators
import Semantics
import Source

/// `show … as bar`.
extension ValueLayout {
  /// Returns a picture of columns side by side for each unit: the rows of the table as categories, its columns as colours;
  /// `by period` the other way around.
  func columnPictures(_ table: Table) -> Pictures {
    let cells = drawable.filter(\.isNumeric)
    let groups = byUnit(cells.byRow()).map { unit, rows in (unit, cells: rows.flatMap(\.cells)) }
      .filter { $0.cells.contains { $0.number != nil } }
    guard !groups.isEmpty else { return .fault(.noNumbers) }
    let blocks = groups.map { unit, cells -> Block in
      let rows = unique(cells.map(\.row))
      let columns = unique(cells.map(\.column)).sorted()
      let (categories, series) = isByPeriod ? (columns, rows) : (rows, columns)
      let names = DrawableNames(cells.byRow(), headings: headings)
      func value(_ category: Int, _ series: Int) -> Double? {
        let (row, column) = isByPeriod ? (series, category) : (category, series)
        return cells.first { $0.row == row && $0.column == column }?.number
      }
      func rowName(_ row: Int) -> Phrase {
        cells.first { $0.row == row }.map(names.rowName) ?? Phrase(same: "")
      }
      let showsScenario = Set(cells.byRow().map(\.scenario)).count > 1
      func columnName(_ column: Int) -> Phrase {
        guard let cell = cells.first(where: { $0.column == column }) else { return Phrase(same: "") }
        let name = cell.source.heading(showsScenario: showsScenario)
        let isNamed = !cell.members.isEmpty && Set(cells.map(\.item)).count > 1
        if isNamed { return name.after(Phrase(same: headings[cell.item])) }
        return name.english.isEmpty ? TableWording.value : name
      }
      let shown = (categories.prefix(Self.mostCategories), series.prefix(Self.mostSeries))
      let chart = ColumnChart(
        categories: shown.0.map(isByPeriod ? columnName : rowName), unit: unit,
        series: shown.1.map { series in
          .init(
            isByPeriod ? rowName(series) : columnName(series), values: shown.0.map { value($0, series) })
        })
      return Block(
        .chart(Chart(.columns(chart), description: chart.words, table: part(of: table, showing: cells))),
        title: title(cells.byRow()),
        notes: cutNote(shown.0.count, of: categories.count, Phrase("categories", "类"))
          + cutNote(shown.1.count, of: series.count, Phrase("columns", "列")))
    }
    return .drawn(blocks, groups.flatMap(\.cells))
  }

  private func unique(_ numbers: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return numbers.filter { seen.insert($0).inserted }
  }
}
