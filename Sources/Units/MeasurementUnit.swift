/// A unit as a person writes it: what it measures, how large one of it is, and how it is spelt.
///
/// `万元/人` measures currency per person, one of it is 10,000 元/人, and it is spelt `万元/人`.
package struct MeasurementUnit: Hashable, Sendable {
  /// A factor of a unit: one named unit with its exponent.
  package struct Factor: Hashable, Sendable {
    /// The name as written, prefix included: `万元`.
    package let name: String
    /// What it measures, as an exponent of each base quantity.
    package let dimension: Dimensions
    /// How many coherent base units one of it is.
    package let scale: Double
    /// The exponent; never 0.
    package let exponent: Int
  }

  /// What a dimensionless unit counts.
  package enum Nature: Hashable, Sendable {
    /// A plain number, or anything that has a dimension.
    case plain
    /// A share: `%` or `‰`.
    case percentage
    /// A difference of shares: `pp`.
    case points
  }

  /// The factors in written order; none for a plain number.
  package let factors: [Factor]
  /// What a dimensionless unit counts; `.plain` for every unit that is not `%`, `‰` or `pp` alone.
  package let nature: Nature

  /// Creates a unit of `factors`.
  package init(factors: [Factor], nature: Nature) {
    self.factors = factors
    self.nature = nature
  }

  /// The unit of a plain number.
  package static let one = MeasurementUnit(factors: [], nature: .plain)
}

/// What a unit measures: the exponents of base quantities, such as currency 1 and person -1.
package struct Dimensions: Hashable, Sendable {
  /// The exponents that are not 0, by base quantity.
  package let exponents: [BaseQuantity: Int]

  /// Creates dimensions from exponents; those that are 0 are left out.
  package init(_ exponents: [BaseQuantity: Int]) {
    self.exponents = exponents.filter { $0.value != 0 }
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
