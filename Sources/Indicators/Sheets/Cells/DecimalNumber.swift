/// A number as printed: its digits, where the point stands, and how many digits follow it.
struct DecimalNumber: Hashable {
  /// The nearest binary64 number.
  let value: Double
  /// How many digits stand after the point, at most 255.
  let decimals: UInt8

  /// The powers of ten that binary64 holds exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Creates a number of a value and a count of digits.
  init(value: Double, decimals: UInt8) {
    self.value = value
    self.decimals = decimals
  }

  /// Reads all of `bytes` as a number in ASCII, and multiplies it by ten to the power of `shift`; nil where it is none,
  /// or none that binary64 holds.
  ///
  /// Grouping by three with commas or blanks is read where every group is whole. An exponent (`1.2E5`) is read.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, shift: Int = 0) {
    guard var parts = DecimalParts(bytes) else { return nil }
    parts.exponent += shift
    guard let value = parts.value(powers: Self.powers, bytes) else { return nil }
    self.value = value
    decimals = UInt8(clamping: max(0, -parts.exponent))
  }

  /// Whether `bytes` are a number, however large.
  static func isPrintedNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    DecimalParts(bytes) != nil
  }
}

/// The parts of a printed number.
private struct DecimalParts {
  var isNegative = false
  /// The digits without the point; unspecified where there are more than 18.
  var mantissa: UInt64 = 0
  /// How many digits the mantissa has after leading zeros.
  var digits = 0
  /// The power of ten that the mantissa is multiplied by.
  var exponent = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    if let first = bytes.first, first == 0x2B || first == 0x2D {
      isNegative = first == 0x2D
      offset = 1
    }
    var any = false
    var group: UInt8?
    var sinceGroup = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if let digit = Self.digit(byte) {
        append(digit)
        any = true
        sinceGroup += 1
      } else if byte == 0x2C || byte == 0x20 {
        let isFirst = group == nil
        guard any, isFirst ? sinceGroup <= 3 : (sinceGroup == 3 && group == byte) else { return nil }
        group = byte
        sinceGroup = 0
      } else {
        break
      }
      offset += 1
    }
    if group != nil, sinceGroup != 3 { return nil }
    if offset < bytes.count, bytes[offset] == 0x2E {
      offset += 1
      while offset < bytes.count, let digit = Self.digit(bytes[offset]) {
        append(digit)
        exponent -= 1
        any = true
        offset += 1
      }
    }
    guard any else { return nil }
    if offset < bytes.count {
      guard bytes[offset] | 0x20 == 0x65, let power = Self.power(bytes, from: offset + 1) else { return nil }
      exponent += power
    }
  }

  private mutating func append(_ digit: UInt8) {
    if digits == 0, digit == 0 { return }
    digits += 1
    if digits <= 18 { mantissa = mantissa * 10 + UInt64(digit) }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : nil
  }

  /// Reads the rest as a signed exponent of at most four digits.
  private static func power(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    var sign = 1
    if offset < bytes.count, bytes[offset] == 0x2B || bytes[offset] == 0x2D {
      sign = bytes[offset] == 0x2D ? -1 : 1
      offset += 1
    }
    guard offset < bytes.count, bytes.count - offset <= 4 else { return nil }
    var power = 0
    while offset < bytes.count {
      guard let digit = digit(bytes[offset]) else { return nil }
      power = power * 10 + Int(digit)
      offset += 1
    }
    return sign * power
  }

  /// Returns the nearest binary64 number; exact products and quotients need no search for it (Clinger 1990).
  func value(powers: [Double], _ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if digits == 0 { return 0 }
    let magnitude: Double
    if digits <= 15, abs(exponent) <= 22 {
      let whole = Double(mantissa)
      magnitude = exponent < 0 ? whole / powers[-exponent] : whole * powers[exponent]
    } else {
      let printed = bytes.prefix { $0 | 0x20 != 0x65 }.filter { $0 >= 0x30 && $0 <= 0x39 }
      let text = String(decoding: printed, as: UTF8.self) + "e\(exponent)"
      guard let parsed = Double(text), parsed.isFinite, parsed != 0 else { return nil }
      magnitude = parsed
    }
    return isNegative ? -magnitude : magnitude
  }
}
