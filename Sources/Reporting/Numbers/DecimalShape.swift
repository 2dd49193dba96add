/// How a number looks in the fewest decimal digits that read back to it.
struct DecimalShape {
  /// How many digits there are from the first to the last that is not 0; 0 for zero.
  let significantDigits: Int
  /// How many digits follow the decimal point.
  let decimals: Int
  /// The power of ten of the first digit; 0 for zero.
  let exponent: Int

  /// Takes the shape of `value`, which is finite.
  init(of value: Double) {
    var digits: [UInt8] = []
    var pointOffset: Int?
    var scale = 0
    let text = value.magnitude.description.utf8
    for (offset, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        pointOffset = digits.count
      } else if byte == UInt8(ascii: "e") {
        scale = Int(String(text.dropFirst(offset + 1)) ?? "") ?? 0
        break
      } else {
        digits.append(byte)
      }
    }
    let integerDigits = pointOffset ?? digits.count
    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let trailingZeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    guard leadingZeros < digits.count else {
      (significantDigits, decimals, exponent) = (0, 0, 0)
      return
    }
    significantDigits = digits.count - leadingZeros - trailingZeros
    decimals = max(0, digits.count - trailingZeros - integerDigits - scale)
    exponent = integerDigits - leadingZeros - 1 + scale
  }
}
