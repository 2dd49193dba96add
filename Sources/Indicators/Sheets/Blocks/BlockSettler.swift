import Units

/// Explains the codes of scanned blocks in the order of the sheet, and has the rows that are not plain read by themselves.
///
/// A row is read by itself where it is odd, or the first with its indicator, unit or period; every other row is taken as
/// scanned, because the reader of single rows would make the same of it.
struct BlockSettler {
  /// The reader, with all that the rows so far have told.
  private(set) var reader: SheetReader
  /// The settled blocks.
  private(set) var blocks: [ObservationBlock] = []
  /// What labels the cells of all rows, kept or not.
  private(set) var labels: SheetLabels
  /// Whether numbers that were not kept may each be worth a remark.
  private(set) var missesRemarks = false
  /// What the codes of each book mean so far.
  private var meanings: [ObjectIdentifier: CodeMeanings] = [:]
  private let plan: ScanPlan
  private let delimiter: Delimiter
  /// The code of what each row of the block at hand says of its targets.
  private var traits: [UInt16] = []
  /// The line on which the chunk at hand begins.
  private var chunkLine: Int

  /// Creates a settler for blocks of the sheet of `reader`, whose first begins on `line`.
  init(_ reader: SheetReader, _ plan: ScanPlan, _ delimiter: Delimiter, line: Int) {
    self.reader = reader
    self.plan = plan
    self.delimiter = delimiter
    chunkLine = line
    labels = SheetLabels(dimensions: plan.dimensions)
  }

  /// Settles the blocks of `chunk`, which follows those before.
  mutating func settle(_ chunk: ScannedChunk) {
    let bytes = reader.sheet.bytes
    bytes.withUnsafeBufferPointer { buffer in
      for scanned in chunk.blocks { settle(scanned, buffer) }
    }
    chunkLine += chunk.lines
  }

  private mutating func settle(_ scanned: ScannedBlock, _ bytes: UnsafeBufferPointer<UInt8>) {
    scanned.block.firstLine = chunkLine + scanned.line
    let codes = meanings(of: scanned.block.book, bytes)
    codes.begin(scanned.counts, reader)
    scanned.block.book = codes.book
    traits = scanned.traits
    if reader.sheet.targets.isEmpty, !plan.targets.isEmpty {
      // As many as there are if all blocks are like this one.
      let blocks = bytes.count / max(1, scanned.end - scanned.block.start) + 1
      reader.sheet.targets.makeRoom(for: scanned.rows * plan.targets.count * blocks)
    }
    var passed = 0
    for (index, event) in scanned.events.enumerated() {
      pass(passed..<event.row, scanned.block, codes, bytes)
      let numbers = event.isKept ? numbers(scanned.block, event.row) : event.hasNumber ? Array(plan.values.indices) : []
      take(event.row, event, numbers, scanned.block, codes, bytes)
      let limit = index + 1 < scanned.events.count ? scanned.events[index + 1].start : scanned.end
      codes.pass(event.codes, until: limit, reader)
      if let row = event.codes { judge(row, numbers, isKept: event.isKept, scanned.block, codes) }
      passed = event.isKept ? event.row + 1 : event.row
    }
    pass(passed..<scanned.rows, scanned.block, codes, bytes)
    for combination in scanned.combinations where !plan.observed.isEmpty {
      labels.add(combination: codes.members(combination))
    }
    if codes.hasSpecialRowsLeftOut { missesRemarks = true }
    if plan.observed.isEmpty { return }
    scanned.block.removeGaps()
    if scanned.block.count > 0 { blocks.append(scanned.block) }
  }

  /// Returns what the codes of a book mean so far.
  private mutating func meanings(of book: CodeBook, _ bytes: UnsafeBufferPointer<UInt8>) -> CodeMeanings {
    if let known = meanings[ObjectIdentifier(book)] { return known }
    let codes = CodeMeanings(book, plan, bytes, reader)
    meanings[ObjectIdentifier(book)] = codes
    return codes
  }

  /// Takes rows that are no events: as they were scanned, unless there are codes that make rows not plain.
  private mutating func pass(
    _ rows: Range<Int>, _ block: ObservationBlock, _ codes: CodeMeanings, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    if rows.isEmpty { return }
    guard codes.hasUnclearRows || !plan.targets.isEmpty else { return reader.flushPending() }
    var rows = rows
    while true {
      rows = rows.dropFirst(plan.observed.isEmpty ? takeTargets(rows, block, codes) : 0)
      guard let row = rows.popFirst() else { return }
      let cell = row * plan.values.count
      if !plan.targets.isEmpty || codes.isUnclear(block, cell) {
        let (codesOfRow, numbers) = (RowCodes(block, cell, plan), numbers(block, row))
        take(row, nil, numbers, block, codes, bytes)
        judge(codesOfRow, numbers, isKept: true, block, codes)
      } else {
        reader.flushPending()
      }
    }
  }

