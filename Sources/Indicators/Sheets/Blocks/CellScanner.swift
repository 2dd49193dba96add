import Units

/// Reads the cells of a scan that hold values or say something of them.
struct CellScanner: ~Copyable {
  /// The powers of ten.
  let powers: UnsafeMutablePointer<Double>
  private let coding: FieldCoding
  private let marks: MissingMarks
  private let units: UnitTable
  /// Whether each column holds targets, of which only plain numbers need no reading.
  let isTarget: [Bool]
  private var texts = CodeTable()
  /// What each text of `texts` was read as: the reason of a missing number, or `noCell` where it is none.
  private var readings: [UInt8] = []
  private var statuses = CodeTable()
  /// Whether each text of `statuses` says something of the row's values.
  private var isTelling: [Bool] = []

  /// Creates a reader of the cells of a sheet.
  init(_ plan: ScanPlan, _ units: UnitTable) {
    (coding, marks) = (plan.coding, plan.marks)
    isTarget = plan.valueOfColumn.map { plan.targets.contains($0) }
    self.units = units
    powers = PlainNumber.powersOfTen()
  }

  deinit { powers.deallocate() }

  /// Writes a missing cell.
  @inline(__always)
  func setMissing(_ block: ScannedRows, _ cell: Int, _ reason: MissingReason) {
    block.values[cell] = 0
    block.reasons[cell] = reason.rawValue
    block.decimals[cell] = 0
  }

  /// Writes a number.
  @inline(__always)
  func set(_ block: ScannedRows, _ cell: Int, _ number: PlainNumber) {
    block.values[cell] = number.value
    block.reasons[cell] = MissingReason.known.rawValue
    block.decimals[cell] = number.decimals
  }

  /// Reads the cell between `start` and `end`, which is no plain number up to its end.
  mutating func scan(
    _ block: ScannedRows, _ cell: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ column: Int, _ row: inout RowState
  ) {
    if start == end { return setMissing(block, cell, .notReported) }
    // A quoted number.
    if let number = PlainNumber(bytes, at: start, powers), number.end == end {
      set(block, cell, number)
      return row.addNumber()
    }
    if isTarget[column] {
      row.isOdd = true
      return
    }
    // Marks are short and few; what else is read stands once more in hardly any cell.
    let isShort = end - start <= 16
    if isShort {
      if readings.count >= CodeTable.mostTexts {
        texts.removeAll()
        readings.removeAll()
      }
      let (code, isNew) = texts.code(bytes, start, end)
      if !isNew, let reason = MissingReason(rawValue: readings[code]) {
        row.addText(column, bytes, start, end)
        return setMissing(block, cell, reason)
      }
      if isNew { readings.append(ObservationBlock.noCell) }
    }
    let reading = CellReading.read(
      bytes, start..<end, coding, isEscaped: false, hasDecimalComma: false, marks: marks, units: units)
    switch reading {
    case .number(let number):
      block.values[cell] = number.value
      block.reasons[cell] = MissingReason.known.rawValue
      block.decimals[cell] = number.decimals
      row.addNumber()
    case .missing(let reason):
      row.addText(column, bytes, start, end)
      setMissing(block, cell, reason)
      if isShort { readings[texts.code(bytes, start, end).code] = reason.rawValue }
    case .measured, .prefixed, .unreadable:
      row.isOdd = true
    }
  }

  /// Returns what the cell of up to seven bytes that `mark` is of was read as before, where it holds no number; nil where it is
  /// new or was read as something else.
  mutating func known(_ mark: UInt64) -> MissingReason? {
    let code = texts.known(mark)
    return code < 0 ? nil : MissingReason(rawValue: readings[code])
  }

  /// Whether a cell of the status column was read before and says nothing of the row's values.
  mutating func isSilent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let code = statuses.known(bytes, start, end)
    return code >= 0 && !isTelling[code]
  }

  /// Reads a cell of the status column; what it says of the row's values is for the reader of single rows.
  mutating func scanStatus(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ row: inout RowState) {
    if isTelling.count >= CodeTable.mostTexts {
      statuses.removeAll()
      isTelling.removeAll()
    }
    let (code, isNew) = statuses.code(bytes, start, end)
    if isNew {
      let text = coding.text(bytes, start..<end, isEscaped: false)
      isTelling.append(
        !foldedName(text).isEmpty && (ProvisionalWords.contains(text) || marks.reason(of: text) != nil))
    }
    if isTelling[code] { row.isOdd = true }
  }
}
