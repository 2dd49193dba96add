import Units

/// Scans the rows of a part of a sheet into blocks: plain rows become columns of codes and numbers at once, all others are
/// left to the reader of single rows.
///
/// It knows nothing of what texts mean and changes nothing, so that parts can be scanned at the same time.
struct BlockScanner: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let plan: ScanPlan
  private let fields: FieldRoles
  private let valueCount: Int
  private let delimiter: UInt8
  private let delimiters: ByteWord
  /// The most lines that the rows of a block are apart.
  private static let mostLines = 60_000

  private var offset = 0
  private var line = 0
  private var tables: TextTables
  private var cells: CellScanner
  private var block = ObservationBlock(start: 0, dimensions: 0, capacity: 1)
  /// The cells of `block` that are filled.
  private var count = 0
  private var events: [RowEvent] = []
  private var rows = 0
  private var firstLine = 0
  /// How many records the part has so far.
  private var records = 0

  /// Creates a scanner of `bytes`, which stay where they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: ScanPlan, units: UnitTable) {
    self.bytes = bytes
    self.plan = plan
    fields = FieldRoles(plan)
    valueCount = plan.values.count
    delimiter = plan.delimiter
    delimiters = ByteWord.repeating(plan.delimiter)
    tables = TextTables(plan, units: units)
    cells = CellScanner(plan.marks, units)
  }

  /// Scans the records that begin in `part`; where the part does not begin with one (`isAligned`), after its first line break.
  mutating func scan(_ part: Range<Int>, isAligned: Bool) -> ScannedChunk {
    offset = part.lowerBound
    line = 0
    records = 0
    var start = offset
    if isAligned {
      passEmptyLines()
    } else {
      // A break right before the part belongs to the record before.
      offset -= 1
      passLine()
      passEmptyLines()
      // What was passed is counted by the part before.
      line = 0
      start = offset
    }
    var blocks: [ScannedBlock] = []
    while offset < part.upperBound { blocks.append(scanBlock(until: part.upperBound)) }
    return ScannedChunk(start: start, end: offset, lines: line, rows: records, blocks: blocks)
  }

  private mutating func scanBlock(until limit: Int) -> ScannedBlock {
    // No row is shorter than a byte for each of its fields.
    let room = (limit - offset) / max(1, plan.columnCount) * valueCount + 2 * valueCount
    let capacity = max(valueCount, min(ObservationBlock.mostCells, room))
    block = ObservationBlock(start: offset, dimensions: plan.dimensions, capacity: capacity)
    tables.removeAll()
    events.removeAll(keepingCapacity: true)
    (rows, count, firstLine) = (0, 0, line)
    while offset < limit, count &+ valueCount <= capacity, line &- firstLine < Self.mostLines {
      scanRow()
      passEmptyLines()
    }
    block.fill(to: count)
    return ScannedBlock(
      block: block, line: firstLine, end: offset, rows: rows, texts: tables.texts, keys: tables.keys,
      combinations: tables.combinations, leftOut: tables.leftOut, events: events)
  }

  private mutating func passLine() {
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    offset = min(offset + 1, bytes.count)
  }

  @inline(__always)
  private mutating func passEmptyLines() {
    while offset < bytes.count, bytes[offset] == 0x0A || bytes[offset] == 0x0D { passLineBreak() }
  }

  @inline(__always)
  private mutating func passLineBreak() {
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    offset &+= isPair ? 2 : 1
    line &+= 1
  }

  /// Whether a field or record ends with `byte`.
  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// Scans one record.
  private mutating func scanRow() {
    let (start, rowLine) = (offset, line &- firstLine)
    records &+= 1
    var row = RowState()
    var column = 0
    while true {
      scanField(column, &row)
      column &+= 1
      if offset >= bytes.count { break }
      if bytes[offset] == delimiter {
        offset &+= 1
        continue
      }
      passLineBreak()
      break
    }
    if column < fields.count { fillMissing(from: column, &row) }
    if row.isUnnamed || row.filled < 2 || (row.numbers == 0 && row.mayBeginNote(bytes)) { row.isOdd = true }
    finish(start, rowLine, &row)
  }

  /// Writes what the cells of a row have in common, and counts them.
  @inline(__always)
  private mutating func finish(_ start: Int, _ rowLine: Int, _ row: inout RowState) {
    if row.isOdd {
      for value in 0..<valueCount { block.reasons[count &+ value] = ObservationBlock.noCell }
      return keep(start, rowLine, nil, isEvent: true)
    }
    let key = tables.key()
    let codes = tables.rowCodes(key.code)
    guard tables.isKept else {
      tables.leaveOut(codes)
      for value in 0..<valueCount
      where block.reasons[count &+ value] == 0 && tables.isFirstNumber(key.code, value) { row.isNew = true }
      if row.isNew || key.isNew {
        events.append(RowEvent(row: rows, start: start, line: rowLine, isKept: false, codes: codes))
      }
      return
    }
    var isNew = row.isNew || key.isNew
    for value in 0..<valueCount {
      let cell = count &+ value
      if block.reasons[cell] == 0, tables.isFirstNumber(key.code, value) { isNew = true }
      block.indicatorCodes[cell] = UInt16(truncatingIfNeeded: plan.ownsIndicators ? value : key.code)
      block.periodCodes[cell] = UInt16(truncatingIfNeeded: plan.ownsPeriods ? value : codes.period)
      for dimension in 0..<plan.dimensions {
        block.memberCodes[dimension][cell] =
          dimension == 0 && plan.ownsRegions ? UInt16(truncatingIfNeeded: value) : codes.members[dimension]
      }
    }
    keep(start, rowLine, codes, isEvent: isNew)
  }

  /// Counts the cells of a row that is kept.
  @inline(__always)
  private mutating func keep(_ start: Int, _ rowLine: Int, _ codes: RowCodes?, isEvent: Bool) {
    for value in 0..<valueCount {
      let cell = count &+ value
      block.columns[cell] = UInt16(truncatingIfNeeded: fields.values[value])
      block.rowStarts[cell] = UInt32(truncatingIfNeeded: start &- block.start)
      block.rowLines[cell] = UInt16(truncatingIfNeeded: rowLine)
    }
    if isEvent { events.append(RowEvent(row: rows, start: start, line: rowLine, isKept: true, codes: codes)) }
    rows &+= 1
    count &+= valueCount
  }

  /// Gives the columns that a short record does not reach empty fields.
  private mutating func fillMissing(from column: Int, _ row: inout RowState) {
    for column in column..<fields.count {
      let value = fields.value(column)
      if value >= 0 { cells.setMissing(block, count + value, .notReported) }
      let table = fields.table(column)
      if table < 0 || table == ScanPlan.statusTable { continue }
      if tables.set(table, bytes, 0, 0) { row.isNew = true }
      if table == ScanPlan.indicatorTable { row.isUnnamed = true }
    }
  }

  /// Scans one field and stands on what ends it.
  @inline(__always)
  private mutating func scanField(_ column: Int, _ row: inout RowState) {
    let isKnown = column < fields.count
    let value = isKnown ? fields.value(column) : -1
    if value >= 0, let number = PlainNumber(bytes, at: offset, cells.powers),
      number.end >= bytes.count || isEnd(bytes[number.end])
    {
      cells.set(block, count &+ value, number)
      row.addNumber(column)
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
    let table = fields.table(column)
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

/// What each column is, where a scan looks at it for every field.
private struct FieldRoles: ~Copyable {
  /// How many columns have headings.
  let count: Int
  /// The column of each value.
  let values: UnsafeMutablePointer<Int>
  private let roles: UnsafeMutablePointer<(table: Int, value: Int)>

  init(_ plan: ScanPlan) {
    count = plan.columnCount
    values = .allocate(capacity: plan.values.count)
    for (value, column) in plan.values.enumerated() { (values + value).initialize(to: column) }
    roles = .allocate(capacity: max(1, count))
    for column in 0..<count {
      (roles + column).initialize(to: (plan.tableOfColumn[column], plan.valueOfColumn[column]))
    }
  }

  deinit {
    values.deallocate()
    roles.deallocate()
  }

  /// Returns the table of texts of a column, −1 where it has none.
  @inline(__always)
  func table(_ column: Int) -> Int { roles[column].table }

  /// Returns the position among the value columns, −1 where it is none.
  @inline(__always)
  func value(_ column: Int) -> Int { roles[column].value }
}
