/// What a unit measures: the exponents of base quantities, such as currency 1 and person -1.
package struct Dimensions: Hashable, Sendable {
  /// The exponents that are not 0, by base quantity.
  package let exponents: [BaseQuantity: Int]

  /// Creates dimensions from exponents; those that are 0 are left out.
  package init(_ exponents: [BaseQuantity: Int]) {
    self.exponents = exponents.filter { $0.value != 0 }
  }

  /// The dimensions of a plain number.
  package static let none = Dimensions([:])

  /// Whether a plain number has these dimensions.
  package var isNone: Bool { exponents.isEmpty }

  /// Returns these dimensions multiplied with `other` taken to the power `count`.
  package func adding(_ other: Dimensions, times count: Int) -> Dimensions {
    if other.isNone { return self }
    var sum = exponents
    for (quantity, exponent) in other.exponents {
      sum[quantity] = boundedExponent(sum[quantity, default: 0], plus: exponent, times: count)
    }
    return Dimensions(sum)
  }
}

/// A quantity that no other quantity is made of; each counting word (个, 家, 户 …) is one of its own.
package struct BaseQuantity: Hashable, Sendable {
  /// The name of its coherent unit, such as `元` or `个`.
  package let name: String

  /// Creates the base quantity whose coherent unit is `name`.
  package init(_ name: String) {
    self.name = name
  }
}

/// The largest exponent a unit can have; what would leave it stays there, so that no chain of products can overflow.
let largestExponent = 1_000_000

/// Returns `start + step * count`, held between the largest exponents.
func boundedExponent(_ start: Int, plus step: Int, times count: Int) -> Int {
  let (product, overflow) = step.multipliedReportingOverflow(by: count)
  let bounded = overflow ? ((step < 0) == (count < 0) ? largestExponent : -largestExponent) : product
  return max(-largestExponent, min(largestExponent, start + max(-largestExponent, min(largestExponent, bounded))))
}
