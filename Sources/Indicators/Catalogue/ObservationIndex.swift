/// The cells of each indicator of a sheet, in the order of the sheet.
struct ObservationIndex: Sendable {
  private let starts: [Int]
  private let sorted: [Int32]

  /// Sorts the cells of `sheet` by counting.
  init(_ sheet: Sheet, _ summary: SheetSummary) {
    var starts = [0]
    for count in summary.counts { starts.append(starts[starts.count - 1] + count) }
    let observations = sheet.observations
    var next = starts
    sorted = Array(unsafeUninitializedCapacity: observations.count) { sorted, count in
      for (index, block) in observations.blocks.enumerated() {
        let first = observations.start(ofBlock: index)
        let indicators = block.book.indicators.map { Int($0) }
        for (cell, code) in block.indicatorCodes.enumerated() {
          let indicator = indicators[Int(code)]
          sorted.initializeElement(at: next[indicator], to: Int32(truncatingIfNeeded: first + cell))
          next[indicator] += 1
        }
      }
      count = observations.count
    }
    self.starts = starts
  }

  /// Returns the cells of the indicator at `position`.
  func rows(of position: Int) -> ArraySlice<Int32> {
    guard position >= 0, position + 1 < starts.count else { return [] }
    return sorted[starts[position]..<starts[position + 1]]
  }
}
