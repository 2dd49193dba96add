import Source
import Units

/// Reads the rows of a sheet whose layout is known.
struct SheetReader {
  /// The sheet as read so far.
  var sheet: Sheet
  /// The units, with those that the sheet adds.
  var units: UnitTable
  /// The members, with those that the sheet adds.
  var names: NameTable
  /// How columns are read.
  let layout: SheetLayout
  /// The sheet's marks for missing numbers.
  let marks: MissingMarks
  /// The indicators by name, as this sheet tells them apart.
  var indicators = IndicatorTable()
  /// What the columns that give periods and members print, each text read once.
  var periods = TextColumn<PeriodNotation?>()
  /// What the column of parts of the year prints.
  var parts = TextColumn<PeriodNotation?>()
  /// What the column of directions prints, whether more is better; nil where it says neither.
  var directions = TextColumn<Bool?>()
  /// One column of members for each dimension.
  var members: [TextColumn<Int32>]
  /// The source of each dimension's members.
  let dimensionSources: [FieldSource]
  /// The parent of each region that has one.
  var parentOfRegion: [Int32: Int32] = [:]
  /// The texts that are carried down, by column.
  var carried: [Int: (range: Range<Int>, isEscaped: Bool)] = [:]
  /// Lines with one cell that are notes if no data follow.
  var pending: [CellPlace] = []
  /// The number of each value column's indicator, where its heading names one.
  var columnIndicators: [Int: Int32] = [:]
  /// How many units the sheet has added.
  var declaredUnits = 0
  /// The indicators whose own unit went before another one in a heading.
  var noticedHeadings: Set<Int32> = []
  /// The unit in each value column's heading.
  var columnUnits: [Int: MeasurementUnit] = [:]
  /// The code of each value column's region, where its heading names one.
  var columnRegions: [Int: Int32] = [:]
  /// Where the row at hand begins in the sheet's bytes.
  var rowStart = 0
  /// The value cells of the row at hand.
  var rowCells: [ReadCell] = []
  /// The value cells of all rows, where they are read one by one.
  var columns = CellColumns()
  /// The lines and columns of quotes that are plain characters.
  private var looseQuotes: [(line: Int, column: Int)] = []

  /// Creates a reader of `sheet`, whose bytes are there and whose rows are not.
  init(sheet: Sheet, layout: SheetLayout, marks: MissingMarks, units: UnitTable, names: NameTable) {
    self.sheet = sheet
    self.layout = layout
    self.marks = marks
    self.units = units
    self.names = names
    var sources: [FieldSource] = []
    var dimensions: [Dimension] = []
    if layout.region != .none || layout.values.contains(where: { $0.region != nil }) {
      dimensions.append(.region)
      sources.append(layout.region)
    }
    for (name, source) in layout.furtherDimensions {
      dimensions.append(Dimension(name))
      sources.append(source)
    }
    dimensionSources = sources
    members = Array(repeating: TextColumn(), count: sources.count)
    self.sheet.dimensions = dimensions
  }

  /// Reads every row below the headings; keeps the cells of the indicators `wanted`.
  mutating func readRows(_ delimiter: Delimiter, _ wanted: WantedIndicators, _ scan: RowScan) {
    let bytes = sheet.bytes
    var scanner = RecordScanner(bytes, delimiter: delimiter.byte, offset: delimiter.start)
    for _ in 0..<layout.recordsBeforeData where !scanner.next() { return }
    let unread = self
    nameColumns()
    looseQuotes = scanner.looseQuotes
    let unscanned = self
    var isScanned = false
    if scan.partSize > 0, let plan = ScanPlan(self, delimiter: delimiter, wanted: wanted, mostTexts: scan.bookSize) {
      for case .constant(let name) in dimensionSources { _ = names.member(name) }
      let chunks = ChunkedScan(bytes, plan, units: units, from: scanner.offset, partSize: scan.partSize)
      var settler = BlockSettler(self, plan, delimiter, line: scanner.line)
      chunks.scan(scan, file: sheet.file) { settler.settle($0) }
      if settler.missesRemarks {
        self = unread
        return readRows(delimiter, .all, scan)
      }
      self = settler.reader
      sheet.observations = Observations(settler.blocks, settler.labels)
      isScanned = !indicators.states.contains { $0.cumulative != nil }
    }
    // Figures that run from January may belong to other rows' indicators, which only all rows tell.
    if !isScanned {
      self = unscanned
      readSingleRows(&scanner)
    }
    for place in pending { sheet.notes.append(LoadNote(.footnote, at: place, LineRemark.footnote.phrase)) }
    for (line, column) in looseQuotes {
      let place = CellPlace(file: sheet.file, line: line, column: column, content: "\"")
      sheet.notes.append(LoadNote(.reading, at: place, CellRemark.looseQuote.phrase))
    }
    for (index, indicator) in indicators.states.enumerated() { sheet.indicators[index].unit = indicator.unit }
    settleCumulative()
    if !isScanned {
      let dimensions = sheet.dimensions.count
      sheet.observations = Observations(columns.blocks(dimensions: dimensions), columns.labels(dimensions: dimensions))
    }
    columns = CellColumns()
    settleDenominators()
    sheet.notes = inReadingOrder(sheet.notes)
  }

