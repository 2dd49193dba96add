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
      file: file, line: line, column: column + 1,
      content: coding.text(bytes, record.range(column), isEscaped: isEscaped))
  }

  /// Returns the text of an observation as printed, doubled quotes included.
  package func text(ofObservation cell: Int) -> String {
    let (block, position) = observations.find(cell)
    let record = record(at: block.start + Int(block.rowStarts[position]))
    return coding.text(bytes, record.range(Int(block.columns[position])), isEscaped: false)
  }

  private func record(at start: Int) -> Record {
    var scanner = RecordScanner(bytes, delimiter: delimiter, offset: start)
    return scanner.next() ? scanner.record : Record()
  }
}
