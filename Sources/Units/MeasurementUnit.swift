/// A unit as a person writes it: what it measures, how large one of it is, and how it is spelt.
///
/// `万元/人` measures currency per person, one of it is 10,000 元/人, and it is spelt `万元/人`. Equal units are spelt
/// alike; units that convert to one another have equal `dimensions`.
package struct MeasurementUnit: Hashable, Sendable {
  /// A factor of a unit: one named unit with its exponent.
  package struct Factor: Hashable, Sendable {
    /// The name as written, prefix included: `万元`.
    package let name: String
    /// What one of the name measures, as an exponent of each base quantity.
    package let dimension: Dimensions
    /// How many coherent base units one of the name is.
    package let size: Conversion
    /// What it counts when it stands alone.
    package let nature: Nature
    /// The exponent; never 0.
    package let exponent: Int

    /// Creates a factor.
    package init(_ name: String, _ dimension: Dimensions, size: Conversion, nature: Nature = .plain, exponent: Int = 1)
    {
      self.name = name
      self.dimension = dimension
      self.size = size
      self.nature = nature
      self.exponent = exponent
    }

    /// How many coherent base units one of the name is, as one number.
    package var scale: Double { size.ratio }

    /// Returns the same name with another exponent.
    func with(exponent: Int) -> Factor {
      Factor(name, dimension, size: size, nature: nature, exponent: exponent)
    }
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

  /// What a unit is made of, with what follows from it and is asked for again and again.
  private struct Parts: Hashable, Sendable {
    let factors: [Factor]
    let nature: Nature
    let dimensions: Dimensions
    let size: Conversion
    let isRatio: Bool

    init(factors: [Factor], nature: Nature) {
      self.factors = factors
      self.nature = nature
      if factors.count == 1, factors[0].exponent == 1 {
        dimensions = factors[0].dimension
      } else {
        dimensions = factors.reduce(.none) { $0.adding($1.dimension, times: $1.exponent) }
      }
      size = factors.reduce(.identity) { $0.followed(by: $1.size.repeated($1.exponent)) }
      isRatio = nature == .percentage || factors.contains { $0.exponent < 0 }
    }

    static func == (left: Parts, right: Parts) -> Bool { left.nature == right.nature && left.factors == right.factors }

    func hash(into hasher: inout Hasher) {
      hasher.combine(nature)
      for factor in factors {
        hasher.combine(factor.name)
        hasher.combine(factor.exponent)
      }
    }
  }

  private static let table = InternTable<Parts>()

  /// The unit's parts; equal units have the same, so that units compare and copy as one word.
  private let parts: Interned<Parts>

  /// The factors in written order; none for a plain number.
  package var factors: [Factor] { parts.value.factors }
  /// How many factors there are; none for a plain number.
  package var factorCount: Int { parts.value.factors.count }
  /// What a dimensionless unit counts; `.plain` for every unit that is not `%`, `‰` or `pp` alone.
  package var nature: Nature { parts.value.nature }
  /// Whether it is `%` or `‰` alone.
  package var isPercentage: Bool { parts.value.nature == .percentage }
  /// Whether it is neither `%` nor `‰` nor `pp` alone.
  package var isPlain: Bool { parts.value.nature == .plain }

  /// Creates a unit of `factors`.
  package init(factors: [Factor], nature: Nature) {
    parts = MeasurementUnit.table.interned(Parts(factors: factors, nature: nature))
  }

  /// Creates a unit of `factors`, whose nature is that of a factor that stands alone.
  package init(factors: [Factor]) {
    let alone = factors.count == 1 && factors[0].exponent == 1
    self.init(factors: factors, nature: alone ? factors[0].nature : .plain)
  }

  /// The unit of a plain number.
  package static let one = MeasurementUnit(factors: [], nature: .plain)

  /// The unit of a share: `%`.
  package static let percent = MeasurementUnit(factors: [
    Factor("%", .none, size: Conversion(multiply: 1, divide: 100), nature: .percentage)
  ])

  /// The unit of a difference of shares: `pp`.
  package static let points = MeasurementUnit(factors: [
    Factor("pp", .none, size: Conversion(multiply: 1, divide: 100), nature: .points)
  ])

  /// What the unit measures; none for a plain number, for shares, and for `人/万人`.
  package var dimensions: Dimensions { parts.value.dimensions }

  /// How many coherent base units one of the unit is, as a step that keeps decimals exact.
  package var size: Conversion { parts.value.size }

  /// How many coherent base units one of the unit is, as one number.
  package var scale: Double { size.ratio }

  /// Whether numbers in this unit act as ratios where nobody says what they are: shares, and whatever is per something.
  package var isRatio: Bool { parts.value.isRatio }
}
