import Units

/// Scans the rows of parts of a sheet into blocks: plain rows become columns of codes and numbers at once, all others are left
/// to the reader of single rows.
///
/// It knows nothing of what texts mean and changes nothing, so that parts can be scanned at the same time. It numbers texts in
/// the order in which it meets them, whatever the part; who takes its chunks must take all of them, in that order.
struct BlockScanner: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  let plan: ScanPlan
  let fields: ScanColumns
  let valueCount: Int
  let delimiter: UInt8
  let delimiters: ByteWord
  /// The most lines that the rows of a block are apart.
  static let mostLines = 60_000

  /// The last line break behind which there are bytes for some words.
  let lastSafe: Int
  var offset = 0
  var line = 0
  var tables: TextTables
  var cells: CellScanner
  /// Whether rows have texts that say something of their targets.
  private let hasTraits: Bool
  /// What the codes of texts will stand for.
  private var book: CodeBook
  /// The rows of the block at hand; what is kept of them goes to `memory`.
  var block: ScannedRows
  private let shape: BlockShape
  private var memory = BlockMemory()
  /// The cells of `block` that are filled.
  var count = 0
  var events: [RowEvent] = []
  /// What the rows of `block` say of their targets.
  private var traits: [UInt16] = []
  /// The rows of `block`.
  var rows = 0
  var firstLine = 0
  /// How many records the part has so far.
  var records = 0

  /// Creates a scanner of `bytes`, which stay where they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: ScanPlan, units: UnitTable) {
    self.bytes = bytes
    self.plan = plan
    valueCount = plan.values.count
    delimiter = plan.delimiter
    delimiters = ByteWord.repeating(plan.delimiter)
    let tables = TextTables(plan, units: units)
    fields = ScanColumns(plan, tables.tables)
    self.tables = tables
    cells = CellScanner(plan, units)
    hasTraits = !plan.traits.isEmpty
    lastSafe = BlockScanner.lastSafe(bytes)
    let book = CodeBook(dimensions: plan.dimensions)
    self.book = book
    shape = plan.shape
    block = ScannedRows(shape, capacity: 0)
  }

  deinit {
    book.texts = tables.texts
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
    if tables.isFull { beginBook() }
    // No row is shorter than a byte for each of its fields.
    let room = (limit - offset) / max(1, plan.columnCount) * valueCount + 2 * valueCount
    let capacity = max(valueCount, min(ObservationBlock.mostCells, room))
    if block.capacity < capacity {
      block = ScannedRows(shape, capacity: capacity)
    }
    block.reuse(from: offset)
    events.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
    (rows, count, firstLine) = (0, 0, line)
    while offset < limit, count &+ valueCount <= capacity, line &- firstLine < Self.mostLines, !tables.isFull {
      scanPlainRows(until: limit)
      passEmptyLines()
      guard offset < limit, count &+ valueCount <= capacity, line &- firstLine < Self.mostLines else { break }
      scanRow()
      passEmptyLines()
    }
    let kept = block.kept(rows, book, in: &memory)
    // Rows that are read by themselves, and targets, are told cell by cell.
    if !plan.targets.isEmpty || events.contains(where: { $0.isKept && $0.codes == nil }) {
      kept.partCells(in: &memory)
    }
    return ScannedBlock(
      block: kept, line: firstLine, end: offset, rows: rows, traits: traits, counts: tables.counts,
      combinations: tables.takeCombinations(), events: events)
  }

  /// Leaves the book as it is and begins another one.
  private mutating func beginBook() {
    book.texts = tables.texts
    book = CodeBook(dimensions: plan.dimensions)
    tables.removeAll()
  }

  private static func lastSafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = bytes.count - 32
    while place >= 0, bytes[place] != 0x0A { place -= 1 }
    return place
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
  mutating func passLineBreak() {
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    offset &+= isPair ? 2 : 1
    line &+= 1
  }

  /// Counts the cells of a row that is kept.
  @inline(__always)
  mutating func keep(_ start: Int, _ rowLine: Int, _ codes: RowCodes?, isEvent: Bool) {
    block.rows.set(rows, start: start &- block.start, line: rowLine)
    if hasTraits { traits.append(UInt16(truncatingIfNeeded: tables.trait())) }
    if isEvent {
      let hasNumber = (0..<valueCount).contains { block.reasons[count &+ $0] == MissingReason.known.rawValue }
      events.append(RowEvent(row: rows, start: start, line: rowLine, isKept: true, hasNumber: hasNumber, codes: codes))
    }
    rows &+= 1
    count &+= valueCount
  }
}
