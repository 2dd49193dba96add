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
