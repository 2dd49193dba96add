import Units

/// A number as a workbook's cell holds and shows it: with the digits, sign and unit that it has in a text table.
///
/// It holds 15 significant digits, as many as spreadsheets work with, so that all round it alike for display.
/// What is seen is what is computed with: a cell that shows a percent sign holds the percentage as spreadsheets do, 0.052 for
/// 5.2%; where the unit stands in the heading or in a column of its own, the cell holds and shows the number in that unit.
struct WorkbookNumber: Hashable {
  /// What the cell holds.
  let value: Double
  /// How it is shown.
  let format: String

  /// Prepares `value`, which is finite, in `style`, in a column whose numbers have the digits of `column`.
  init(_ value: Double, _ style: NumberStyle, column: ColumnDigits) {
    let shown = NumberText(value, style, column: column)
    let isPercentage = shown.unit == "%"
    self.value = significantDecimal(isPercentage ? value / 100 : value, digits: 15)
    guard !isWrittenWithExponent(value) else {
      format = "General" + Self.literal(shown.mark) + Self.literal(isPercentage ? "" : shown.unit)
      return
    }
    var decimals = max(0, shown.fraction.utf8.count - 1)
    if let greatest = style.greatestShown, value > greatest {
      // As many digits as tell it from the greater number that it falls short of.
      while decimals < 12, roundHalfAwayFromZero(value, decimals: decimals) > value { decimals += 1 }
    }
    let digits = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    let shape =
      isPercentage
      ? digits + "%" + Self.literal(shown.mark) : digits + Self.literal(shown.mark) + Self.literal(shown.unit)
    // What is rounded to zero has no sign, so negative numbers are shown like the others.
    format = value < 0 && roundHalfAwayFromZero(value, decimals: decimals) == 0 ? "\(shape);\(shape)" : shape
  }

  /// Returns `text` as a format shows it unchanged.
  private static func literal(_ text: String) -> String {
    text.isEmpty ? "" : "\"\(text.filter { $0 != "\"" })\""
  }
}
