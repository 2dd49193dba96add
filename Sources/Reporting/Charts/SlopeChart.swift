import Source

/// Two values of each row, joined by a line, in one unit.
package struct SlopeChart: Hashable, Sendable {
  /// One line.
  package struct Row: Hashable, Sendable {
    /// What the line is of.
    package var name: Phrase
    /// The value on the left; nil where it is missing, and no line is drawn.
    package var left: Double?
    /// The value on the right.
    package var right: Double?

    /// Creates a line.
    package init(_ name: Phrase, left: Double?, right: Double?) {
      self.name = name
      self.left = left
      self.right = right
    }
  }

  /// What heads the left side.
  package var left: Phrase
  /// What heads the right side.
  package var right: Phrase
  /// The unit of all values; empty where there is none.
  package var unit: String
  /// The lines.
  package var rows: [Row]

  /// Creates a chart.
  package init(left: Phrase, right: Phrase, unit: String, rows: [Row]) {
    self.left = left
    self.right = right
    self.unit = unit
    self.rows = rows
  }
}
