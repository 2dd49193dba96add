import Glibc
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
  /// Where the rows are.
  let rows: RowPlaces
  /// In which of them, and in which columns, the cells stand.
  var places: CellPlaces

  /// What the codes stand for.
  var book: CodeBook
  /// The cells that the status column calls provisional.
  var provisional: Set<Int> = []

  /// What the columns lie in; nil where that is their own.
  private let memory: ZeroedMemory?
  private let columnsStart: UnsafeMutableRawPointer

  /// Creates a block without cells, with room for `capacity`, that begins at `start`; `columns` are those of the cells of a row.
  convenience init(start: Int, _ book: CodeBook, columns: [UInt16], capacity: Int) {
    let size = capacity * Self.cellSize(book) + RowPlaces.size(capacity)
    self.init(start: start, book, columns, capacity, nil, .allocate(byteCount: size, alignment: 16), nil)
  }

  /// Lays out a block at `place` in `memory`; its rows are those of `rows`, or are to come.
  private init(
    start: Int, _ book: CodeBook, _ columns: [UInt16], _ capacity: Int, _ rows: RowPlaces.Rows?,
    _ place: UnsafeMutableRawPointer, _ memory: ZeroedMemory?
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
    indicatorCodes = column(of: UInt16.self)
    periodCodes = column(of: UInt16.self)
    memberCodes = .allocate(capacity: book.members.count)
    for dimension in book.members.indices {
      memberCodes.initializeElement(at: dimension, to: column(of: UInt16.self))
    }
    reasons = column(of: UInt8.self)
    decimals = column(of: UInt8.self)
    self.rows = rows.map { RowPlaces($0, at: next) } ?? RowPlaces(at: next, capacity: capacity)
    places = CellPlaces(columns: columns)
  }

  deinit {
    memberCodes.deallocate()
    if memory == nil { columnsStart.deallocate() }
  }

  /// Returns how many bytes a cell takes in all columns.
  private static func cellSize(_ book: CodeBook) -> Int { 8 + 2 * (2 + book.members.count) + 2 }

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
    let rows = rows.rows(count / places.columns.count)
    let size = count * Self.cellSize(book) + rows.size
    let (place, owner) =
      memory.take(size).map { ($0, $1 as ZeroedMemory?) } ?? (.allocate(byteCount: size, alignment: 16), nil)
    let other = ObservationBlock(start: start, book, places.columns, count, rows, place, owner)
    other.values.initialize(from: values, count: count)
    other.indicatorCodes.initialize(from: indicatorCodes, count: count)
    other.periodCodes.initialize(from: periodCodes, count: count)
    for (column, own) in zip(other.memberCodes, memberCodes) { column.initialize(from: own, count: count) }
    other.reasons.initialize(from: reasons, count: count)
    other.decimals.initialize(from: decimals, count: count)
    other.count = count
    return other
  }

  /// Why the cell at `position` holds no number, or `.known`.
  func reason(_ position: Int) -> MissingReason {
    MissingReason(rawValue: reasons[position]) ?? .unreadable
  }

  /// Where the row of the cell at `position` begins in the sheet's bytes.
  func rowStart(of position: Int) -> Int { start + rows.place(of: places.row(of: position)).start }

  /// The line of that row, counted from 1.
  func line(of position: Int) -> Int { firstLine + rows.place(of: places.row(of: position)).line }

  /// Calls `take` for each of `positions`, which ascend, with where the row of that cell begins in the sheet's bytes, and its line.
  func forEachRow(of positions: [Int], _ take: (_ start: Int, _ line: Int) -> Void) {
    rows.forEach(positions.lazy.map { [places] in places.row(of: $0) }) { take(start + $0, firstLine + $1) }
  }

  /// The column of the cell at `position`, counted from 0.
  func column(of position: Int) -> Int { places.column(of: position) }

  /// Closes the gaps of cells that turned out to be none.
  func removeGaps() {
    guard let gap = memchr(reasons, Int32(Self.noCell), count) else { return }
    let first = gap - UnsafeMutableRawPointer(reasons)
    var left = Array(0..<first)
    var marked: Set<Int> = provisional.filter { $0 < first }
    for position in first..<count where reasons[position] != Self.noCell {
      let target = left.count
      values[target] = values[position]
      reasons[target] = reasons[position]
      decimals[target] = decimals[position]
      indicatorCodes[target] = indicatorCodes[position]
      periodCodes[target] = periodCodes[position]
      for column in memberCodes { column[target] = column[position] }
      if provisional.contains(position) { marked.insert(target) }
      left.append(position)
    }
    places.keep(left)
    count = left.count
    provisional = marked
  }
}
