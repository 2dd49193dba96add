/// Returns `number` with `decimals` digits after the point, rounded half away from zero as officials print it.
///
/// What is rounded is the shortest decimal that reads back as the number, cut to 15 significant digits where it has a
/// fraction and fewer are wanted; so 2.675 is 2.68 and 0.1 + 0.2 is 0.30. Negative `decimals` round to tens, hundreds and so on. A result
/// of zero has no sign. From 1e21 on the form is `1.5e+21`; what is not finite is `inf`, `-inf` or `nan`.
package func decimalString(_ number: Double, decimals: Int) -> String {
  guard let decimal = rounded(number, decimals: decimals) else { return number.description }
  return decimal.text(decimals: max(0, min(decimals, mostDecimals)))
}

/// Returns the shortest digits that read back as `number`: `12345`, `0.1`, and `0` for negative zero.
///
/// There is no exponent from 1e-7 up to 1e21; beyond, the form is `1.5e+21` or `1e-8`.
package func shortestString(_ number: Double) -> String {
  guard let decimal = ShortestDecimal(number) else { return number.description }
  let leading = decimal.exponent + decimal.digitCount - 1
  return leading < -7 && decimal.significand > 0 ? decimal.scientific : decimal.text(decimals: nil)
}

/// Returns `number` rounded to `decimals` digits after the point as `decimalString` rounds it.
package func roundHalfAwayFromZero(_ number: Double, decimals: Int) -> Double {
  rounded(number, decimals: decimals)?.number ?? number
}

/// Returns `number` rounded to `digits` significant digits, at least one, half away from zero.
///
/// Two numbers that differ only by the noise of binary arithmetic give the same result, because the number is cut to 15
/// significant digits first.
package func significantDecimal(_ number: Double, digits: Int) -> Double {
  guard var decimal = ShortestDecimal(number) else { return number }
  decimal.round(toDigits: 15)
  decimal.round(toDigits: max(1, digits))
  return decimal.number
}

/// The most digits after the point that are printed; no number has more that mean anything.
private let mostDecimals = 30

private func rounded(_ number: Double, decimals: Int) -> ShortestDecimal? {
  guard var decimal = ShortestDecimal(number) else { return nil }
  let lowest = -max(-400, min(decimals, mostDecimals))
  decimal.dropNoise(below: lowest)
  decimal.round(toPower: lowest)
  return decimal
}
