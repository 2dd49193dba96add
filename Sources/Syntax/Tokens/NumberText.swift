/// The parts of a number as written, full-width twins folded.
struct NumberText {
  /// The digits with point and exponent, without underscores and 万.
  let digits: String
  /// How many digits stand behind the point.
  let decimals: Int
  /// The value, 万 and 亿 multiplied in, rounded once; infinite where it is too large.
  let value: Double

  /// Reads `text`, which has the form of a number.
  init(_ text: String) {
    var mantissa: [UInt8] = []
    var exponent: [UInt8] = []
    var decimals = 0
    var hasPoint = false
    var hasExponent = false
    var scale = 0
    for scalar in text.unicodeScalars {
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
    digits = String(decoding: mantissa, as: UTF8.self)
    let power = Self.clampedInteger(exponent) + scale
    value = Double(digits + "e\(power)") ?? .infinity
  }

  /// Returns the integer that `digits` write, kept within a thousand million.
  private static func clampedInteger(_ digits: [UInt8]) -> Int {
    var result = 0
    for byte in digits where byte >= 0x30 && byte <= 0x39 {
      result = min(result * 10 + Int(byte - 0x30), 1_000_000_000)
    }
    return digits.first == UInt8(ascii: "-") ? -result : result
  }
}
