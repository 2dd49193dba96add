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
