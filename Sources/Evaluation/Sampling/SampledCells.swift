import Indicators
import Source
import Semantics

/// All samples of a value: for each cell without samples a row, one number after another.
///
/// Blocks are written by several workers, each into its own samples, and read when all are done.
final class SampledCells: @unchecked Sendable {
  /// The axes of the cells.
  let axes: [Axis]
  /// How many cells there are.
  let cellCount: Int
  /// How many samples a row has room for.
  private let capacity: Int
  /// How many samples are known.
  var count: Int
  private let isTruth: Bool
  private let memory: (numbers: ZeroedMemory, reasons: ZeroedMemory)
  private let numbers: UnsafeMutableRawPointer
  // The reason 0 is that of what is known.
  private let reasons: UnsafeMutablePointer<MissingReason>
  /// The numbers of each cell counted by size, once quantiles are asked for.
  private let counted: WorkerResults<CountedNumbers?>

  /// The most numbers that are kept.
  static let mostNumbers = 1 << 26

  /// Creates room for `count` samples of what has `cube` as a block; nil where they would be more than the limit.
  init?(like cube: Cube, count: Int, isTruth: Bool) {
    axes = cube.axes.filter { $0.dimension != .sample }
    let cells = axes.reduce(1) { $0 * $1.labels.count }
    guard cells <= Self.mostNumbers / max(1, count) else { return nil }
    guard let numbers = ZeroedMemory(cells * count * (isTruth ? 1 : MemoryLayout<Double>.size)),
      let reasons = ZeroedMemory(cells * count)
    else { return nil }
    memory = (numbers, reasons)
    counted = WorkerResults(cells, nil)
    cellCount = cells
    capacity = count
    self.count = count
    self.isTruth = isTruth
    self.numbers = numbers.start
    self.reasons = reasons.start.assumingMemoryBound(to: MissingReason.self)
  }

  /// Takes the samples of `block`; a cube without samples holds for each of them.
  func take(_ cube: Cube, _ block: Range<Int>) {
    let width = cube.axes.last?.dimension == .sample ? block.count : 1
    guard cube.count == cellCount * width else {
      for cell in 0..<cellCount {
        (reasons + cell * capacity + block.lowerBound).update(repeating: .undefined, count: block.count)
      }
      return
    }
    cube.withRow { all in
      for cell in 0..<cellCount {
        let row = all.from(cell * width, step: width == 1 ? 0 : 1)
        let start = cell * capacity + block.lowerBound
        if isTruth {
          let bytes = numbers.assumingMemoryBound(to: UInt8.self) + start
          for place in 0..<block.count { bytes[place] = row.values[place * row.step] != 0 ? 1 : 0 }
        } else {
          let doubles = numbers.assumingMemoryBound(to: Double.self) + start
          if row.step == 1 {
            doubles.update(from: row.values, count: block.count)
          } else {
            doubles.update(repeating: row.values[0], count: block.count)
          }
        }
        if row.isKnown(block.count) { continue }
        for place in 0..<block.count { reasons[start + place] = row[place].reason }
      }
    }
  }

  /// Returns the samples in `block` as a cube.
  func cube(_ block: SampleBlock) -> Cube {
    var cube = Cube(axes: axes + [block.axis], missing: .outsideData)
    let width = block.range.count
    cube.withMutableRow { all in
      for cell in 0..<cellCount {
        let row = all.from(cell * width, step: 1)
        let start = cell * capacity + block.range.lowerBound
        row.reasons.update(from: reasons + start, count: width)
        if isTruth {
          let bytes = numbers.assumingMemoryBound(to: UInt8.self) + start
          for place in 0..<width { row.values[place] = Double(bytes[place]) }
        } else {
          row.values.update(from: numbers.assumingMemoryBound(to: Double.self) + start, count: width)
        }
      }
    }
    return cube
  }

  @inline(__always)
  private func isTruth(at place: Int) -> Bool {
    isTruth
      ? numbers.assumingMemoryBound(to: UInt8.self)[place] != 0
      : numbers.assumingMemoryBound(to: Double.self)[place] != 0
  }

  /// Returns how many samples of a cell are missing, those that a condition leaves out aside, and why the first of them is.
  func missing(_ cell: Int) -> (count: Int, reason: MissingReason) {
    let start = cell * capacity
    if isKnown(cell) { return (0, .known) }
    var (missing, first) = (0, MissingReason.known)
    let stated = MissingReason.stated.code
    for place in start..<start + count where !reasons[place].isKnown && reasons[place].code != stated {
      if missing == 0 { first = reasons[place] }
      missing += 1
    }
    return (missing, first)
  }

  /// Whether all samples of a cell are known.
  private func isKnown(_ cell: Int) -> Bool {
    let start = cell * capacity
    var any: UInt8 = 0
    for place in start..<start + count { any |= reasons[place].code }
    return any == 0
  }

  /// Calls `body` with the known numbers of a cell, which are not to be changed.
  func withKnown<Result>(_ cell: Int, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    let start = cell * capacity
    if !isTruth, isKnown(cell) {
      return body(UnsafeBufferPointer(start: numbers.assumingMemoryBound(to: Double.self) + start, count: count))
    }
    let known = (start..<start + count).filter { reasons[$0] == .known }.map { place in
      isTruth ? (isTruth(at: place) ? 1.0 : 0.0) : numbers.assumingMemoryBound(to: Double.self)[place]
    }
    return known.withUnsafeBufferPointer(body)
  }

  /// Returns the numbers below which each of `shares` of a cell's known numbers lies; none where none is known.
  func quantiles(_ cell: Int, _ shares: [Double]) -> [Double] {
    withKnown(cell) { numbers in
      if numbers.isEmpty { return [] }
      let own = counted[cell] ?? CountedNumbers(numbers)
      counted.set(cell, own)
      return own.quantiles(of: numbers, shares)
    }
  }
}