  /// Takes one row as it was scanned, or reads it by itself.
  private mutating func take(
    _ row: Int, _ event: RowEvent?, _ numbers: [Int], _ block: ObservationBlock, _ codes: CodeMeanings,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let cell = event?.isKept == false ? nil : row * plan.values.count
    if let plain = event == nil ? cell.map({ RowCodes(block, $0, plan) }) : event?.codes {
      if let indicator = codes.plainIndicator(plain), event == nil || !plan.hasParents {
        let asks = event != nil || codes.isDoubtful(plain.key)
        let takes = asks ? takesNumbers(numbers, of: indicator, block) : true
        if takes == true {
          reader.flushPending()
          codes.addMembers(plain, &reader)
          if takesTargets(row, cell, indicator, block, codes) { return codes.note(plain, in: &labels) }
        }
      }
    }
    let start = event?.start ?? cell.map { block.rowStart(of: $0) } ?? 0
    let line = event.map { block.firstLine + $0.line } ?? cell.map { block.line(of: $0) } ?? block.firstLine
    let cells = reader.readRow(at: start, line: line, delimiter, bytes)
    for read in cells { labels.add(read, at: read.period) }
    if let cell { write(cells, to: block, cell, codes) }
  }

  /// Returns which cells of values, not of targets, of a row hold numbers as they were scanned.
  private func numbers(_ block: ObservationBlock, _ row: Int) -> [Int] {
    let cell = row * plan.values.count
    return plan.observed.filter { block.reason(cell + $0) == .known }
  }

  /// Lets further rows of an indicator be read by themselves where a row with numbers tells that these are not what is printed,
  /// or does not tell it.
  private mutating func judge(
    _ row: RowCodes, _ numbers: [Int], isKept: Bool, _ block: ObservationBlock, _ codes: CodeMeanings
  ) {
    guard !numbers.isEmpty, let indicator = codes.plainIndicator(row, inAnyPeriod: true) else { return }
    let takes = takesNumbers(numbers, of: indicator, block)
    if takes != true, !isKept { missesRemarks = true }
    codes.judge(row.key, takes)
  }

  /// Returns whether the numbers in some value cells of a row are those of its indicator as they are printed; nil where reading it
  /// tells.
  private func takesNumbers(_ numbers: [Int], of indicator: RowIndicator, _ block: ObservationBlock) -> Bool? {
    var isUnknown = false
    for value in numbers {
      let own = plan.ownsIndicators ? RowIndicator(index: block.book.indicators[value]) : indicator
      switch reader.takesNumbersAsPrinted(own, reader.layout.values[value]) {
      case true?: continue
      case false?: return false
      case nil: isUnknown = true
      }
    }
    return isUnknown ? nil : true
  }

  /// Takes the targets of `rows`, none of which has other cells, as they were scanned, up to the first row that must be looked at by
  /// itself; returns how many rows.
  private mutating func takeTargets(_ rows: Range<Int>, _ block: ObservationBlock, _ codes: CodeMeanings) -> Int {
    let hasUnclearRows = codes.hasUnclearRows
    var run = TargetRun(capacity: rows.count * plan.targets.count)
    let end = rows.first { row in
      let cell = row * plan.values.count
      guard !hasUnclearRows || !codes.isUnclear(block, cell), let indicator = codes.plainIndicator(block, cell) else {
        return true
      }
      return !reader.addTargets(
        ofRowAt: cell, in: block, indicator, plan, trait: traits.isEmpty ? 0 : Int(traits[row]), codes, delimiter,
        to: &run)
    }
    let count = (end ?? rows.upperBound) - rows.lowerBound
    if count > 0 { reader.flushPending() }
    reader.take(run, of: block)
    return count
  }

  /// Takes the targets of a row as they were scanned; false where it must be read by itself.
  private mutating func takesTargets(
    _ row: Int, _ cell: Int?, _ indicator: RowIndicator, _ block: ObservationBlock, _ codes: CodeMeanings
  ) -> Bool {
    guard let cell, !plan.targets.isEmpty else { return true }
    var run = TargetRun(capacity: plan.targets.count)
    let isTaken = reader.addTargets(
      ofRowAt: cell, in: block, indicator, plan, trait: traits.isEmpty ? 0 : Int(traits[row]), codes, delimiter,
      to: &run)
    reader.take(run, of: block)
    return isTaken
  }

  /// Writes what was read of the row whose first cell is at `cell`.
  private func write(_ cells: [ReadCell], to block: ObservationBlock, _ cell: Int, _ codes: CodeMeanings) {
    for value in plan.values.indices { block.leaveOut(cell + value) }
    if cells.isEmpty { return }
    for read in cells {
      let position = cell + plan.valueOfColumn[read.column]
      codes.added.write(read, indicator: read.indicator, period: read.period, to: block, at: position)
    }
  }
}
