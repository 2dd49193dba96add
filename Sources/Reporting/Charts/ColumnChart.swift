import Source

/// Columns side by side for each category, in one unit.
package struct ColumnChart: Hashable, Sendable {
  /// The columns of one colour.
  package struct Series: Hashable, Sendable {
    /// What the columns are of.
    package var name: Phrase
    /// A value for each category; nil where it is missing.
    package var values: [Double?]

    /// Creates a series.
    package init(_ name: Phrase, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// The categories along the axis: members, indicators or periods.
  package var categories: [Phrase]
  /// The unit of all numbers; empty where there is none.
  package var unit: String
  /// The series, in order.
  package var series: [Series]

  /// Creates a chart.
  package init(categories: [Phrase], unit: String, series: [Series]) {
    self.categories = categories
    self.unit = unit
    self.series = series
  }
}
