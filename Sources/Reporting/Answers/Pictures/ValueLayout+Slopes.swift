import Evaluation
import Indicators
import Semantics
import Source

/// `show … as slope`.
extension ValueLayout {
  /// The most lines of one picture of slopes, which carry their names and need no colours.
  private static let mostSlopes = 24

  /// Returns a picture for each unit and each pair of columns that are the first and the last of their rows.
  func slopePictures(_ table: Table) -> Pictures {
    let cells = drawable.filter(\.isNumeric)
    guard cells.contains(where: { $0.number != nil }) else { return .fault(.noNumbers) }
    var rows = cells.byRow()
    // Scenarios that have one column each are what is compared.
    if rows.allSatisfy({ $0.cells.count == 1 }) { rows = cells.byTableRow() }
    let pairs = rows.filter { $0.cells.count > 1 }
    guard !pairs.isEmpty else { return .fault(.oneColumn) }
    var groups: [(ends: Ends, rows: [DrawableRow])] = []
    for row in pairs {
      let ends = Ends(row)
      if let place = groups.firstIndex(where: { $0.ends == ends }) {
        groups[place].rows.append(row)
      } else {
        groups.append((ends, [row]))
      }
    }
    let blocks = groups.map { ends, rows -> Block in
      let drawn = Array(rows.prefix(Self.mostSlopes))
      let names = DrawableNames(rows, headings: headings)
      let chart = SlopeChart(
        left: ends.left, right: ends.right, unit: ends.unit,
        rows: drawn.map { row in
          SlopeChart.Row(names.name(row), left: row.cells.first?.number, right: row.cells.last?.number)
        })
      return Block(
        .chart(
          Chart(.slopes(chart), description: chart.words, table: part(of: table, showing: rows.flatMap(\.cells)))),
        title: title(rows), notes: cutNote(drawn.count, of: rows.count, Phrase("lines", "条线")))
    }
    return .drawn(blocks, pairs.flatMap(\.cells))
  }

  /// What rows of one picture share.
  private struct Ends: Hashable {
    let unit: String
    let left: Phrase
    let right: Phrase

    init(_ row: DrawableRow) {
      unit = row.first.unit
      let (left, right) = (row.first.source, row.cells[row.cells.count - 1].source)
      let isNamed = left.scenario != right.scenario
      self.left = left.heading(showsScenario: isNamed)
      self.right = right.heading(showsScenario: isNamed)
    }
  }
}

extension [DrawableCell] {
  /// Returns the cells by expression and unit in each row of the table, whatever their scenarios.
  fileprivate func byTableRow() -> [DrawableRow] {
    grouped { [String($0.row), String($0.item), $0.unit] }
  }
}
