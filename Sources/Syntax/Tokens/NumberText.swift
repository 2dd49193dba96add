/// The parts of a number as written, full-width twins folded.
struct NumberText {
  /// How many digits stand behind the point.
  let decimals: Int
  /// The value, 万 and 亿 multiplied in, rounded once; infinite where it is too large.
  let value: Double

  /// Reads `bytes`, which have the form of a number.
  init(_ bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBufferPointer { NumberText($0) } }

  /// Reads `bytes`, which have the form of a number.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let (value, decimals) = Self.plainDecimal(bytes) {
      (self.value, self.decimals) = (value, decimals)
      return
    }
    var mantissa: [UInt8] = []
    var exponent: [UInt8] = []
    var decimals = 0
    var hasPoint = false
    var hasExponent = false
    var scale = 0
    for scalar in foldedText(bytes).unicodeScalars {
      switch scalar {
      case "万": scale += 4
      case "亿": scale += 8
      case "e", "E": hasExponent = true
      case "_": break
      default:
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if hasExponent {
          exponent.append(byte)
        } else {
          mantissa.append(byte)
          if hasPoint { decimals += 1 }
          if scalar == "." { hasPoint = true }
        }
      }
    }
    self.decimals = decimals
    let digits = String(decoding: mantissa, as: UTF8.self)
    let power = Self.clampedInteger(exponent) + scale
    value = Double(digits + "e\(power)") ?? .infinity
  }

  /// Returns the value of at most 15 digits with or without a point, and how many stand behind it; nil for anything else.
  ///
  /// Such a number and its power of ten are exact, so one division rounds as it should.
  private static func plainDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: Double, decimals: Int)? {
    guard bytes.count <= 16 else { return nil }
    var number: UInt64 = 0
    var count = 0
    var point = -1
    for byte in bytes {
      if byte >= 0x30, byte <= 0x39 {
        number = number * 10 + UInt64(byte - 0x30)
        count += 1
      } else if byte == 0x2E, point < 0 {
        point = count
      } else {
        return nil
      }
    }
    guard count > 0, count <= 15 else { return nil }
    let decimals = point < 0 ? 0 : count - point
    return (Double(number) / powersOfTen[decimals], decimals)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Returns the integer that `digits` write, kept within a thousand million.
  private static func clampedInteger(_ digits: [UInt8]) -> Int {
    var result = 0
    for byte in digits where byte >= 0x30 && byte <= 0x39 {
      result = min(result * 10 + Int(byte - 0x30), 1_000_000_000)
    }
    return digits.first == UInt8(ascii: "-") ? -result : result
  }
}
