import Source

/// Draws each line as two numbers with an arrow between, and the way from one to the other on a common scale.
struct SlopeChartText {
  let chart: SlopeChart
  let language: Language
  let color: Bool
  let width: Int

  /// Returns the lines of the picture; nil where there is no room for one.
  func lines() -> [String]? {
    let labels = ValueLabels(for: chart.rows.flatMap { [$0.left, $0.right] }, unit: chart.unit)
    func texts(_ heading: Phrase, _ values: [Double?]) -> [String] {
      [heading[language].printable] + values.map { $0.map(labels.text) ?? ChartWording.missing[language] }
    }
    let names = [chart.unit.printable] + chart.rows.map { $0.name[language].printable }
    let left = texts(chart.left, chart.rows.map(\.left))
    let right = texts(chart.right, chart.rows.map(\.right))
    let shapes = [names, left, right].map { column in column.map(\.displayWidth).max() ?? 0 }
    let used = shapes.reduce(0, +) + 6
    guard used <= width else { return nil }
    let room = min(40, width - used - 2)
    return names.indices.map { place in
      let row = place == 0 ? nil : chart.rows[place - 1]
      let line =
        names[place].padded(to: shapes[0]) + "  " + left[place].padded(to: shapes[1], atStart: true) + " "
        + (row.map(arrow) ?? " ") + " " + right[place].padded(to: shapes[2], atStart: true)
      guard let row else { return line.styled(.dim, color: color) }
      return room < 12 ? line : line + "  " + way(row, room).styled(style(row), color: color)
    }
  }

  private func arrow(_ row: SlopeChart.Row) -> String {
    guard let left = row.left, let right = row.right else { return " " }
    return (left < right ? "↗" : left > right ? "↘" : "→").styled(style(row), color: color)
  }

  private func style(_ row: SlopeChart.Row) -> TerminalStyle {
    guard let left = row.left, let right = row.right, left != right else { return .dim }
    return left < right ? .blue : .yellow
  }

  /// Returns the way from the left value to the right one: from `○` to the point of an arrow.
  private func way(_ row: SlopeChart.Row, _ width: Int) -> String {
    let values = chart.rows.flatMap { [$0.left, $0.right] }.compactMap { $0 }
    let ticks = AxisTicks(covering: values, isFromZero: false, unit: chart.unit)
    func place(_ value: Double) -> Int { Int((ticks.position(of: value) * Double(width - 1)).rounded()) }
    var characters = Array(repeating: Character(" "), count: width)
    let ends = [row.left, row.right].map { value in value.flatMap { $0.isFinite ? place($0) : nil } }
    if let start = ends[0], let end = ends[1] {
      for column in min(start, end)...max(start, end) { characters[column] = "─" }
      characters[start] = "○"
      characters[end] = start < end ? "▶" : start > end ? "◀" : "○"
    } else if let only = ends[0] ?? ends[1] {
      characters[only] = "○"
    }
    return String(characters)
  }
}
