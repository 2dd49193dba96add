import Source

/// Draws what each param does to a value as bars to both sides of the value as it stands.
struct TornadoChartText {
  let chart: TornadoChart
  let language: Language
  let color: Bool
  let width: Int

  /// Returns the lines of the picture; nil where there is no room for one.
  func lines() -> [String]? {
    let values = [chart.base] + chart.rows.flatMap { [$0.low, $0.high] }
    let labels = ValueLabels(for: values, unit: chart.unit)
    func number(_ value: Double?) -> String { value.map(labels.text) ?? ChartWording.missing[language] }
    let columns = [
      chart.rows.map { $0.name[language].printable },
      chart.rows.map { "\($0.lowSetting) → \($0.highSetting)".printable },
      chart.rows.map { number($0.low) }, chart.rows.map { number($0.high) },
    ]
    let shapes = columns.map { column in column.map(\.displayWidth).max() ?? 0 }
    let room = min(48, width - shapes.reduce(0, +) - 8)
    guard room >= 12, chart.base.isFinite else { return nil }
    let scale = TornadoScale(chart, width: room)
    let base = ChartWording.base(labels.text(chart.base) + unitSuffix(chart.unit))[language].printable
    let before = shapes[0] + shapes[1] + shapes[2] + 6 + scale.base
    let start = max(0, min(before - base.displayWidth / 2, width - base.displayWidth))
    var result = folded(base, to: width).map { $0.padded(to: start + $0.displayWidth, atStart: true) }
    for (place, row) in chart.rows.enumerated() {
      result.append(
        columns[0][place].padded(to: shapes[0]) + "  " + columns[1][place].padded(to: shapes[1]) + "  "
          + columns[2][place].padded(to: shapes[2], atStart: true) + "  " + bars(row, scale) + "  "
          + columns[3][place])
    }
    return result + folded(ChartWording.tornadoMarks[language], to: width - 2).map { "  " + $0 }
  }

  private func bars(_ row: TornadoChart.Row, _ scale: TornadoScale) -> String {
    var characters = Array(repeating: Character(" "), count: scale.width)
    let ends = [(row.low, Character("▒")), (row.high, "█")].compactMap { value, sign in
      value.flatMap { $0.isFinite ? (scale.column($0), sign) : nil }
    }
    // Where both go the same way, the shorter lies upon the longer.
    for (end, sign) in ends.sorted(by: { abs($0.0 - scale.base) > abs($1.0 - scale.base) }) where end != scale.base {
      for column in min(end, scale.base)...max(end, scale.base) { characters[column] = sign }
    }
    characters[scale.base] = "│"
    return characters.map { String($0).styled($0 == "▒" ? .yellow : .blue, color: color && $0 != " ") }.joined()
  }
}

/// Where values lie beside each other, with room on both sides of the value as it stands.
private struct TornadoScale {
  let width: Int
  let base: Int
  private let least: Double
  private let greatest: Double

  init(_ chart: TornadoChart, width: Int) {
    let values = [chart.base] + chart.rows.flatMap { [$0.low, $0.high] }.compactMap { $0 }.filter(\.isFinite)
    self.width = width
    (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    base = Self.column(chart.base, least, greatest, width)
  }

  func column(_ value: Double) -> Int { Self.column(value, least, greatest, width) }

  private static func column(_ value: Double, _ least: Double, _ greatest: Double, _ width: Int) -> Int {
    // Halves keep the span from overflowing.
    let span = greatest / 2 - least / 2
    let share = span > 0 ? (value / 2 - least / 2) / span : 0.5
    return min(width - 1, max(0, Int((share * Double(width - 1)).rounded())))
  }
}
