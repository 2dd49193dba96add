import Source
import Units

/// A run of value cells in the order of the sheet, as columns of equal length.
///
/// Indicators, periods and members are codes, which its book explains. A block is filled by one owner and not changed any more
/// once others see it.
final class ObservationBlock: @unchecked Sendable {
  /// The most cells of a block, so that its codes fit 16 bits: one for each cell, and one for each that is read by itself.
  static let mostCells = 32_000
  /// What stands in `reasons` for a cell that turned out to be none.
  static let noCell: UInt8 = .max

  /// How many cells there are.
  private(set) var count = 0
  /// How many cells there is room for.
  let capacity: Int
  /// Where the first row begins in the sheet's bytes.
  private(set) var start: Int
  /// The line of that row, counted from 1; known when the lines before the block have been counted.
  var firstLine = 1

  /// The number of each cell, in its indicator's unit.
  let values: UnsafeMutablePointer<Double>
  /// Why there is no number: the raw value of a `MissingReason`, or `noCell`.
  let reasons: UnsafeMutablePointer<UInt8>
  /// How many digits stand after each decimal point.
  let decimals: UnsafeMutablePointer<UInt8>
  let indicatorCodes: UnsafeMutablePointer<UInt16>
  let periodCodes: UnsafeMutablePointer<UInt16>
  /// One column for each dimension of the sheet.
  let memberCodes: UnsafeMutableBufferPointer<UnsafeMutablePointer<UInt16>>
  /// The column of each cell, counted from 0.
  let columns: UnsafeMutablePointer<UInt16>
  /// Where each cell's row begins, counted from `start`.
  let rowStarts: UnsafeMutablePointer<UInt32>
  /// How many lines each cell's row is below the first.
  let rowLines: UnsafeMutablePointer<UInt16>

  /// What the codes stand for.
  var book: CodeBook
  /// The cells that the status column calls provisional.
  var provisional: Set<Int> = []

  /// What the columns lie in; nil where that is their own.
  private let memory: ZeroedMemory?
  private let columnsStart: UnsafeMutableRawPointer

  /// Creates a block without cells, with room for `capacity`, that begins at `start`.
  convenience init(start: Int, _ book: CodeBook, capacity: Int) {
    let size = max(1, capacity * Self.cellSize(dimensions: book.members.count))
    self.init(start: start, book, capacity, .allocate(byteCount: size, alignment: 16), nil)
  }

  private init(
    start: Int, _ book: CodeBook, _ capacity: Int, _ place: UnsafeMutableRawPointer, _ memory: ZeroedMemory?
  ) {
    self.start = start
    self.book = book
    self.capacity = capacity
    self.memory = memory
    columnsStart = place
    var next = place
    func column<Element>(of type: Element.Type) -> UnsafeMutablePointer<Element> {
      defer { next += capacity * MemoryLayout<Element>.stride }
      return next.bindMemory(to: type, capacity: capacity)
    }
    // The widest come first, so that each lies at a multiple of its size.
    values = column(of: Double.self)
    rowStarts = column(of: UInt32.self)
    indicatorCodes = column(of: UInt16.self)
    periodCodes = column(of: UInt16.self)
    memberCodes = .allocate(capacity: book.members.count)
    for dimension in book.members.indices {
      memberCodes.initializeElement(at: dimension, to: column(of: UInt16.self))
    }
    columns = column(of: UInt16.self)
    rowLines = column(of: UInt16.self)
    reasons = column(of: UInt8.self)
    decimals = column(of: UInt8.self)
  }

  deinit {
    memberCodes.deallocate()
    if memory == nil { columnsStart.deallocate() }
  }

  /// Returns how many bytes a cell takes in all columns.
  private static func cellSize(dimensions: Int) -> Int { 8 + 4 + 2 * (4 + dimensions) + 2 }

  /// Says that cells up to `count` have been written.
  func fill(to count: Int) {
    precondition(count >= self.count && count <= Self.mostCells)
    self.count = count
  }

  /// Begins again at `start`, without cells.
  func reuse(from start: Int, _ book: CodeBook) {
    (self.start, self.book, count) = (start, book, 0)
  }

  /// Returns a block with the same cells and no more room, whose columns lie in `memory`.
  func copy(to memory: inout BlockMemory) -> ObservationBlock {
    let size = max(1, count * Self.cellSize(dimensions: memberCodes.count))
    let other: ObservationBlock
    if let (place, owner) = memory.take(size) {
      other = ObservationBlock(start: start, book, count, place, owner)
    } else {
      other = ObservationBlock(start: start, book, capacity: count)
    }
    other.values.initialize(from: values, count: count)
    other.rowStarts.initialize(from: rowStarts, count: count)
    other.indicatorCodes.initialize(from: indicatorCodes, count: count)
    other.periodCodes.initialize(from: periodCodes, count: count)
    for (column, own) in zip(other.memberCodes, memberCodes) { column.initialize(from: own, count: count) }
    other.columns.initialize(from: columns, count: count)
    other.rowLines.initialize(from: rowLines, count: count)
    other.reasons.initialize(from: reasons, count: count)
    other.decimals.initialize(from: decimals, count: count)
    other.count = count
    return other
  }

  /// Why the cell at `position` holds no number, or `.known`.
  func reason(_ position: Int) -> MissingReason {
    MissingReason(rawValue: reasons[position]) ?? .unreadable
  }

  /// Closes the gaps of cells that turned out to be none.
  func removeGaps() {
    guard let first = (0..<count).first(where: { reasons[$0] == Self.noCell }) else { return }
    var target = first
    var marked: Set<Int> = provisional.filter { $0 < first }
    for position in first..<count where reasons[position] != Self.noCell {
      values[target] = values[position]
      reasons[target] = reasons[position]
      decimals[target] = decimals[position]
      indicatorCodes[target] = indicatorCodes[position]
      periodCodes[target] = periodCodes[position]
      for column in memberCodes { column[target] = column[position] }
      columns[target] = columns[position]
      rowStarts[target] = rowStarts[position]
      rowLines[target] = rowLines[position]
      if provisional.contains(position) { marked.insert(target) }
      target += 1
    }
    count = target
    provisional = marked
  }
}
