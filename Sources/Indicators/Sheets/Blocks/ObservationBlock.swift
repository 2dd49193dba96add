import Source

/// A run of value cells in the order of the sheet, as columns of equal length.
///
/// Indicators, periods and members are codes, which its book explains. A block is filled by one owner and not changed any more
/// once others see it.
final class ObservationBlock: @unchecked Sendable {
  /// The most cells of a block, so that its codes fit 16 bits: one for each cell, and one for each that is read by itself.
  static let mostCells = 32_000
  /// What stands among reasons for a cell that turned out to be none.
  static let noCell: UInt8 = .max

  /// How the codes of cells are kept.
  enum Codes {
    case rows(SharedCodes)
    case cells(CellCodes)
  }

  /// How many digits stand after the decimal points of cells.
  enum Decimals {
    case same(UInt8)
    case each(UnsafeMutablePointer<UInt8>)
  }

  /// How many cells there are.
  private(set) var count: Int
  /// Where the first row begins in the sheet's bytes.
  let start: Int
  /// The line of that row, counted from 1; known when the lines before the block have been counted.
  var firstLine = 1

  /// The number of each cell, in its indicator's unit.
  let values: UnsafeMutablePointer<Double>
  /// Why there is no number: the raw value of a `MissingReason`, or `noCell`; nil where all cells are known.
  private(set) var reasons: UnsafeMutablePointer<UInt8>?
  private(set) var decimals: Decimals
  private(set) var codes: Codes
  /// Where the rows are.
  let rows: RowPlaces
  /// In which of them, and in which columns, the cells stand.
  var places: CellPlaces

  /// What the codes stand for.
  var book: CodeBook
  /// The cells that the status column calls provisional.
  var provisional: Set<Int> = []
  /// What the columns lie in.
  private var owners: [AnyObject]

  /// Creates a block of `count` cells with these columns, which lie in what `owner` keeps.
  init(
    start: Int, _ book: CodeBook, count: Int, _ values: UnsafeMutablePointer<Double>,
    reasons: UnsafeMutablePointer<UInt8>?, decimals: Decimals, _ codes: Codes, _ rows: RowPlaces, _ places: CellPlaces,
    _ owner: AnyObject
  ) {
    self.start = start
    self.book = book
    self.count = count
    self.values = values
    self.reasons = reasons
    self.decimals = decimals
    self.codes = codes
    self.rows = rows
    self.places = places
    owners = [owner]
  }

  /// Creates a block of `count` cells that are to be written, each in a row of its own; the first begins at `start`.
  convenience init(start: Int, _ book: CodeBook, count: Int) {
    let dimensions = book.members.count
    let codesSize = CellCodes.size(count, dimensions: dimensions)
    var memory = BlockMemory()
    let (place, owner) = memory.take(count * 10 + codesSize + RowPlaces.size(count))
    let bytes = place + count * 8 + codesSize
    self.init(
      start: start, book, count: count, place.bindMemory(to: Double.self, capacity: count),
      reasons: bytes.bindMemory(to: UInt8.self, capacity: count),
      decimals: .each((bytes + count).bindMemory(to: UInt8.self, capacity: count)),
      .cells(CellCodes(at: place + count * 8, capacity: count, dimensions: dimensions)),
      RowPlaces(at: bytes + 2 * count, capacity: count), CellPlaces(columns: [0]), owner)
  }

  /// Leaves out all cells but the first `count`.
  func shorten(to count: Int) { self.count = count }
}

extension ObservationBlock {
  /// What of each cell can be changed.
  struct Columns {
    let reasons: UnsafeMutablePointer<UInt8>
    let decimals: UnsafeMutablePointer<UInt8>
    let codes: CellCodes
  }

  /// Returns columns that can be written.
  func columnsToWrite() -> Columns {
    if case .cells(let codes) = codes, let reasons, case .each(let decimals) = decimals {
      return Columns(reasons: reasons, decimals: decimals, codes: codes)
    }
    var memory = BlockMemory()
    return part(in: &memory)
  }

  /// Lets each cell have codes, reason and decimals of its own, which can then be changed.
  func partCells(in memory: inout BlockMemory) { _ = part(in: &memory) }

  private func part(in memory: inout BlockMemory) -> Columns {
    let codesSize = CellCodes.size(count, dimensions: book.members.count)
    let (place, owner) = memory.take(codesSize + 2 * count)
    let own = CellCodes(at: place, capacity: count, dimensions: book.members.count)
    let ownReasons = (place + codesSize).bindMemory(to: UInt8.self, capacity: count)
    let ownDecimals = (place + codesSize + count).bindMemory(to: UInt8.self, capacity: count)
    for position in 0..<count {
      ownReasons[position] = reasons?[position] ?? MissingReason.known.rawValue
      ownDecimals[position] = decimals(position)
    }
    forEachStretch { stretch in
      for index in 0..<stretch.count {
        let position = stretch.position(index)
        own.indicators[position] = UInt16(truncatingIfNeeded: stretch.indicator)
        own.periods[position] = stretch.periods[index &* stretch.periodStep]
      }
      for (dimension, members) in own.members.enumerated() {
        let member = UInt16(truncatingIfNeeded: member(dimension, of: stretch.first, in: stretch.run))
        for index in 0..<stretch.count { members[stretch.position(index)] = member }
      }
    }
    owners.append(owner)
    (reasons, decimals, codes) = (ownReasons, .each(ownDecimals), .cells(own))
    return Columns(reasons: ownReasons, decimals: ownDecimals, codes: own)
  }
}
