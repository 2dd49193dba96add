import Source

/// Where value cells stand and what is printed in them, read anew from the sheet's text.
extension Sheet {
  /// Returns the place of the cell that gave an observation.
  package func place(ofObservation cell: Int) -> CellPlace {
    guard cell >= 0, cell < observations.count else { return CellPlace(file: file, line: 1, column: 1, content: "") }
    let (block, position) = observations.find(cell)
    return place(
      line: block.firstLine + Int(block.rowLines[position]), column: Int(block.columns[position]),
      rowStart: block.start + Int(block.rowStarts[position]))
  }

  /// Returns the place of the cell in `column`, counted from 0, of the row that begins at `rowStart`.
  func place(line: Int, column: Int, rowStart: Int) -> CellPlace {
    let record = record(at: rowStart)
    let isEscaped = column < record.count && record.isEscaped[column]
    return CellPlace(
      file: file, line: line, column: column + 1, content: fieldText(bytes, record.range(column), isEscaped: isEscaped))
  }

  /// Returns where the text of an observation lies in the sheet's bytes, quotes not included.
  package func range(ofObservation cell: Int) -> Range<Int> {
    let (block, position) = observations.find(cell)
    return record(at: block.start + Int(block.rowStarts[position])).range(Int(block.columns[position]))
  }

  private func record(at start: Int) -> Record {
    var scanner = RecordScanner(bytes, delimiter: delimiter, offset: start)
    return scanner.next() ? scanner.record : Record()
  }
}
