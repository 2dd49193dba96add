/// How numbers are shown in a sentence, where no column asks for more.
extension DecimalShape {
  /// How many digits follow the decimal point where six significant digits are enough.
  var shortDecimals: Int { min(max(0, 5 - max(exponent, -10)), 15) }
}
