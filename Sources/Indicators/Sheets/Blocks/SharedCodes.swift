/// The codes of a block's cells where all rows were taken as they were scanned: those of a row are those of all its cells, but for
/// what the value columns tell, whose positions are codes.
struct SharedCodes {
  private let shape: BlockShape
  private let rowCount: Int
  private let runs: RowRuns
  /// The code of each row's period; there are none where columns tell the periods.
  private let periods: UnsafeMutablePointer<UInt16>

  /// Creates the codes of `rowCount` rows.
  init(_ shape: BlockShape, rowCount: Int, _ runs: RowRuns, periods: UnsafeMutablePointer<UInt16>) {
    self.shape = shape
    self.rowCount = rowCount
    self.runs = runs
    self.periods = periods
  }

  /// Codes that are positions.
  nonisolated(unsafe) private static let positions: UnsafeMutablePointer<UInt16> = {
    // Never written, and never given back.
    let all = UnsafeMutablePointer<UInt16>.allocate(capacity: ScanPlan.mostValues)
    for position in 0..<ScanPlan.mostValues { (all + position).initialize(to: UInt16(position)) }
    return all
  }()

  /// Returns the run of rows that the cell at `position` belongs to.
  func run(of position: Int) -> Int { runs.run(of: position / shape.width) }

  /// Returns the code of the indicator of a cell of `run`.
  func indicator(of position: Int, in run: Int) -> Int {
    shape.ownsIndicators ? position % shape.width : runs.code(run)
  }

  /// Returns the code of the period of a cell.
  func period(of position: Int) -> Int {
    shape.ownsPeriods ? position % shape.width : Int(periods[position / shape.width])
  }

  /// Returns the code of the member of a cell of `run` along a dimension.
  func member(_ dimension: Int, of position: Int, in run: Int) -> Int {
    shape.ownsRegions && dimension == 0 ? position % shape.width : Int(runs.member(dimension, run))
  }

  /// Calls `body` with stretches of cells that together are all.
  @inline(__always)
  func forEachStretch(_ body: (CellStretch) -> Void) {
    let width = shape.width
    for run in 0..<runs.count {
      let rows = runs.start(run)..<(run + 1 < runs.count ? runs.start(run + 1) : rowCount)
      if shape.ownsPeriods, !shape.ownsIndicators, !shape.ownsRegions {
        for row in rows {
          body(
            CellStretch(
              first: row * width, count: width, step: 1, indicator: runs.code(run), run: run, periods: Self.positions,
              periodStep: 1))
        }
        continue
      }
      for value in 0..<width {
        body(
          CellStretch(
            first: rows.lowerBound * width + value, count: rows.count, step: width,
            indicator: shape.ownsIndicators ? value : runs.code(run), run: run,
            periods: shape.ownsPeriods ? Self.positions + value : periods + rows.lowerBound,
            periodStep: shape.ownsPeriods ? 0 : 1))
      }
    }
  }
}

/// The codes of a block's cells, each by itself.
struct CellCodes {
  let indicators: UnsafeMutablePointer<UInt16>
  let periods: UnsafeMutablePointer<UInt16>
  /// One column for each dimension of the sheet.
  let members: [UnsafeMutablePointer<UInt16>]

  /// Takes room for the codes of `capacity` cells from `place` on.
  init(at place: UnsafeMutableRawPointer, capacity: Int, dimensions: Int) {
    func column(_ index: Int) -> UnsafeMutablePointer<UInt16> {
      (place + index * capacity * MemoryLayout<UInt16>.stride).bindMemory(to: UInt16.self, capacity: capacity)
    }
    indicators = column(0)
    periods = column(1)
    members = (0..<dimensions).map { column(2 + $0) }
  }

  /// Returns how many bytes the codes of `count` cells take.
  static func size(_ count: Int, dimensions: Int) -> Int { count * (2 + dimensions) * MemoryLayout<UInt16>.stride }

  /// Calls `body` with stretches of cells that together are the first `count`.
  @inline(__always)
  func forEachStretch(_ count: Int, _ body: (CellStretch) -> Void) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, indicators[end] == indicators[start], haveSameMembers(start, end) { end += 1 }
      body(
        CellStretch(
          first: start, count: end - start, step: 1, indicator: Int(indicators[start]), run: 0,
          periods: periods + start, periodStep: 1))
      start = end
    }
  }

  @inline(__always)
  private func haveSameMembers(_ first: Int, _ second: Int) -> Bool {
    for codes in members where codes[first] != codes[second] { return false }
    return true
  }
}

/// Cells of a block that have the same indicator and members.
struct CellStretch {
  /// The position of the first cell, how many there are, and how far they are apart.
  let first: Int
  let count: Int
  let step: Int
  /// The code of their indicator.
  let indicator: Int
  /// The run of rows that they belong to.
  let run: Int
  /// Where the code of the first cell's period is, and how far those of the others are apart.
  let periods: UnsafeMutablePointer<UInt16>
  let periodStep: Int

  /// The position of a cell in the block.
  @inline(__always)
  func position(_ index: Int) -> Int { first &+ index &* step }

  /// The code of the period of a cell.
  @inline(__always)
  func period(_ index: Int) -> Int { Int(periods[index &* periodStep]) }
}