  private mutating func readSingleRows(_ scanner: inout RecordScanner) {
    sheet.bytes.withUnsafeBufferPointer { buffer in
      while scanner.next() {
        let record = scanner.record
        rowCells.removeAll(keepingCapacity: true)
        rowStart = scanner.recordStart
        readRow(Row(bytes: buffer, coding: sheet.coding, record: record))
        columns.append(rowCells, line: record.line, rowStart: scanner.recordStart)
      }
    }
    looseQuotes = scanner.looseQuotes
  }

  /// Reads the row that begins at `start`, on `line`, by itself; returns its value cells.
  mutating func readRow(
    at start: Int, line: Int, _ delimiter: Delimiter, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ReadCell] {
    rowCells.removeAll(keepingCapacity: true)
    var scanner = RecordScanner(sheet.bytes, delimiter: delimiter.byte, offset: start, line: line)
    guard scanner.next() else { return [] }
    rowStart = scanner.recordStart
    readRow(Row(bytes: bytes, coding: sheet.coding, record: scanner.record))
    looseQuotes += scanner.looseQuotes
    return rowCells
  }

  /// Notes something about a cell.
  mutating func note(_ kind: LoadNote.Kind, _ row: Row, _ column: Int, _ reason: Phrase) {
    sheet.notes.append(LoadNote(kind, at: row.place(column, file: sheet.file), reason))
  }

  /// Returns the text of a field in `row`, filled down where the script says so.
  func text(_ source: FieldSource, _ row: Row) -> String? {
    switch source {
    case .none: return nil
    case .constant(let text): return text
    case .column(let column):
      let (range, isEscaped) = field(column, row)
      let text = row.coding.text(row.bytes, range, isEscaped: isEscaped)
      return foldedName(text).isEmpty ? nil : text
    case .part(let column, let characters):
      return text(.column(column), row).map { characters.characters(of: foldedName($0)) }
    }
  }

  /// Returns where the text of a column in `row` lies, filled down where the script says so.
  func field(_ column: Int, _ row: Row) -> (range: Range<Int>, isEscaped: Bool) {
    if layout.filled.contains(column), let above = carried[column], row.isBlank(column) { return above }
    return (row.record.range(column), row.isEscaped(column))
  }

  /// Returns the text columns of `row`.
  func attributes(_ row: Row) -> RowAttributes {
    var attributes = RowAttributes()
    if !layout.hasAttributes { return attributes }
    if let owner = layout.constantOwner { attributes.owners = [owner] }
    for column in layout.owners {
      let owners = ownerList(text(.column(column), row) ?? "", marks: marks)
      let known = Set(attributes.owners)
      attributes.owners += owners.filter { !known.contains($0) }
    }
    func name(_ source: FieldSource) -> String? {
      text(source, row).flatMap { marks.reason(of: $0) == nil ? foldedName($0) : nil }
    }
    attributes.attribute = name(layout.attribute)
    attributes.group = name(layout.group)
    attributes.item = name(layout.item)
    attributes.frequency = name(layout.frequency).flatMap { Frequency(word: $0) }
    return attributes
  }
}

/// One record, with the bytes that its fields lie in.
struct Row {
  let bytes: UnsafeBufferPointer<UInt8>
  let coding: FieldCoding
  let record: Record

  /// Whether the field at `column` has nothing but blanks.
  func isBlank(_ column: Int) -> Bool {
    let range = record.range(column)
    if range.isEmpty { return true }
    return !coding.isFilled(bytes[range.lowerBound]) && foldedName(text(column)).isEmpty
  }

  /// Whether the field at `column` holds doubled quotes.
  func isEscaped(_ column: Int) -> Bool {
    column < record.count && record.isEscaped[column]
  }

  /// Returns the field at `column` as printed.
  func text(_ column: Int) -> String {
    coding.text(bytes, record.range(column), isEscaped: isEscaped(column))
  }

  /// Returns the place of a cell.
  func place(_ column: Int, file: String) -> CellPlace {
    CellPlace(file: file, line: record.line, column: column + 1, content: text(column))
  }
}

/// The distinct texts of a column, each with what it was read as.
struct TextColumn<Meaning> {
  private var interner = ByteInterner()
  private var meanings: [Meaning] = []

  /// Returns what the text at `range` was read as, or nil where it is new and `add` has to follow.
  mutating func known(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Meaning? {
    let (id, isNew) = interner.intern(bytes, range)
    return isNew ? nil : meanings[id]
  }

  /// Returns what the text at `range` was read as, if it has been.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Meaning? {
    interner.find(bytes, range).map { meanings[$0] }
  }

  /// Says what the new text was read as.
  mutating func add(_ meaning: Meaning) -> Meaning {
    meanings.append(meaning)
    return meaning
  }
}

/// Returns `notes` by line and column; those of one cell stay in the order in which they were made.
private func inReadingOrder(_ notes: [LoadNote]) -> [LoadNote] {
  notes.enumerated().sorted { left, right in
    (left.element.place.line, left.element.place.column, left.offset)
      < (right.element.place.line, right.element.place.column, right.offset)
  }.map(\.element)
}
