import Source

/// A table with the width of every column settled, line by line.
struct TextTable {
  private let table: Table
  private let headings: [String]
  private let cells: [[CellText]]
  private let shapes: [ColumnShape]
  private let color: Bool
  private static let gap = 2

  /// Lays out `table` in `language`.
  init(_ table: Table, language: Language, color: Bool) {
    self.table = table
    self.color = color
    let headings = table.columns.map { $0.title(language).printable }
    let cells = table.cellTexts(language)
    shapes = table.columns.indices.map { column in
      var shape = ColumnShape(heading: headings[column], alignment: table.columns[column].alignment)
      // A heading that stands alone runs on over the columns beside it.
      for (row, texts) in zip(table.rows, cells) where !row.isHeadingAlone { shape.add(texts[column]) }
      return shape
    }
    self.headings = headings
    self.cells = cells
  }

  /// Returns the lines; with `width`, as several tables that repeat the first column, a blank line between them.
  func lines(width: Int?) -> [String] {
    panels(width: width).enumerated().flatMap { index, columns in
      (index == 0 ? [] : [""]) + lines(columns)
    }
  }

  private func lines(_ columns: [Int]) -> [String] {
    let rule = join(columns) { String(repeating: "─", count: shapes[$0].width).styled(.dim, color: color) }
    var result = [join(columns) { shapes[$0].aligned(headings[$0]).styled(.bold, color: color) }, rule]
    for (index, row) in table.rows.enumerated() {
      if row.kind == .total, index > 0, table.rows[index - 1].kind != .total { result.append(rule) }
      if row.isHeadingAlone {
        if let first = cells[index].first { result.append(first.text.styled(.bold, color: color)) }
        continue
      }
      result.append(join(columns) { styled(shapes[$0].aligned(cells[index][$0]), cells[index][$0], row.kind) })
    }
    return result.map(\.withoutTrailingBlanks)
  }

  private func styled(_ text: String, _ cell: CellText, _ kind: Row.Kind) -> String {
    switch (cell, kind) {
    case (.missing, _): text.styled(.dim, color: color)
    case (_, .body): text
    case (_, .total), (_, .groupHeading): text.styled(.bold, color: color)
    }
  }

  private func join(_ columns: [Int], _ text: (Int) -> String) -> String {
    columns.map(text).joined(separator: String(repeating: " ", count: Self.gap))
  }

  /// Returns which columns stand side by side within `width`.
  private func panels(width: Int?) -> [[Int]] {
    guard let width, !shapes.isEmpty else { return [Array(shapes.indices)] }
    return columnPanels(shapes.map(\.width), gap: Self.gap, within: width)
  }
}
