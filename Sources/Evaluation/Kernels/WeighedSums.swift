/// The sum of numbers and the sum of the same numbers times whole numbers, each in two parts.
///
/// Each number is parted (as in `SplitSum`) so that the upper parts are small multiples of one power of two and all that is made
/// of them is exact. The lower parts have so few bits that what is made of them is exact as well, unless the numbers differ very
/// much in size; then it is off by less than the lower parts of the lower parts.
struct WeighedSums {
  /// The sum of the upper and of the lower parts times the whole numbers.
  private(set) var tilt: (high: Double, low: Double)
  /// The sum of the upper and of the lower parts.
  private(set) var total: (high: Double, low: Double)

  private typealias Four = SIMD4<Double>

  /// Adds up `count` numbers that begin at `y`, and their products with the whole numbers at `weights`, none of which is larger
  /// than `reach`; not a number where a number is not finite or very large.
  init(_ y: UnsafePointer<Double>, _ weights: UnsafePointer<Double>, _ count: Int, reach: Double) {
    let (numbers, factors) = (UnsafeRawPointer(y), UnsafeRawPointer(weights))
    let whole = count & ~3
    @inline(__always)
    func four(_ bytes: UnsafeRawPointer, _ place: Int) -> Four {
      bytes.loadUnaligned(fromByteOffset: place &* MemoryLayout<Double>.stride, as: Four.self)
    }
    var sizes = Four.zero
    var place = 0
    while place < whole {
      sizes += Four(bitPattern: four(numbers, place).bits & SIMD4(repeating: ~(1 << 63)))
      place &+= 4
    }
    var size = sizes.sum()
    while place < count {
      size += y[place].magnitude
      place &+= 1
    }
    // No sum of upper parts, weighed or not, exceeds this by much, and four times it is room enough; the sum of a number and
    // 1.5 · 2^e has no bit below 2^(e − 52).
    let bound = size * max(1, reach)
    let parting = Double(bitPattern: bound.bitPattern & 0x7FF0_0000_0000_0000 | 0x0008_0000_0000_0000) * 4
    var (high, low, upper, lower) = (Four.zero, Four.zero, Four.zero, Four.zero)
    place = 0
    while place < whole {
      let (value, weight) = (four(numbers, place), four(factors, place))
      let above = (value + parting) - parting
      let below = value - above
      high += weight * above
      low += weight * below
      upper += above
      lower += below
      place &+= 4
    }
    (tilt, total) = ((high.sum(), low.sum()), (upper.sum(), lower.sum()))
    while place < count {
      let above = (y[place] + parting) - parting
      let below = y[place] - above
      tilt.high += weights[place] * above
      tilt.low += weights[place] * below
      total.high += above
      total.low += below
      place &+= 1
    }
  }
}

extension SIMD4<Double> {
  /// The bits of the numbers.
  @inline(__always)
  fileprivate var bits: SIMD4<UInt64> { unsafeBitCast(self, to: SIMD4<UInt64>.self) }

  /// Creates the numbers with `bitPattern`.
  @inline(__always)
  fileprivate init(bitPattern: SIMD4<UInt64>) { self = unsafeBitCast(bitPattern, to: SIMD4<Double>.self) }
}
