import Units

/// Codes of a book for cells that are read by themselves, by what they stand for.
struct AddedCodes {
  /// The book, to which they are added behind the codes of texts.
  let book: CodeBook
  private var indicators: [Int32: Int] = [:]
  private var periods: [Period: Int] = [:]
  private var members: [[Int32: Int]]

  /// Adds codes to those of `book`.
  init(_ book: CodeBook) {
    self.book = book
    members = book.members.map { _ in [:] }
  }

  /// Whether there is room for the codes of all cells of a block.
  var hasRoom: Bool {
    CodeMeaningCounts(book).most + ObservationBlock.mostCells <= Int(UInt16.max)
  }

  /// Writes a cell to its place in a block of the book, with its indicator and period.
  mutating func write(_ cell: ReadCell, indicator: Int32, period: Period, to block: ObservationBlock, at position: Int)
  {
    block.write(
      position, cell.number, cell.reason,
      indicator: UInt16(clamping: Self.code(indicator, &indicators, &book.indicators)),
      period: UInt16(clamping: Self.code(period, &periods, &book.periods)),
      members: cell.members.enumerated().map { dimension, member in
        UInt16(clamping: Self.code(member, &members[dimension], &book.members[dimension]))
      })
    if cell.isProvisional { block.provisional.insert(position) }
  }

  private static func code<Value: Hashable>(_ value: Value, _ codes: inout [Value: Int], _ values: inout [Value]) -> Int
  {
    if let code = codes[value] { return code }
    let code = values.count
    codes[value] = code
    values.append(value)
    return code
  }
}
