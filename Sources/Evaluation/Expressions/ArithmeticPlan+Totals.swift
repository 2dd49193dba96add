import Indicators
import Source

/// What all cells of a result come to, block by block, so that they never lie in memory together.
extension ArithmeticPlan {
  /// What known cells come to.
  struct Total: Sendable {
    fileprivate var tally = SumTally()
    fileprivate var extent: (least: Double, greatest: Double)?

    /// The sum, exactly rounded; nil where that takes all of the cells once more.
    var sum: Double? { tally.rounded }
    /// The least and the greatest.
    var least: Double? { extent?.least }
    var greatest: Double? { extent?.greatest }

    fileprivate mutating func unite(_ other: (least: Double, greatest: Double)?) {
      guard let other else { return }
      let own = extent ?? other
      extent = (
        least: other.least < own.least ? other.least : own.least,
        greatest: other.greatest > own.greatest ? other.greatest : own.greatest
      )
    }
  }

  /// Returns what the cells of the result come to, where it is computed block by block and all are known, else nil: the sum, or
  /// the least and the greatest.
  func total(isSummed: Bool, _ workers: Workers) -> Total? {
    guard let count = blockAxes?.cellCount else { return nil }
    let parts = (count + Self.partSize - 1) / Self.partSize
    let totals = WorkerResults<Total?>(parts, nil)
    withRows(operands[...], []) { rows in
      let rows = rows.map { SharedRow(row: $0) }
      workers.share(0..<parts) { part, _ in
        totals.set(part, total(of: part, count, rows.map(\.row), isSummed: isSummed))
      }
    }
    var all = Total()
    for total in totals.all {
      guard let total else { return nil }
      all.tally.add(total.tally)
      all.unite(total.extent)
    }
    return all
  }

  private func total(of part: Int, _ count: Int, _ rows: [Row], isSummed: Bool) -> Total? {
    let table = table
    var total: Total? = Total()
    forEachBlock(of: part, count) { start, length in
      if total == nil { return }
      let row = compute(rows, start, length, table)
      let values = UnsafeBufferPointer(start: row.values, count: length)
      guard row.isKnown(length) else { return total = nil }
      if !isSummed {
        total?.unite(Kernels.extent(values))
      } else if let sum = SplitSum(values) {
        total?.tally.add(sum)
      } else {
        total = nil
      }
    }
    return total
  }

  /// Returns how many cells of an operand are known, where the only step is to tell whether they are; else nil.
  var knownCount: Int? {
    guard steps.count == 2, case .know = steps[1] else { return nil }
    return operands[0].knownCount
  }
}
