import Source

/// A picture of numbers, before any format has drawn it, with the same numbers as a table.
package struct Chart: Hashable, Sendable {
  /// The forms that a picture takes.
  package enum Picture: Hashable, Sendable {
    /// Paths over time, with bands where they are uncertain.
    case lines(LineChart)
    /// Columns side by side for each category.
    case columns(ColumnChart)
    /// A bar for each row, against its target and its value before.
    case bullets(BulletChart)
    /// What each param does to a value, the one that moves it most on top.
    case tornado(TornadoChart)
    /// Two values of each row, joined by a line.
    case slopes(SlopeChart)

    /// The word behind `as` that asks for such a picture.
    package var form: String {
      switch self {
      case .lines(let chart): chart.series.contains { !$0.bands.isEmpty } ? "fan" : "line"
      case .columns: "bar"
      case .bullets: "bullet"
      case .tornado: "tornado"
      case .slopes: "slope"
      }
    }
  }

  /// The picture.
  package var picture: Picture
  /// What the picture shows, in a sentence for those who do not see it.
  package var description: Phrase
  /// The numbers of the picture, in full.
  package var table: Table

  /// Creates a chart.
  package init(_ picture: Picture, description: Phrase, table: Table) {
    self.picture = picture
    self.description = description
    self.table = table
  }
}
