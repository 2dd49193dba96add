import Indicators

/// The targets of all sheets by the indicator over all sheets that they are of.
struct TargetsByIndicator: Sendable {
  /// The positions of a sheet's targets, those of one indicator side by side, each in the order of the sheet.
  private struct Order: Sendable {
    var targets: [Int32]
    /// Where the targets of each indicator begin, and where those of the last end.
    var starts: [Int]
  }

  private let orders: [Order]

  /// Sorts the targets of `sheets`; `wholePositions` has the position of each sheet's indicators among `count` over all sheets.
  init(_ sheets: [Sheet], _ wholePositions: [[Int]], count: Int) {
    orders = zip(sheets, wholePositions).map { sheet, positions in
      if sheet.targets.isEmpty { return Order(targets: [], starts: []) }
      var starts = Array(repeating: 0, count: count + 1)
      for indicator in sheet.targets.indicators { starts[positions[Int(indicator)] + 1] += 1 }
      for position in 0..<count { starts[position + 1] += starts[position] }
      var next = starts
      var targets = Array(repeating: Int32(0), count: sheet.targets.count)
      for (target, indicator) in sheet.targets.indicators.enumerated() {
        targets[next[positions[Int(indicator)]]] = Int32(clamping: target)
        next[positions[Int(indicator)]] += 1
      }
      return Order(targets: targets, starts: starts)
    }
  }

  /// Returns the targets of the indicator at `position`, sheet by sheet, as positions in the sheet's.
  func targets(of position: Int) -> [(sheet: Int, targets: ArraySlice<Int32>)] {
    orders.enumerated().compactMap { sheet, order in
      guard !order.targets.isEmpty, order.starts[position] < order.starts[position + 1] else { return nil }
      return (sheet, order.targets[order.starts[position]..<order.starts[position + 1]])
    }
  }
}
