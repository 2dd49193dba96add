import Glibc

/// The rows of a block while they are scanned: each has as many cells as the sheet has value columns.
final class ScannedRows {
  /// How many cells there is room for.
  let capacity: Int
  /// Where the first row begins in the sheet's bytes.
  private(set) var start = 0
  /// The number of each cell, in its indicator's unit.
  let values: UnsafeMutablePointer<Double>
  /// The code of each row's period.
  let periodCodes: UnsafeMutablePointer<UInt16>
  /// Why there is no number: the raw value of a `MissingReason`, or `ObservationBlock.noCell`.
  let reasons: UnsafeMutablePointer<UInt8>
  /// How many digits stand after each decimal point.
  let decimals: UnsafeMutablePointer<UInt8>
  /// The codes of indicators and members.
  var runs: RowRuns
  /// Where the rows are.
  let rows: RowPlaces
  private let shape: BlockShape
  private let memory: UnsafeMutableRawPointer

  /// Takes room for `capacity` cells of rows of this `shape`.
  init(_ shape: BlockShape, capacity: Int) {
    self.shape = shape
    self.capacity = capacity
    let rowCount = capacity / shape.width
    let runsSize = RowRuns.size(rowCount, dimensions: shape.dimensions)
    memory = .allocate(byteCount: capacity * 10 + rowCount * 2 + runsSize + RowPlaces.size(rowCount), alignment: 16)
    // The widest come first, so that each lies at a multiple of its size.
    values = memory.bindMemory(to: Double.self, capacity: capacity)
    var next = memory + capacity * 8
    periodCodes = next.bindMemory(to: UInt16.self, capacity: rowCount)
    next += rowCount * 2
    runs = RowRuns(at: next, capacity: rowCount, dimensions: shape.dimensions)
    next += runsSize
    reasons = next.bindMemory(to: UInt8.self, capacity: capacity)
    decimals = (next + capacity).bindMemory(to: UInt8.self, capacity: capacity)
    rows = RowPlaces(at: next + 2 * capacity, capacity: rowCount)
  }

  deinit { memory.deallocate() }

  /// Begins again at `start`, without rows.
  func reuse(from start: Int) {
    self.start = start
    runs.removeAll()
  }

  /// Returns a block of the first `count` rows, whose columns lie in `memory` and take no more room than they need.
  func kept(_ count: Int, _ book: CodeBook, in memory: inout BlockMemory) -> ObservationBlock {
    let cells = count * shape.width
    let isKnown = cells > 0 && reasons[0] == MissingReason.known.rawValue && isRepeated(reasons, cells)
    let haveSameDecimals = cells > 0 && isRepeated(decimals, cells)
    let places = rows.rows(count)
    let periodsSize = shape.ownsPeriods ? 0 : count * 2
    let runsSize = RowRuns.size(runs.count, dimensions: shape.dimensions)
    let size =
      cells * 8 + periodsSize + runsSize + (isKnown ? 0 : cells) + (haveSameDecimals ? 0 : cells) + places.size
    var (next, owner) = memory.take(size)
    let ownValues = next.bindMemory(to: Double.self, capacity: cells)
    ownValues.initialize(from: values, count: cells)
    next += cells * 8
    let ownPeriods = next.bindMemory(to: UInt16.self, capacity: periodsSize / 2)
    ownPeriods.initialize(from: periodCodes, count: periodsSize / 2)
    next += periodsSize
    let ownRuns = runs.copy(to: next)
    next += runsSize
    func column(_ source: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
      defer { next += cells }
      let column = next.bindMemory(to: UInt8.self, capacity: cells)
      column.initialize(from: source, count: cells)
      return column
    }
    return ObservationBlock(
      start: start, book, count: cells, ownValues, reasons: isKnown ? nil : column(reasons),
      decimals: haveSameDecimals ? .same(decimals[0]) : .each(column(decimals)),
      .rows(SharedCodes(shape, rowCount: count, ownRuns, periods: ownPeriods)), RowPlaces(places, at: next),
      CellPlaces(columns: shape.columns), owner)
  }

  /// Whether all of `count` bytes are the same.
  private func isRepeated(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    memcmp(bytes, bytes + 1, count - 1) == 0
  }
}
