/// A finite number as the shortest decimal digits that read back as it: `significand` × 10 to the `exponent`.
struct ShortestDecimal {
  /// Whether the number is below zero; never for zero itself.
  var isNegative: Bool
  /// The digits, at most 17.
  var significand: UInt64
  /// The power of ten of the last digit.
  var exponent: Int

  /// Reads the digits of `number`; nil unless it is finite.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    var digits: UInt64 = 0
    var power = 0
    var written = 0
    var writtenIsNegative = false
    var place = Place.whole
    var text = number.magnitude.description
    text.withUTF8 { bytes in
      for byte in bytes {
        switch (place, byte) {
        case (_, UInt8(ascii: ".")): place = .fraction
        case (_, UInt8(ascii: "e")): place = .exponent
        case (.exponent, UInt8(ascii: "-")): writtenIsNegative = true
        case (.exponent, 0x30...0x39): written = written * 10 + Int(byte - 0x30)
        case (.whole, 0x30...0x39), (.fraction, 0x30...0x39):
          digits = digits &* 10 &+ UInt64(byte - 0x30)
          if place == .fraction { power -= 1 }
        case (.whole, _), (.fraction, _), (.exponent, _): break
        }
      }
    }
    significand = digits
    exponent = power + (writtenIsNegative ? -written : written)
    isNegative = number < 0
    dropTrailingZeros()
  }

  private enum Place { case whole, fraction, exponent }

  /// How many digits the significand has; 1 for zero.
  var digitCount: Int {
    var count = 1
    var rest = significand / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }

  /// Rounds to at most `count` significant digits, half away from zero.
  mutating func round(toDigits count: Int) {
    drop(digitCount - count)
  }

  /// Rounds to a multiple of 10 to the power `lowest`, half away from zero.
  mutating func round(toPower lowest: Int) {
    drop(lowest - exponent)
  }

  /// Cuts the noise of binary arithmetic, what stands after the decimal point and beyond the 15th significant digit, unless
  /// digits down to 10 to the power `lowest` are wanted and that would cut into them.
  mutating func dropNoise(below lowest: Int) {
    let noise = min(digitCount - 15, -exponent)
    if noise > 0, exponent + noise <= lowest { drop(noise) }
  }

  private mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    if count > 19 {
      significand = 0
    } else {
      for _ in 1..<count { significand /= 10 }
      significand = significand / 10 + (significand % 10 >= 5 ? 1 : 0)
    }
    exponent += count
    dropTrailingZeros()
  }

  private mutating func dropTrailingZeros() {
    guard significand > 0 else {
      exponent = 0
      isNegative = false
      return
    }
    while significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
  }

  /// The number nearest to the digits, or the largest one, should rounding up have passed it.
  var number: Double {
    let sign = isNegative ? -1.0 : 1.0
    // Both parts are exact, so that the one operation rounds correctly.
    if significand <= 9_007_199_254_740_992, (-22...22).contains(exponent) {
      var power = 1.0
      for _ in 0..<exponent.magnitude { power *= 10 }
      return sign * (exponent < 0 ? Double(significand) / power : Double(significand) * power)
    }
    return sign * min(Double("\(significand)e\(exponent)") ?? 0, .greatestFiniteMagnitude)
  }

  /// Writes the digits with `decimals` places after the point, or with those there are.
  func text(decimals: Int?) -> String {
    if exponent + digitCount > 21 { return scientific }
    let places = max(0, -exponent)
    let padding = max(0, (decimals ?? places) - places)
    let zeros = significand > 0 ? max(0, exponent) : 0
    let whole = max(1, digitCount + zeros - places)
    let point = places + padding > 0 ? 1 : 0
    let count = (isNegative ? 1 : 0) + whole + point + places + padding
    return String(unsafeUninitializedCapacity: count) { bytes in
      // From the last digit to the first.
      var (next, rest) = (count, significand)
      func put(_ byte: UInt8) {
        next -= 1
        bytes[next] = byte
      }
      func putDigits(_ count: Int) {
        for _ in 0..<count {
          put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
          rest /= 10
        }
      }
      for _ in 0..<padding { put(UInt8(ascii: "0")) }
      putDigits(places)
      if point > 0 { put(UInt8(ascii: ".")) }
      for _ in 0..<zeros { put(UInt8(ascii: "0")) }
      putDigits(whole - zeros)
      if isNegative { put(UInt8(ascii: "-")) }
      return count
    }
  }

  /// The digits in the form `1.5e+21` or `1e-07`.
  var scientific: String {
    let digits = String(significand)
    let power = exponent + digits.utf8.count - 1
    let fraction = digits.dropFirst()
    return (isNegative ? "-" : "") + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + (power < 0 ? "e-" : "e+") + String(power.magnitude)
  }
}
