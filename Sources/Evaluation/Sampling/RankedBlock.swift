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

  /// Counts the numbers below `span`, and keeps those within.
  private func take(_ values: UnsafeBufferPointer<Double>, _ span: ClosedRange<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count + 1) { room in
      let (below, within) = values.split(at: span, into: room)
      self.below.append(Int32(below))
      numbers.append(contentsOf: room[..<within])
      ends.append(numbers.count)
    }
  }
}

extension UnsafeBufferPointer<Double> {
  /// Returns how many of the numbers lie below `span` and how many within, and writes the latter into `room`, which is larger
  /// by one than there are numbers.
  ///
  /// Few lie within, so most are passed over many at a time.
  fileprivate func split(
    at span: ClosedRange<Double>, into room: UnsafeMutableBufferPointer<Double>
  ) -> (below: Int, within: Int) {
    let (low, high) = (span.lowerBound, span.upperBound)
    var (below, within, start) = (0, 0, 0)
    // A comparison gives -1 in each lane where it holds.
    typealias Verdicts = SIMD8<Int64>
    var belowInLanes = Verdicts.zero
    let memory = UnsafeRawBufferPointer(self)
    while start + 32 <= count {
      var withinHere = Verdicts.zero
      for place in stride(from: start, to: start + 32, by: 8) {
        let numbers = memory.loadUnaligned(fromByteOffset: place * 8, as: SIMD8<Double>.self)
        let areBelow = unsafeBitCast(numbers .< low, to: Verdicts.self)
        belowInLanes &-= areBelow
        withinHere &+= areBelow &- unsafeBitCast(numbers .<= high, to: Verdicts.self)
      }
      if withinHere.wrappedSum() != 0 { append(start..<start + 32, low, high, to: room, &within) }
      start += 32
    }
    below = Int(belowInLanes.wrappedSum())
    for place in start..<count { below += self[place] < low ? 1 : 0 }
    append(start..<count, low, high, to: room, &within)
    return (below, within)
  }

  /// Writes those of the numbers at `places` that are from `low` to `high` behind `written` others.
  @inline(__always)
  private func append(
    _ places: Range<Int>, _ low: Double, _ high: Double, to room: UnsafeMutableBufferPointer<Double>,
    _ written: inout Int
  ) {
    // Each is written, and stays where the next does not take its place.
    for place in places {
      room[written] = self[place]
      written &+= (self[place] >= low ? 1 : 0) & (self[place] <= high ? 1 : 0)
    }
  }
}
