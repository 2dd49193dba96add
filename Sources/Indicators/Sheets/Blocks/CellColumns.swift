import Units

/// A value cell that was read by itself.
struct ReadCell {
  /// The position in the sheet's indicators.
  let indicator: Int32
  let period: Period
  /// The members' codes in the name table; −1 where the cell is empty.
  let members: [Int32]
  /// The number, in the indicator's unit.
  let number: DecimalNumber
  let reason: MissingReason
  /// The column, counted from 0.
  let column: Int
  /// Whether the status column calls it provisional.
  let isProvisional: Bool
}

/// Cells that were read one by one, in the order of the sheet.
struct CellColumns {
  /// A cell with where its row stands.
  struct Cell {
    var indicator: Int32
    var period: Period
    let cell: ReadCell
    let line: Int
    let rowStart: Int
  }

  /// The cells.
  var cells: [Cell] = []

  /// Adds the cells of a row.
  mutating func append(_ row: [ReadCell], line: Int, rowStart: Int) {
    for cell in row {
      cells.append(Cell(indicator: cell.indicator, period: cell.period, cell: cell, line: line, rowStart: rowStart))
    }
  }

  /// Returns what labels the cells of a sheet with so many dimensions.
  func labels(dimensions: Int) -> SheetLabels {
    var labels = SheetLabels(dimensions: dimensions)
    for cell in cells { labels.add(cell.cell, at: cell.period) }
    return labels
  }

  /// Returns the cells as blocks.
  func blocks(dimensions: Int) -> [ObservationBlock] {
    var blocks: [ObservationBlock] = []
    var begin = 0
    while begin < cells.count {
      let limit = min(cells.count, begin + ObservationBlock.mostCells)
      let first = cells[begin]
      // Lines and places are counted from the block's first row in few bits.
      let end = cells[begin..<limit].firstIndex { $0.line - first.line > Int(UInt16.max) } ?? limit
      let block = ObservationBlock(start: first.rowStart, CodeBook(dimensions: dimensions), count: end - begin)
      block.firstLine = first.line
      var codes = AddedCodes(block.book)
      for (position, cell) in cells[begin..<end].enumerated() {
        block.rows.set(position, start: cell.rowStart - first.rowStart, line: cell.line - first.line)
        codes.write(cell.cell, indicator: cell.indicator, period: cell.period, to: block, at: position)
      }
      block.places.setColumns(cells[begin..<end].map { UInt16(clamping: $0.cell.column) })
      blocks.append(block)
      begin = end
    }
    return blocks
  }
}
