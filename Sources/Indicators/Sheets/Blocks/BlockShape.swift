/// What the rows of a sheet have in common: their value columns, and what is told by these instead of by the rows.
struct BlockShape: Sendable {
  /// The value columns, counted from 0.
  let columns: [UInt16]
  /// How many dimensions members have.
  let dimensions: Int
  /// Whether the value columns, not rows, tell the indicators, the periods, and the members of the first dimension.
  let ownsIndicators: Bool
  let ownsPeriods: Bool
  let ownsRegions: Bool

  /// How many cells a row has.
  var width: Int { columns.count }
}
