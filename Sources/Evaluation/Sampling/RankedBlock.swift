import Indicators

/// What is kept of a block of samples: for each cell and span how many numbers lie below it, and those within.
///
/// One worker makes it, and it is read when all have ended.
final class RankedBlock: @unchecked Sendable {
  /// How many samples of each cell are known.
  private(set) var known: [Int32] = []
  /// How many samples of each cell are missing, those that a condition leaves out aside.
  private(set) var missing: [Int32] = []
  /// Why the first of them is.
  private(set) var reasons: [MissingReason] = []
  /// How many numbers lie below each span.
  private(set) var below: [Int32] = []
  private var numbers: [Double] = []
  private var ends: [Int] = []

  /// Takes what `spans`, so many for each of the cells, ask of the `count` samples of `cube`.
  init(_ cube: Cube, _ cellCount: Int, _ spans: [ClosedRange<Double>], _ spansPerCell: Int, _ count: Int) {
    let width = cube.axes.last?.dimension == .sample ? count : 1
    guard cube.count == cellCount * width else {
      known = Array(repeating: 0, count: cellCount)
      missing = Array(repeating: Int32(count), count: cellCount)
      reasons = Array(repeating: .undefined, count: cellCount)
      below = Array(repeating: 0, count: spans.count)
      ends = below.map { _ in 0 }
      return
    }
    cube.withRow { all in
      for cell in 0..<cellCount {
        let row = all.from(cell * width, step: width == 1 ? 0 : 1)
        take(row, count)
        for span in spans[cell * spansPerCell..<(cell + 1) * spansPerCell] {
          if row.step == 1, row.isKnown(count) {
            take(UnsafeBufferPointer(start: row.values, count: count), span)
          } else {
            let known = (0..<count).filter { row[$0].reason.isKnown }.map { row[$0].value }
            known.withUnsafeBufferPointer { take($0, span) }
          }
        }
      }
    }
  }

  /// Returns the numbers within the span at `index`.
  func near(_ index: Int) -> ArraySlice<Double> { numbers[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// Counts the samples of a cell.
  private func take(_ row: Row, _ count: Int) {
    var (known, missing, first) = (count, 0, MissingReason.known)
    if !row.isKnown(count) {
      known = 0
      for place in 0..<count {
        let reason = row[place].reason
        if reason.isKnown {
          known += 1
        } else if reason != .stated {
          if missing == 0 { first = reason }
          missing += 1
        }
      }
    }
    self.known.append(Int32(known))
    self.missing.append(Int32(missing))
    reasons.append(first)
  }

  /// Counts the numbers below `span`, and keeps those within; few are, so most are passed over many at a time.
  private func take(_ values: UnsafeBufferPointer<Double>, _ span: ClosedRange<Double>) {
    let (low, high) = (span.lowerBound, span.upperBound)
    var below: UInt64 = 0
    for start in stride(from: 0, to: values.count, by: 32) {
      var hits: UInt64 = 0
      let end = min(start + 32, values.count)
      for place in start..<end {
        below &+= values[place] < low ? 1 : 0
        hits |= (values[place] >= low ? 1 : 0) & (values[place] <= high ? 1 : 0)
      }
      if hits == 0 { continue }
      for value in values[start..<end] where value >= low && value <= high { numbers.append(value) }
    }
    self.below.append(Int32(below))
    ends.append(numbers.count)
  }
}
