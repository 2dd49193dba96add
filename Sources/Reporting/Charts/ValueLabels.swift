/// Writes the numbers beside the marks of a picture, all with as many digits as a table's column would show.
package struct ValueLabels {
  private let digits: ColumnDigits

  /// Finds the digits for `values`, which are in `unit`.
  package init(for values: some Sequence<Double?>, unit: String) {
    digits = ColumnDigits(for: values.compactMap { $0 }.map { (number: $0, isComputed: true) }, isShare: isShare(unit))
  }

  /// Returns `value` in digits, without a unit; empty where it is not finite.
  package func text(_ value: Double) -> String {
    value.isFinite ? NumberText(value, NumberStyle(), column: digits).text : ""
  }
}
