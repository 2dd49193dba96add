import Source

extension HTMLBody {
  /// Writes a chart with the table of its numbers.
  mutating func write(_ chart: Chart, title: String?) {
    write(chart.table, title: title)
  }
}

extension MarkupWriter {
  /// Writes a small line of values, which for those who do not see it is `text`.
  mutating func write(sparkline values: [Double?], text: String, _ language: Language) {
    write(text)
  }
}
