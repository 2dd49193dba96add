/// The codes that a plain row has in its block.
struct RowCodes: Sendable {
  let key: Int
  let period: Int
  let members: SIMD4<UInt16>
}

extension RowCodes {
  /// Reads the codes of the row whose first cell is at `cell`.
  init(_ block: ObservationBlock, _ cell: Int, _ plan: ScanPlan) {
    let run = block.run(of: cell)
    key = plan.ownsIndicators ? 0 : block.indicator(of: cell, in: run)
    period = plan.ownsPeriods ? 0 : block.period(of: cell)
    var members = SIMD4<UInt16>()
    for dimension in 0..<plan.dimensions where !(dimension == 0 && plan.ownsRegions) {
      members[dimension] = UInt16(truncatingIfNeeded: block.member(dimension, of: cell, in: run))
    }
    self.members = members
  }
}
