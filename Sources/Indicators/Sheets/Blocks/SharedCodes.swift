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
