import Source

/// Paths over time, in one unit.
package struct LineChart: Hashable, Sendable {
  /// Where most of the samples of an uncertain path lie.
  package struct Band: Hashable, Sendable {
    /// The share of samples within the band, such as 0.9.
    package var share: Double
    /// The lower ends, one for each period; nil where there is none.
    package var low: [Double?]
    /// The upper ends.
    package var high: [Double?]

    /// Creates a band.
    package init(share: Double, low: [Double?], high: [Double?]) {
      self.share = share
      self.low = low
      self.high = high
    }
  }

  /// One path.
  package struct Series: Hashable, Sendable {
    /// What the path is of.
    package var name: Phrase
    /// A value for each period; nil where it is missing, and the line is broken there.
    package var values: [Double?]
    /// The bands, the widest first; none for a path that is certain.
    package var bands: [Band]
    /// The position of the first period that is projected and not observed; nil where none is.
    package var projectedFrom: Int?

    /// Creates a path.
    package init(_ name: Phrase, values: [Double?], bands: [Band] = [], projectedFrom: Int? = nil) {
      self.name = name
      self.values = values
      self.bands = bands
      self.projectedFrom = projectedFrom
    }
  }

  /// What a target asks of a path.
  package struct Target: Hashable, Sendable {
    /// The condition as written, such as `<= 1.5`.
    package var name: Phrase
    /// The position of the deadline among the periods.
    package var position: Int
    /// The number asked, in the chart's unit.
    package var value: Double

    /// Creates a mark of a target.
    package init(_ name: Phrase, position: Int, value: Double) {
      self.name = name
      self.position = position
      self.value = value
    }
  }

  /// The periods along the axis, ascending and evenly spaced.
  package var periods: [String]
  /// The unit of all numbers; empty where there is none.
  package var unit: String
  /// The paths, in order.
  package var series: [Series]
  /// The targets.
  package var targets: [Target]

  /// Creates a chart.
  package init(periods: [String], unit: String, series: [Series], targets: [Target] = []) {
    self.periods = periods
    self.unit = unit
    self.series = series
    self.targets = targets
  }
}
