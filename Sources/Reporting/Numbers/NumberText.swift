import Source
import Units

/// A number as it is shown, in the parts that line up.
struct NumberText: Hashable {
  /// The sign and the digits before the point.
  var whole: String
  /// The point and the digits after it; empty where there are none.
  var fraction = ""
  /// The sign that says what the number is.
  var mark = ""
  /// The unit with the blank before it; empty where the column has it.
  var unit = ""

  /// The parts one after the other.
  var text: String { whole + fraction + mark + unit }

  /// Writes `value`, which is finite, in `style`; with `column`'s digits where it has neither digits nor a unit of its own.
  init(_ value: Double, _ style: NumberStyle, column: ColumnDigits) {
    let value = style.greatestShown.map { min(value, $0) } ?? value
    if let unit = style.unit, !unit.isEmpty, style.isUnitShown { self.unit = unitSuffix(unit).printable }
    mark = style.mark?.sign ?? ""
    guard !isWrittenWithExponent(value) else {
      whole = shortestString(value)
      return
    }
    let automatic =
      style.unit == nil
      ? column.decimals
      : ColumnDigits(for: [(value, style.isComputed)], isShare: isShare(style.unit ?? "")).decimals
    let digits = decimalString(value, decimals: min(max(0, style.decimals ?? automatic), 15))
    let point = digits.utf8.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
    whole = String(digits[..<point])
    fraction = String(digits[point...])
  }
}

/// Returns whether numbers in `unit` are shares or their differences.
func isShare(_ unit: String) -> Bool {
  unit == "%" || unit == "‰" || unit == "pp"
}

/// Returns `unit` as it follows a number: `%` and `pp` at once, others after a blank.
func unitSuffix(_ unit: String) -> String {
  switch unit {
  case "%", "‰", "pp": unit
  default: " " + unit
  }
}
