import Source

/// Draws pictures with characters, for a terminal or a text file.
struct ChartText {
  /// The width of a terminal where none is known.
  static let usualWidth = 80

  let language: Language
  let color: Bool
  let width: Int

  /// Creates a drawer for lines of at most `width` columns, of a usual terminal where none is given.
  init(language: Language, color: Bool, width: Int?) {
    self.language = language
    self.color = color
    self.width = width ?? Self.usualWidth
  }

  /// Returns the lines of `chart`; nil where there is no room or nothing to draw, and the table must do.
  func lines(_ chart: Chart) -> [String]? {
    switch chart.picture {
    case .lines(let chart): LineChartText(chart: chart, language: language, color: color, width: width).lines()
    case .columns(let chart): ColumnChartText(chart: chart, language: language, color: color, width: width).lines()
    case .bullets(let chart): BulletChartText(chart: chart, language: language, color: color, width: width).lines()
    case .tornado(let chart): TornadoChartText(chart: chart, language: language, color: color, width: width).lines()
    case .slopes(let chart): SlopeChartText(chart: chart, language: language, color: color, width: width).lines()
    }
  }
}
