extension MeasurementUnit {
  /// The unit as written: `万元/人`; empty for a plain number.
  package var symbol: String {
    var text = ""
    for (position, factor) in factors.enumerated() {
      if factor.exponent < 0 {
        text += position == 0 ? "1/" : "/"
      } else if position > 0 {
        text += "·"
      }
      text += factor.name + MeasurementUnit.spelling(of: factor.exponent.magnitude, after: factor.name)
    }
    return text
  }

  private static func spelling(of exponent: UInt, after name: String) -> String {
    if exponent == 1 { return "" }
    if let last = name.unicodeScalars.last, UnitNotation.superscripts.contains(last) { return "^\(exponent)" }
    var text = String.UnicodeScalarView()
    for digit in String(exponent).utf8 { text.append(UnitNotation.superscripts[Int(digit) - 0x30]) }
    return String(text)
  }
}

extension MeasurementUnit: CustomStringConvertible {
  /// The unit as written; `1` for a plain number.
  package var description: String { factors.isEmpty ? "1" : symbol }
}
