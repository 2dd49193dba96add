/// The exact sum of any numbers and products of two numbers, rounded once when it is read.
///
/// A fixed-point number wide enough for every product of two doubles, in digits of 32 bits with room for carries, after
/// R. M. Neal, "Fast exact summation using small and large superaccumulators" (2015). The order of additions does not
/// matter, nor how they are parted among accumulators that are added up in the end; and nothing overflows on the way.
package struct ExactAccumulator: Sendable {
  /// The exponent of the lowest bit: that of the product of the two smallest numbers.
  private static let lowest = -2148
  /// 2^-2148 up to 2^2048, and 64 bits for carries.
  private static let digitCount = 134
  /// How many additions the room for carries holds.
  private static let mostPending = 1 << 29

  private var digits: [Int64]
  private var pending = 0
  private var hasInfinity = (positive: false, negative: false)
  private var hasNaN = false

  /// Creates the sum of nothing.
  package init() {
    digits = Array(repeating: 0, count: ExactAccumulator.digitCount)
  }

  /// Adds `number`.
  package mutating func add(_ number: Double) {
    guard number.isFinite else { return addSpecial(number) }
    let part = Part(number)
    add((0, part.significand), exponent: part.exponent, negative: number.sign == .minus)
  }

  /// Adds the exact product of `first` and `second`.
  package mutating func add(productOf first: Double, _ second: Double) {
    guard first.isFinite, second.isFinite else { return addSpecial(first * second) }
    let (left, right) = (Part(first), Part(second))
    let product = left.significand.multipliedFullWidth(by: right.significand)
    add(
      (product.high, product.low), exponent: left.exponent + right.exponent,
      negative: (first.sign == .minus) != (second.sign == .minus))
  }

  /// Adds all that was added to `other`.
  package mutating func add(_ other: ExactAccumulator) {
    var other = other
    other.carry()
    carry()
    for index in digits.indices { digits[index] += other.digits[index] }
    // Each digit is now the sum of two, as after one more addition.
    pending = 1
    hasInfinity.positive = hasInfinity.positive || other.hasInfinity.positive
    hasInfinity.negative = hasInfinity.negative || other.hasInfinity.negative
    hasNaN = hasNaN || other.hasNaN
  }

  private mutating func addSpecial(_ number: Double) {
    if number.isNaN {
      hasNaN = true
    } else if number > 0 {
      hasInfinity.positive = true
    } else {
      hasInfinity.negative = true
    }
  }

  /// A finite number's magnitude as `significand` × 2 to the `exponent`.
  private struct Part {
    let significand: UInt64
    let exponent: Int

    init(_ number: Double) {
      let raw = Int(number.exponentBitPattern)
      significand = number.significandBitPattern | (raw == 0 ? 0 : 1 << 52)
      exponent = max(raw, 1) - 1075
    }
  }

  private mutating func add(_ magnitude: (high: UInt64, low: UInt64), exponent: Int, negative: Bool) {
    let offset = exponent - ExactAccumulator.lowest
    let shift = UInt64(offset & 31)
    let low = magnitude.low << shift
    let middle = shift == 0 ? magnitude.high : magnitude.high << shift | magnitude.low >> (64 - shift)
    let top = shift == 0 ? 0 : magnitude.high >> (64 - shift)
    let start = offset >> 5
    add(low, middle, top, at: start, negative ? -1 : 1)
    pending += 1
    if pending >= ExactAccumulator.mostPending { carry() }
  }

  private mutating func add(_ low: UInt64, _ middle: UInt64, _ top: UInt64, at start: Int, _ sign: Int64) {
    digits[start] += sign * Int64(low & 0xFFFF_FFFF)
    digits[start + 1] += sign * Int64(low >> 32)
    digits[start + 2] += sign * Int64(middle & 0xFFFF_FFFF)
    if middle >> 32 != 0 { digits[start + 3] += sign * Int64(middle >> 32) }
    if top != 0 { digits[start + 4] += sign * Int64(top) }
  }

  /// Brings every digit but the last into 0 ..< 2^32.
  private mutating func carry() {
    pending = 0
    var carried: Int64 = 0
    for index in 0..<(digits.count - 1) {
      let digit = digits[index] + carried
      digits[index] = digit & 0xFFFF_FFFF
      carried = digit >> 32
    }
    digits[digits.count - 1] += carried
  }

  /// The sum, rounded to nearest, ties to even.
  ///
  /// Infinite where the sum is, or is too large; not a number where infinities of both signs or such a thing were added.
  package var rounded: Double {
    if hasNaN || hasInfinity.positive && hasInfinity.negative { return .nan }
    if hasInfinity.positive { return .infinity }
    if hasInfinity.negative { return -.infinity }
    var sum = self
    sum.carry()
    let isNegative = sum.digits[sum.digits.count - 1] < 0
    if isNegative {
      for index in sum.digits.indices { sum.digits[index] = -sum.digits[index] }
      sum.carry()
    }
    let magnitude = sum.magnitude
    return isNegative ? -magnitude : magnitude
  }

  /// The value of carried digits that are not negative.
  private var magnitude: Double {
    guard let top = digits.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The three highest digits hold at least 65 bits; whatever lies below only says that there is more.
    func digit(_ index: Int) -> UInt64 { index < 0 ? 0 : UInt64(truncatingIfNeeded: digits[index]) }
    var window = digit(top) << 32 | digit(top - 1)
    var below = digit(top - 2)
    var hasMore = top > 2 && digits[..<(top - 2)].contains { $0 != 0 }
    var exponent = ExactAccumulator.lowest + 32 * (top - 1)
    // Move the leading bit to the top of the window.
    let room = UInt64(window.leadingZeroBitCount)
    if room > 0 {
      window = window << room | (below << 32) >> (64 - room)
      below = below << (32 + room)
      exponent -= Int(room)
    }
    hasMore = hasMore || below != 0
    // 64 bits are in the window; a double keeps 53, or fewer where it is subnormal.
    let dropped = max(11, -1074 - exponent)
    if dropped > 64 { return 0 }
    let kept = dropped == 64 ? 0 : window >> UInt64(dropped)
    let half: UInt64 = 1 << UInt64(dropped - 1)
    let rest = dropped == 64 ? window : window & (half << 1 &- 1)
    let isUp = rest > half || rest == half && (hasMore || kept & 1 == 1)
    let significand = Double(kept + (isUp ? 1 : 0))
    return Double(sign: .plus, exponent: exponent + dropped, significand: significand)
  }
}
