import Source

/// Several indicators as one value, with the dimension `indicator`.
package struct CheckedSet: Sendable {
  /// One member of a set.
  package struct Element: Sendable {
    /// The name, which is its label along the dimension.
    package let name: String
    /// The definition that the name stands for.
    package let definition: Definition
    /// The values, in the set's unit where it has one.
    package let value: CheckedExpression
    /// The weight, where the set gives one.
    package let weight: Double?
    /// Which way is better, where that is said of the indicator.
    package let better: Direction?
  }

  /// The name.
  package let name: String
  /// The members, in written order.
  package let elements: [Element]
  /// Where the name is declared.
  package let range: SourceRange
}

/// Values brought to one scale, member by member against all members of the same period and indicator.
package struct ScalingCall: Sendable {
  /// How values are brought to one scale.
  package enum Method: Hashable, Sendable {
    /// From the worst at 0 to the best at 1.
    case range
    /// How many standard deviations a value lies above the mean.
    case standard
    /// What share of its target is reached.
    case plan
  }

  /// What is scaled.
  package let argument: CheckedExpression
  /// How.
  package let method: Method
  /// Whether lower is better, where that holds for all that is scaled.
  package let isLowerBetter: Bool
  /// The indicators of a set of which lower is better.
  package let lowerBetter: Set<String>
}
