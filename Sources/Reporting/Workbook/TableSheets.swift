import Source

/// Lays a table out on sheets: its title, the headings, which stay in sight, the rows, and below them what is to be said.
struct TableSheets {
  let language: Language
  let limits: WorkbookLimits

  /// Returns the sheets of `table`, one unless it has more rows or columns than a sheet holds; `name` names each.
  func sheets(
    _ table: Table, title: String?, notes: [String], name: (String?) -> String
  ) -> [WorkbookSheet] {
    let digits = table.columns.indices.map(table.columnDigits)
    let rowCount = max(1, limits.rows - 4 - notes.count)
    let columnStarts = stride(from: 0, to: max(1, table.columns.count), by: limits.columns)
    let rowStarts = stride(from: 0, to: max(1, table.rows.count), by: rowCount)
    let isParted = limits.columns < table.columns.count || rowCount < table.rows.count
    return columnStarts.flatMap { firstColumn in
      rowStarts.map { firstRow in
        let columns = firstColumn..<min(firstColumn + limits.columns, table.columns.count)
        let rows = firstRow..<min(firstRow + rowCount, table.rows.count)
        let part = isParted ? [partNote(rows, columns, of: table)] : []
        return sheet(table, rows, columns, digits, title: title, notes: part + notes, name: name(title))
      }
    }
  }

  private func partNote(_ rows: Range<Int>, _ columns: Range<Int>, of table: Table) -> String {
    Phrase(
      "rows \(rows.lowerBound + 1) to \(rows.upperBound) of \(table.rows.count), columns \(columns.lowerBound + 1) to \(columns.upperBound) of \(table.columns.count)",
      "共 \(table.rows.count) 行 \(table.columns.count) 列，本表为第 \(rows.lowerBound + 1) 至 \(rows.upperBound) 行、第 \(columns.lowerBound + 1) 至 \(columns.upperBound) 列"
    )[language]
  }

  private func sheet(
    _ table: Table, _ rows: Range<Int>, _ columns: Range<Int>, _ digits: [ColumnDigits], title: String?,
    notes: [String], name: String
  ) -> WorkbookSheet {
    var sheet = WorkbookSheet(name: name)
    if let title { sheet.rows.append([WorkbookSheet.Cell(text: title, WorkbookStyle(role: .title))]) }
    sheet.rows.append(columns.map { heading(table.columns[$0]) })
    sheet.headingRow = sheet.rows.count
    sheet.frozenRows = sheet.rows.count
    sheet.rows += rows.map { row in
      columns.map { cell(table.rows[row].cell($0), table.rows[row].kind, table.columns[$0], digits[$0]) }
    }
    sheet.widths = columns.map { width(of: $0, in: table, digits[$0], rows) }
    let rests = cutTexts(in: &sheet)
    if !notes.isEmpty || !rests.isEmpty { sheet.rows.append([]) }
    sheet.rows += (notes + rests).map { [WorkbookSheet.Cell(text: $0, WorkbookStyle(role: .note))] }
    return sheet
  }

  private func heading(_ column: Column) -> WorkbookSheet.Cell {
    var style = WorkbookStyle(role: .heading)
    style.isTrailing = column.alignment == .trailing
    style.isIndented = column.alignment == .leading
    style.isWrapped = true
    return WorkbookSheet.Cell(text: column.title(language), style)
  }

  private func cell(_ cell: Cell, _ kind: Row.Kind, _ column: Column, _ digits: ColumnDigits) -> WorkbookSheet.Cell {
    var style = WorkbookStyle(role: kind.role)
    style.isTrailing = column.alignment == .trailing
    style.isIndented = column.alignment == .leading
    if let reason = cell.missingReason {
      style.role = .missing
      return WorkbookSheet.Cell(text: reason.mark[language], style)
    }
    switch cell {
    case .number(let value, let own):
      let number = WorkbookNumber(value, own, column: digits)
      style.numberFormat = number.format
      return WorkbookSheet.Cell(value: .number(number.value), style: style)
    case .truth(let truth): return WorkbookSheet.Cell(value: .truth(truth), style: style)
    case .text(let text): return WorkbookSheet.Cell(text: text, style)
    case .phrase(let phrase): return WorkbookSheet.Cell(text: phrase[language], style)
    case .sparkline(let values): return WorkbookSheet.Cell(text: sparklineText(values), style)
    case .empty, .missing: return WorkbookSheet.Cell(value: .blank, style: style)
    }
  }

  /// Returns the width of a column that shows its texts, within reason.
  private func width(of column: Int, in table: Table, _ digits: ColumnDigits, _ rows: Range<Int>) -> Int {
    let longest = rows.reduce(0) { longest, row in
      let text = CellText(table.rows[row].cell(column), language, column: digits).text
      return max(longest, text.displayWidth)
    }
    // A long heading is broken into lines.
    return min(max(longest + 2, min(table.columns[column].title(language).displayWidth, 24) + 2, 8), 60)
  }

  /// Cuts texts that are longer than a cell holds, and returns their rests, each after a line that says whose it is.
  private func cutTexts(in sheet: inout WorkbookSheet) -> [String] {
    var rests: [String] = []
    for row in sheet.rows.indices {
      for column in sheet.rows[row].indices {
        guard case .text(let text) = sheet.rows[row][column].value else { continue }
        let pieces = text.pieces(ofLength: limits.characters)
        guard pieces.count > 1 else { continue }
        sheet.rows[row][column].value = .text(pieces[0])
        let place = "\(WorkbookSheet.letters(of: column))\(row + 1)"
        rests += [Phrase("the rest of \(place):", "\(place) 的其余内容：")[language]] + pieces.dropFirst()
      }
    }
    return rests
  }
}

extension WorkbookSheet.Cell {
  /// Creates a cell of `text`, control characters as escapes.
  init(text: String, _ style: WorkbookStyle) {
    let text = text.cellText
    self.init(value: text.isEmpty ? .blank : .text(text), style: style)
    self.style.isQuoted = text.looksLikeFormula
    // Titles and notes go on over the empty cells beside them.
    if text.utf8.contains(UInt8(ascii: "\n")) || text.displayWidth > 58 {
      self.style.isWrapped = style.role != .title && style.role != .note
    }
  }
}

extension Row.Kind {
  fileprivate var role: WorkbookStyle.Role {
    switch self {
    case .body: .body
    case .total: .total
    case .groupHeading: .group
    }
  }
}
