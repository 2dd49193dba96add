import Source

/// What each param does to a value, in the value's unit.
package struct TornadoChart: Hashable, Sendable {
  /// What one param does.
  package struct Row: Hashable, Sendable {
    /// The param.
    package var name: Phrase
    /// What it is moved down to, as people write it.
    package var lowSetting: String
    /// What it is moved up to.
    package var highSetting: String
    /// The value with the param moved down; nil where it is missing.
    package var low: Double?
    /// The value with the param moved up.
    package var high: Double?

    /// Creates a row.
    package init(_ name: Phrase, lowSetting: String, highSetting: String, low: Double?, high: Double?) {
      self.name = name
      self.lowSetting = lowSetting
      self.highSetting = highSetting
      self.low = low
      self.high = high
    }
  }

  /// The value as it stands.
  package var base: Double
  /// The unit of all values; empty where there is none.
  package var unit: String
  /// The params, the one that moves the value most first.
  package var rows: [Row]

  /// Creates a chart.
  package init(base: Double, unit: String, rows: [Row]) {
    self.base = base
    self.unit = unit
    self.rows = rows
  }
}
