/// Writes the numbers beside the marks of a picture, all with as many digits: as a table's column would show them, and
/// no more than five significant ones after the point, since the table has the rest.
package struct ValueLabels {
  private let style: NumberStyle
  private let digits: ColumnDigits

  /// Finds the digits for `values`, which are in `unit`.
  package init(for values: some Sequence<Double?>, unit: String) {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    digits = ColumnDigits(for: known.map { (number: $0, isComputed: true) }, isShare: isShare(unit))
    let largest = known.map { DecimalShape(of: $0).exponent }.max() ?? 0
    style = NumberStyle(decimals: min(digits.decimals, max(0, 4 - largest)))
  }

  /// Returns `value` in digits, without a unit; empty where it is not finite.
  package func text(_ value: Double) -> String {
    value.isFinite ? NumberText(value, style, column: digits).text : ""
  }
}
