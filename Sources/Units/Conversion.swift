// Rounding and fused multiply-add are in the C library.
import Glibc

/// The step from one unit to another: a number is multiplied by the one part and divided by the other.
///
/// Two parts instead of one factor keep decimal steps exact: 12345 万元 are 12345 / 10000 亿元, which is 1.2345 to the
/// last bit, and 12345 × 0.0001 is not.
package struct Conversion: Hashable, Sendable {
  /// What numbers are multiplied by.
  package let multiply: Double
  /// What numbers are divided by.
  package let divide: Double

  /// Creates the conversion by `multiply / divide`, in lowest terms where both are integers.
  package init(multiply: Double, divide: Double = 1) {
    guard let above = Conversion.integer(multiply), let below = Conversion.integer(divide), below != 0 else {
      self.multiply = multiply
      self.divide = divide
      return
    }
    let common = Double(Conversion.greatestCommonDivisor(above, below))
    self.multiply = multiply / common
    self.divide = divide / common
  }

  /// Creates the conversion by a number that a person wrote: 666.667 is 666667 / 1000.
  package init(decimal amount: Double) {
    var power = 1.0
    while power < 1e16 {
      let shifted = amount * power
      if Conversion.integer(shifted.magnitude) != nil, shifted / power == amount {
        self.init(multiply: shifted, divide: power)
        return
      }
      power *= 10
    }
    self.init(multiply: amount)
  }

  /// The conversion that changes nothing.
  package static let identity = Conversion(multiply: 1)

  /// Whether numbers stay as they are.
  package var isIdentity: Bool { multiply == divide }

  /// The conversion as one factor, rounded once.
  package var ratio: Double { multiply / divide }

  /// The way back.
  package var inverted: Conversion { Conversion(multiply: divide, divide: multiply) }

  /// Returns `number` converted: correctly rounded where one part is 1, else within one unit in the last place.
  package func callAsFunction(_ number: Double) -> Double {
    if divide == 1 { return number * multiply }
    if multiply == 1 { return number / divide }
    let product = number * multiply
    let quotient = product / divide
    guard product.isFinite, quotient.isFinite else { return number * (multiply / divide) }
    let lostInProduct = (-product).addingProduct(number, multiply)
    let lostInQuotient = product.addingProduct(-quotient, divide)
    return quotient + (lostInProduct + lostInQuotient) / divide
  }

  /// Returns this conversion and then `next`.
  package func followed(by next: Conversion) -> Conversion {
    let first = Conversion(multiply: multiply, divide: next.divide)
    let second = Conversion(multiply: next.multiply, divide: divide)
    return Conversion(multiply: first.multiply * second.multiply, divide: first.divide * second.divide)
  }

  /// Returns this conversion done `count` times, backwards where it is negative.
  package func repeated(_ count: Int) -> Conversion {
    var result = Conversion.identity
    var base = count < 0 ? inverted : self
    var rest = count.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result.followed(by: base) }
      rest >>= 1
      if rest > 0 { base = base.followed(by: base) }
    }
    return result
  }

  private static func integer(_ number: Double) -> UInt64? {
    guard number >= 0, number <= 9_007_199_254_740_992, number.rounded(.towardZero) == number else { return nil }
    return UInt64(number)
  }

  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }
}
