import Indicators

/// How many samples of a condition are known, and in how many it holds: for each cell, block by block.
///
/// Blocks are counted by several workers, and read when all are done.
final class SampleTallies: @unchecked Sendable {
  private let axes: [Axis]
  private let cellCount: Int
  private let tallies: UnsafeMutableBufferPointer<(known: Int, met: Int)>

  /// Creates tallies for so many blocks of what has `cube` as one.
  init(like cube: Cube, blocks: Int) {
    axes = cube.axes.filter { $0.dimension != .sample }
    cellCount = axes.reduce(1) { $0 * $1.labels.count }
    tallies = .allocate(capacity: cellCount * blocks)
    tallies.initialize(repeating: (0, 0))
  }

  deinit { tallies.deallocate() }

  /// Counts the samples of a block, `count` in all; a cube without samples holds for each of them.
  func take(_ cube: Cube, _ block: Int, count: Int) {
    let width = cube.axes.last?.dimension == .sample ? count : 1
    guard cube.count == cellCount * width else { return }
    cube.withRow { all in
      for cell in 0..<cellCount {
        let row = all.from(cell * width, step: 1)
        let (known, met) = row.tally(width)
        let times = width == count ? 1 : count
        tallies[block * cellCount + cell] = (known * times, met * times)
      }
    }
  }

  /// Returns the share of the known samples of the first so many blocks in which the condition holds, in percent.
  func chance(inFirst blocks: Int) -> Cube {
    var result = Cube(axes: axes, missing: .undefined)
    for cell in 0..<cellCount {
      var (known, met) = (0, 0)
      for block in 0..<blocks {
        known += tallies[block * cellCount + cell].known
        met += tallies[block * cellCount + cell].met
      }
      if known > 0 {
        result.values[cell] = Double(met) * 100 / Double(known)
        result.reasons[cell] = .known
      }
    }
    return result
  }
}

extension Row {
  /// Returns how many of `count` cells are known, and how many of those true; what never comes about is known not to have.
  func tally(_ count: Int) -> (known: Int, met: Int) {
    if isKnown(count) { return (count, countMet(count)) }
    let never = MissingReason.never.code
    var (known, met) = (0, Int64(0))
    // In bytes, as many as which they can count, 16 cells are taken at once.
    for start in stride(from: 0, to: count, by: 128) {
      var knownHere: UInt8 = 0
      for place in start..<min(start + 128, count) {
        knownHere &+= (reasons[place].code == 0 ? 1 : 0) | (reasons[place].code == never ? 1 : 0)
      }
      known += Int(knownHere)
    }
    for place in 0..<count {
      let (isMet, isKnown): (Int64, Int64) = (values[place] != 0 ? -1 : 0, reasons[place].code == 0 ? -1 : 0)
      met &-= isMet & isKnown
    }
    return (known, Int(met))
  }

  /// Returns how many of `count` cells are not zero.
  private func countMet(_ count: Int) -> Int {
    let memory = UnsafeRawPointer(values)
    var met = SIMD4<Int64>.zero
    let whole = count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      let numbers = memory.loadUnaligned(fromByteOffset: start * 8, as: SIMD4<Double>.self)
      // A comparison gives -1 in each lane where it holds.
      met &-= unsafeBitCast(numbers .!= 0, to: SIMD4<Int64>.self)
    }
    return Int(met.wrappedSum()) + (whole..<count).count { values[$0] != 0 }
  }
}
