import Units

extension BlockScanner {
  /// Whether a field or record ends with `byte`.
  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// Scans one record, whatever it holds.
  mutating func scanRow() {
    let (start, rowLine) = (offset, line &- firstLine)
    records &+= 1
    var row = RowState(plan.coding)
    var column = 0
    while true {
      scanField(column, &row)
      if offset >= bytes.count { break }
      if bytes[offset] == delimiter {
        column &+= 1
        offset &+= 1
        continue
      }
      passLineBreak()
      break
    }
    column &+= 1
    if column < fields.count { fillMissing(from: column, &row) }
    if row.isUnnamed || row.filled < 2 || (row.numbers == 0 && row.mayBeginNote(bytes)) { row.isOdd = true }
    finish(start, rowLine, &row)
  }

  /// Writes what the cells of a row have in common, and counts them.
  @inline(__always)
  private mutating func finish(_ start: Int, _ rowLine: Int, _ row: inout RowState) {
    if row.isOdd {
      for value in 0..<valueCount { block.reasons[count &+ value] = ObservationBlock.noCell }
      // Its codes are those of the row before; the first has some that are not looked at.
      write(RowCodes(key: 0, period: 0, members: SIMD4()), isFirst: rows == 0)
      return keep(start, rowLine, nil, isEvent: true)
    }
    let key = tables.key()
    tables.addCombination()
    let codes = RowCodes(key: key.code, period: tables.period, members: tables.members)
    guard tables.isKept else {
      tables.leaveOut(key.code)
      tables.leaveOutPeriod()
      for value in 0..<valueCount
      where block.reasons[count &+ value] == 0 && tables.isFirstNumber(key.code, value) { row.isNew = true }
      if row.isNew || key.isNew {
        events.append(
          RowEvent(row: rows, start: start, line: rowLine, isKept: false, hasNumber: row.numbers > 0, codes: codes))
      }
      return
    }
    var isNew = row.isNew || key.isNew
    for value in 0..<valueCount {
      let cell = count &+ value
      if block.reasons[cell] == 0, tables.isFirstNumber(key.code, value) { isNew = true }
    }
    write(codes, isFirst: true)
    keep(start, rowLine, codes, isEvent: isNew)
  }

  /// Writes the codes of a row, of which those of its indicator and members are written only if it is the first with them.
  @inline(__always)
  mutating func write(_ codes: RowCodes, isFirst: Bool) {
    if isFirst { block.runs.begin(rows, key: codes.key, members: codes.members) }
    block.periodCodes[rows] = UInt16(truncatingIfNeeded: codes.period)
  }

  /// Gives the columns that a short record does not reach empty fields.
  private mutating func fillMissing(from column: Int, _ row: inout RowState) {
    for column in column..<fields.count {
      let value = fields[column].pointee.value
      if value >= 0 { cells.setMissing(block, count + value, .notReported) }
      let table = fields[column].pointee.table
      if table < 0 || table == ScanPlan.statusTable { continue }
      if tables.set(table, bytes, 0, 0) { row.isNew = true }
      if table == ScanPlan.indicatorTable { row.isUnnamed = true }
    }
  }

  /// Scans one field and stands on what ends it.
  private mutating func scanField(_ column: Int, _ row: inout RowState) {
    let isKnown = column < fields.count
    let value = isKnown ? fields[column].pointee.value : -1
    if value >= 0, let number = PlainNumber(bytes, at: offset, cells.powers),
      number.end >= bytes.count || isEnd(bytes[number.end])
    {
      cells.set(block, count &+ value, number)
      row.addNumber()
      offset = number.end
      return
    }
    var (start, end) = (offset, offset)
    if offset < bytes.count, bytes[offset] == 0x22 {
      (start, end) = quotedField(&row)
    } else {
      passPlainField()
      end = offset
    }
    guard isKnown else {
      // A cell beyond the headings makes the row none.
      if end > start { row.isOdd = true }
      return
    }
    if value >= 0 { return cells.scan(block, count &+ value, bytes, start, end, column, &row) }
    row.addText(column, bytes, start, end)
    let table = fields[column].pointee.table
    if table < 0 { return }
    if table == ScanPlan.statusTable { return cells.scanStatus(bytes, start, end, &row) }
    if end == start, table == ScanPlan.indicatorTable { row.isUnnamed = true }
    if tables.set(table, bytes, start, end) { row.isNew = true }
  }

  /// Stands on the end of a field that is not quoted.
  @inline(__always)
  private mutating func passPlainField() {
    while offset < bytes.count {
      let place = ByteWord(bytes, at: offset).firstEnd(delimiters)
      offset &+= place
      if place == 8 { continue }
      if offset >= bytes.count || isEnd(bytes[offset]) { break }
      // Another byte of the lowest is a part of the field.
      offset &+= 1
    }
    offset = min(offset, bytes.count)
  }

  /// Returns where the quoted field at `offset` lies and stands on what ends it; one that is not plain makes the row odd.
  private mutating func quotedField(_ row: inout RowState) -> (start: Int, end: Int) {
    let start = offset
    guard let quoted = QuotedField(bytes, at: offset, delimiter: delimiter) else {
      row.isOdd = true
      passPlainField()
      return (start, offset)
    }
    if quoted.isEscaped { row.isOdd = true }
    offset = quoted.next
    line += quoted.lineBreaks
    return (start + 1, quoted.end)
  }
}
