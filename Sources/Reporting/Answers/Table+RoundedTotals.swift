import Evaluation
import Source
import Units

extension Table {
  /// Says in which columns the rows above a total, as they are shown, do not add up to it though their numbers do.
  func roundedTotalNotes() -> [Phrase] {
    let headings = columns.indices.filter(hasRoundedTotal).map { columns[$0].heading }
    guard !headings.isEmpty else { return [] }
    return [
      Phrase(
        "because of rounding, the rows of \(headings.map(\.english).joined(separator: ", ")) do not add up to the total",
        "因四舍五入，\(headings.map { "“\($0.chinese)”" }.joined())各行之和与合计不等")
    ]
  }

  private func hasRoundedTotal(_ column: Int) -> Bool {
    let cells = rows.map { (kind: $0.kind, cell: $0.cell(column)) }
    let decimals = columnDigits(column).decimals
    var parts: [Double] = []
    for (kind, cell) in cells {
      switch (kind, cell) {
      case (.body, .number(let number, let style)) where style.unit == nil && style.decimals == nil:
        parts.append(number)
      case (.total, .number(let total, let style)) where style.unit == nil && style.decimals == nil:
        let shown = parts.reduce(0) { $0 + roundHalfAwayFromZero($1, decimals: decimals) }
        if parts.count > 1, equalAtTwelveDigits(parts.reduce(0, +), total),
          decimalString(shown, decimals: decimals) != decimalString(total, decimals: decimals)
        {
          return true
        }
        parts = []
      case (.body, _), (.total, _), (.groupHeading, _): break
      }
    }
    return false
  }
}
