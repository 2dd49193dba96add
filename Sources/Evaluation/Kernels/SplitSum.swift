/// The sum of a block of numbers in two parts: one that is exact, and one that is a little off.
///
/// Each number is parted where all of its block are parted, so that the upper parts are small multiples of one power of two
/// and their sum is exact whatever the order; after S. M. Rump, T. Ogita, S. Oishi, "Accurate floating-point summation,
/// part I" (2008). The lower parts are so small that what rounding does to their sum seldom matters.
struct SplitSum: Sendable {
  /// The sum of the upper parts.
  private(set) var high = 0.0
  /// The sum of the lower parts, as rounded.
  private(set) var low = 0.0
  /// How far that is off at most.
  private(set) var lost = 0.0

  /// The most numbers of a block: they stay in the processor's nearest memory.
  static let mostValues = 2048

  private typealias Lanes = SIMD8<Double>

  /// Adds up at most `mostValues`; nil where they cannot be parted: one is not finite, or all lie at an end of the range.
  init?(_ values: UnsafeBufferPointer<Double>) {
    let largest = Kernels.greatestMagnitude(values)
    if largest == 0 { return }
    guard largest > 0x1p-900, largest < 0x1p900 else { return nil }
    // Twice as many as there are numbers of the largest size fit below 2^exponent.
    let room = Int.bitWidth - (values.count - 1).leadingZeroBitCount
    let exponent = Int(largest.exponent) + 2 + room
    // Added to a number, this leaves no bit of it below 2^(exponent − 52).
    let parting = Double(sign: .plus, exponent: exponent, significand: 1.5)
    var (highs, lows) = (Lanes.zero, Lanes.zero)
    let whole = values.count & ~(Lanes.scalarCount - 1)
    let bytes = UnsafeRawBufferPointer(values)
    for place in stride(from: 0, to: whole, by: Lanes.scalarCount) {
      let lanes = bytes.loadUnaligned(fromByteOffset: place * MemoryLayout<Double>.stride, as: Lanes.self)
      let upper = (lanes + parting) - parting
      highs += upper
      lows += lanes - upper
    }
    (high, low) = (highs.sum(), lows.sum())
    for value in values[whole...] {
      let upper = (value + parting) - parting
      high += upper
      low += value - upper
    }
    guard high.isFinite else { return nil }
    // A lower part is at most 2^(exponent − 53), and each of fewer than `count` additions rounds by 2^-53 of their sum.
    let count = Double(values.count)
    lost = count * count * Double(sign: .plus, exponent: exponent - 106, significand: 1)
  }

  /// The correctly rounded sum of the block where that is proven.
  var rounded: Double? { Kernels.proven(high, low, lost) }
}

extension Kernels {
  /// Returns the largest magnitude of `values`, 0 for none; what is not a number is passed over.
  static func greatestMagnitude(_ values: UnsafeBufferPointer<Double>) -> Double {
    guard let (least, greatest) = extent(values) else { return 0 }
    return max(-least, greatest)
  }
}
