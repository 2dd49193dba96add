import Evaluation
import Indicators
import Semantics
import Source

/// Pictures of values.
extension ValueLayout {
  /// The most lines or colours of one picture, which is how many colours can be told apart.
  static let mostSeries = 8
  /// The most categories along an axis.
  static let mostCategories = 24
  /// The most expressions that a title names.
  private static let mostNamed = 3

  /// Returns the answer in the form asked for.
  mutating func blocks(_ evaluator: inout Evaluator) -> [Block] {
    switch question.form {
    case .table, .fan, .tornado: return [block(&evaluator)]
    case .line: return pictures(&evaluator) { $0.linePictures($1, &$2) }
    case .bar: return pictures(&evaluator) { layout, table, _ in layout.columnPictures(table) }
    case .bullet: return pictures(&evaluator) { $0.bulletPictures($1, &$2) }
    case .slope: return pictures(&evaluator) { layout, table, _ in layout.slopePictures(table) }
    case .sparkline: return pictures(&evaluator) { layout, _, _ in layout.sparklineTable() }
    }
  }

  /// Returns the answers that `draw` makes of the table; the table with a finding where it can make none.
  private mutating func pictures(
    _ evaluator: inout Evaluator, _ draw: (ValueLayout, Table, inout Evaluator) -> Pictures
  ) -> [Block] {
    var block = plainBlock(&evaluator)
    guard case .table(let table) = block.content else { return [block] }
    switch draw(self, table, &evaluator) {
    case .fault(let fault):
      evaluator.report(nothingToDraw: fault, as: question.form.name, at: question.range)
      block.content = .table(turned(table, dimensions))
      return [block]
    case .drawn(var blocks, let cells):
      let shown = Set(cells.map { [$0.row, $0.column] })
      let rest = drawable.filter { !shown.contains([$0.row, $0.column]) }
      if let rest = remainder(table, rest) { blocks.append(rest) }
      if !blocks.isEmpty { blocks[0].notes += block.notes }
      return blocks
    }
  }

  /// Returns what no picture shows as a table; nil where nothing is left.
  private func remainder(_ table: Table, _ cells: [DrawableCell]) -> Block? {
    guard !cells.isEmpty else { return nil }
    return Block(
      .table(part(of: table, showing: cells)), title: Phrase("not drawn", "未入图"),
      notes: [
        cells.contains { $0.number != nil }
          ? Phrase("the picture has no place for these", "图中无处可放")
          : Phrase("no number is known of these", "这些均无数值")
      ])
  }

  /// Returns the rows and columns of `table` in which `cells` stand, with the columns that name the rows.
  func part(of table: Table, showing cells: [DrawableCell]) -> Table {
    let labels = table.columns.count - valueColumns(table)
    let rows = Set(cells.map(\.row))
    let columns = Set(cells.map(\.column))
    let kept = table.columns.indices.filter { $0 < labels || columns.contains($0) }
    return turned(
      Table(
        columns: kept.map { table.columns[$0] },
        rows: table.rows.indices.filter(rows.contains).map { row in
          Row(kept.map { table.rows[row].cell($0) }, kind: table.rows[row].kind)
        }), dimensions)
  }

  /// Returns how many columns of `table` hold values and not names or units.
  private func valueColumns(_ table: Table) -> Int {
    let first = drawable.map(\.column).min() ?? table.columns.count
    return table.columns.count - first
  }

  /// Returns the title of a picture of `rows`: their expressions, unless there are so many that the rows had better say
  /// it, and the scenario where they share one.
  func title(_ rows: [DrawableRow]) -> Phrase? {
    var names: [String] = []
    for row in rows where !names.contains(question.items[row.first.item].heading) {
      names.append(question.items[row.first.item].heading)
    }
    var title = names.count <= Self.mostNamed ? enumeration(names) : nil
    // Of a set, a picture that shows one indicator says which.
    let indicators = Set(rows.map { row in row.first.members.first { $0.dimension == .indicator }?.name })
    if let plain = title, indicators.count == 1, let indicator = indicators.first ?? nil {
      title = Phrase("\(plain.english): \(indicator)", "\(plain.chinese)：\(indicator)")
    }
    let scenarios = Set(rows.map(\.scenario))
    guard scenarios.count == 1, let row = rows.first, row.first.source.scenario != .actual else { return title }
    guard let title else { return Phrase("under \(row.scenario.english)", "\(row.scenario.chinese)情景") }
    return Phrase(
      "\(title.english) under \(row.scenario.english)", "\(title.chinese)（\(row.scenario.chinese)情景）")
  }

  /// The headings of the expressions.
  var headings: [String] { question.items.map(\.heading) }

  /// Returns the cells of numbers by unit, in the order in which units come up.
  func byUnit(_ rows: [DrawableRow]) -> [(unit: String, rows: [DrawableRow])] {
    var groups: [(unit: String, rows: [DrawableRow])] = []
    for row in rows {
      if let place = groups.firstIndex(where: { $0.unit == row.first.unit }) {
        groups[place].rows.append(row)
      } else {
        groups.append((row.first.unit, [row]))
      }
    }
    return groups
  }
}

/// What becomes of a request for pictures.
enum Pictures {
  /// The answers, and the cells that they show.
  case drawn([Block], [DrawableCell])
  /// Nothing can be drawn.
  case fault(PictureFault)
}

/// Returns the note that only the first `shown` of `count` are drawn; none where all are.
func cutNote(_ shown: Int, of count: Int, _ what: Phrase) -> [Phrase] {
  shown >= count
    ? []
    : [
      Phrase(
        "the first \(shown) of \(count) \(what.english) are drawn; the table has all",
        "共 \(count) \(what.chinese)，图中画出前 \(shown) \(what.chinese)，表中全部列出")
    ]
}
