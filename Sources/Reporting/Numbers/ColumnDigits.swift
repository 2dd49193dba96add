import Units

/// How many digits follow the decimal point in a column whose numbers line up.
///
/// A number that is short, as printed figures are, keeps all its digits. A long one, as computed ones are, is rounded to five
/// significant digits of the largest number in the column, never inside its whole part. Zeros at the end only align.
struct ColumnDigits {
  /// As many significant digits as comparisons look at; a number with no more is short.
  private static let shortDigits = 12
  /// As many digits as a computed number may have and be short: a sum of money, or a quotient that comes out even.
  private static let computedDigits = 7
  private static let computedDecimals = 2
  private static let roundedDigits = 5
  private static let mostDecimals = 12

  /// How many digits follow the decimal point.
  let decimals: Int

  /// Finds the digits for `numbers`; those that are not finite have no say.
  init(for numbers: some Sequence<Double>, isShare: Bool = false) {
    self.init(for: numbers.lazy.map { (number: $0, isComputed: false) }, isShare: isShare)
  }

  /// Finds the digits for `numbers`, of which some are computed; those that are not finite have no say.
  init(for numbers: some Sequence<(number: Double, isComputed: Bool)>, isShare: Bool = false) {
    var short = 0
    var long: [Double] = []
    var largest = Int.min
    for (number, isComputed) in numbers where number.isFinite && !isWrittenWithExponent(number) {
      let shape = DecimalShape(of: number)
      if number != 0 { largest = max(largest, shape.exponent) }
      let isEven =
        !isComputed || shape.significantDigits <= Self.computedDigits || shape.decimals <= Self.computedDecimals
      if isEven, shape.significantDigits <= Self.shortDigits {
        short = max(short, min(shape.decimals, Self.mostDecimals))
      } else {
        long.append(number)
      }
    }
    // Of a share, officials print two decimals, and more only where it would vanish.
    let exponent = largest == .min ? 0 : largest
    let significant = isShare ? max(2, 1 - exponent) : Self.roundedDigits - 1 - exponent
    let limit = long.isEmpty ? 0 : min(max(0, significant), Self.mostDecimals)
    decimals = long.reduce(short) { most, number in
      most >= limit ? most : max(most, decimalsNeeded(number, limit))
    }
  }
}

/// Returns how many digits after the point are left of `number` rounded to `limit` of them, without zeros at the end.
private func decimalsNeeded(_ number: Double, _ limit: Int) -> Int {
  let digits = decimalString(number, decimals: limit).utf8
  return max(0, limit - digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count)
}

/// Returns whether `number` would be all zeros, before or after the point, if it were written out.
func isWrittenWithExponent(_ number: Double) -> Bool {
  number.magnitude >= 1e16 || (number != 0 && number.magnitude < 1e-12)
}
