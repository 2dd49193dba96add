import Source

/// Draws columns lying on their sides, a line each, with the number behind.
struct ColumnChartText {
  let chart: ColumnChart
  let language: Language
  let color: Bool
  let width: Int

  /// Returns the lines of the picture; nil where there is no room for one.
  func lines() -> [String]? {
    let labels = ValueLabels(for: chart.series.flatMap(\.values), unit: chart.unit)
    let categories = chart.categories.map { $0[language].printable }
    let series = chart.series.count > 1 ? chart.series.map { $0.name[language].printable } : [""]
    let names = (categories.map(\.displayWidth).max() ?? 0, series.map(\.displayWidth).max() ?? 0)
    let missing = ChartWording.missing[language]
    let numbers = chart.series.flatMap(\.values).map { $0.map(labels.text) ?? missing }
    let numberWidth = numbers.map(\.displayWidth).max() ?? 0
    let margin = names.0 + (names.1 > 0 ? names.1 + 2 : 0) + 1
    let room = width - margin - numberWidth - 2
    guard room >= 8 else { return nil }
    let scale = BarText(chart.series.flatMap(\.values), width: min(room, 60))
    var result = heading(scale)
    for (place, category) in categories.enumerated() {
      for (position, column) in chart.series.enumerated() {
        let name = (position == 0 ? category : "").padded(to: names.0)
        let own = names.1 > 0 ? "  " + series[position].padded(to: names.1) : ""
        result.append(name + own + " " + bar(column.values[place], position, scale, labels))
      }
    }
    return result
  }

  /// Names the unit, and the series where there is one.
  private func heading(_ scale: BarText) -> [String] {
    var parts = chart.unit.isEmpty ? [] : [chart.unit.printable]
    if chart.series.count == 1, let only = chart.series.first, only.name != TableWording.value {
      parts.insert(only.name[language].printable, at: 0)
    }
    if parts.isEmpty { return [] }
    return folded(parts.count == 2 ? "\(parts[0]) (\(parts[1]))" : parts[0], to: width)
      .map { $0.styled(.dim, color: color) }
  }

  private func bar(_ value: Double?, _ position: Int, _ scale: BarText, _ labels: ValueLabels) -> String {
    guard let value, value.isFinite else {
      let axis = scale.hasNegatives ? String(repeating: " ", count: scale.zero) + "│ " : ""
      return axis + ChartWording.missing[language].styled(.dim, color: color)
    }
    let bar = scale.bar(value)
    let style = SeriesMark(position).style ?? .bold
    // Beside bars on both sides the number stands to the right of 0.
    if !scale.hasNegatives { return bar.styled(style, color: color) + " " + labels.text(value) }
    if value < 0 { return bar.styled(style, color: color) + "│ " + labels.text(value) }
    let right = String(bar.dropFirst(scale.zero))
    return String(repeating: " ", count: scale.zero) + "│" + right.styled(style, color: color) + " "
      + labels.text(value)
  }
}
