import Source

/// A bar for each row, against its target and its value before (Stephen Few, Bullet Graph Design Specification, 2013).
///
/// Every row has a scale of its own, since units differ.
package struct BulletChart: Hashable, Sendable {
  /// One bar.
  package struct Row: Hashable, Sendable {
    /// What is measured.
    package var name: Phrase
    /// The unit of the row's numbers.
    package var unit: String
    /// The value; nil where it is missing.
    package var value: Double?
    /// The number asked; nil where none is.
    package var target: Double?
    /// The value of the year before; nil where it is missing.
    package var previous: Double?
    /// Whether less is better; nil where neither is.
    package var isLowerBetter: Bool?
    /// How the target stands; nil where there is none.
    package var status: Phrase?

    /// Creates a row.
    package init(
      _ name: Phrase, unit: String, value: Double?, target: Double?, previous: Double?, isLowerBetter: Bool? = nil,
      status: Phrase? = nil
    ) {
      self.name = name
      self.unit = unit
      self.value = value
      self.target = target
      self.previous = previous
      self.isLowerBetter = isLowerBetter
      self.status = status
    }
  }

  /// The bars from top to bottom.
  package var rows: [Row]

  /// Creates a chart.
  package init(rows: [Row]) {
    self.rows = rows
  }
}
