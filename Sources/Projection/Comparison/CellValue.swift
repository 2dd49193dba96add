import Evaluation
import Indicators

/// A number, or why there is none.
package struct CellValue: Hashable, Sendable {
  /// The number; nil where it is missing.
  package let number: Double?
  /// Why it is missing; `.known` where it is not.
  package let reason: MissingReason

  /// Creates a known value.
  package init(_ number: Double) {
    self.number = number
    reason = .known
  }

  /// Creates a missing value.
  package init(missing reason: MissingReason) {
    number = nil
    self.reason = reason
  }

  /// Takes the cell of `cube` at `point`; a place that the cube lacks is outside the data.
  init(_ cube: Cube, at point: [Dimension: Label]) {
    guard let offset = cube.offset(at: point) else {
      self.init(missing: .outsideData)
      return
    }
    self.init(cube, offset)
  }

  /// Takes the cell of `cube` at `offset`.
  init(_ cube: Cube, _ offset: Int) {
    number = cube[offset]
    reason = cube.reasons[offset]
  }

  /// Returns how far the value is from `base`, and 0 where no more than rounding sets the two apart.
  package func change(from base: CellValue) -> CellValue {
    guard let number else { return self }
    guard let other = base.number else { return base }
    let difference = number - other
    let isRounding = difference.magnitude <= max(number.magnitude, other.magnitude) * CellValue.rounding
    return CellValue(isRounding ? 0 : difference)
  }

  /// Returns by how many percent the value is above `base`; from what is not positive there is no such number.
  package func growth(over base: CellValue) -> CellValue {
    guard let number else { return self }
    guard let other = base.number else { return base }
    guard other > 0 else { return CellValue(missing: .nonPositiveBase) }
    let growth = (number - other) / other * 100
    if equalAtTwelveDigits(number, other) { return CellValue(0) }
    return growth.isFinite ? CellValue(growth) : CellValue(missing: .undefined)
  }

  /// The share of two numbers below which their difference is that of their roundings: twelve digits are looked at.
  static let rounding = 1e-12
}
