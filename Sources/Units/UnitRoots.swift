// Powers of doubles are in the C library.
import Glibc

/// An exponent as a fraction in lowest terms: 1/2 for a square root.
package struct UnitExponent: Hashable, Sendable {
  /// The number above the bar.
  package let numerator: Int
  /// The number below the bar, above 0.
  package let denominator: Int

  /// The largest number below the bar that a written exponent is read as.
  private static let largestDenominator = 12

  /// Creates the exponent that `number` is, such as 0.5 or 1/3; nil where no small fraction is that near.
  package init?(_ number: Double) {
    guard number.isFinite, number.magnitude <= 9 else { return nil }
    for denominator in 1...UnitExponent.largestDenominator {
      let numerator = (number * Double(denominator)).rounded()
      guard (numerator / Double(denominator) - number).magnitude <= 1e-12 else { continue }
      self.numerator = Int(numerator)
      self.denominator = denominator
      return
    }
    return nil
  }
}

extension MeasurementUnit {
  /// Returns the unit of a number taken to the power `exponent`, and the step that its numbers still need.
  ///
  /// A root exists where every exponent of what the unit measures divides: the square root of 平方公里 is in 公里, that of
  /// 亿元·万元 in 亿元. Nil where it does not, as of 人.
  package func power(_ exponent: UnitExponent, in table: UnitTable) -> (unit: MeasurementUnit, factor: Conversion)? {
    if exponent.denominator == 1 { return power(exponent.numerator) }
    var exponents: [BaseQuantity: Int] = [:]
    for (quantity, count) in dimensions.exponents {
      let raised = boundedExponent(0, plus: count, times: exponent.numerator)
      guard raised.isMultiple(of: exponent.denominator) else { return nil }
      exponents[quantity] = raised / exponent.denominator
    }
    let size = pow(scale, Double(exponent.numerator) / Double(exponent.denominator))
    let unit = table.unit(of: Dimensions(exponents), size: size, like: factors)
    return (unit, Conversion(multiply: rounded(size / unit.scale)))
  }

  /// Returns the integer that `number` is but for the last bits of a root, or `number` itself.
  private func rounded(_ number: Double) -> Double {
    let nearest = number.rounded()
    return (nearest - number).magnitude <= 1e-13 * number.magnitude ? nearest : number
  }
}

extension UnitTable {
  /// Returns a unit of `dimensions`: a factor of `factors` that measures them, else one of the standard table that has
  /// the size `size`, else the coherent base units.
  fileprivate func unit(
    of dimensions: Dimensions, size: Double, like factors: [MeasurementUnit.Factor]
  ) -> MeasurementUnit {
    if dimensions.isNone { return .one }
    if let factor = factors.first(where: { $0.dimension == dimensions }) {
      return MeasurementUnit(factors: [factor.with(exponent: 1)])
    }
    // Of 平方公里 the name holds that of its root.
    if let inner = factors.first.flatMap({ unit(named: String($0.name.dropFirst(2))) }), inner.dimensions == dimensions,
      (inner.scale / size - 1).magnitude <= 1e-12
    {
      return inner
    }
    let row = MeasuredUnits.rows.first {
      $0.dimension == dimensions && ($0.size.ratio / size - 1).magnitude <= 1e-12
    }
    if let name = row?.names.split(separator: " ").first, let unit = unit(named: String(name)) { return unit }
    let base = dimensions.exponents.sorted { ($1.value > 0 ? 1 : 0, $0.key.name) < ($0.value > 0 ? 1 : 0, $1.key.name) }
    return MeasurementUnit(
      factors: base.map { quantity, exponent in
        MeasurementUnit.Factor(
          quantity.name, Dimensions([quantity: 1]), size: .identity, exponent: exponent)
      })
  }
}
