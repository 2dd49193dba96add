import Source

/// Draws a bar for each row on a scale of its own, with a mark where the target lies and one for a year before.
struct BulletChartText {
  private static let target: Character = "┃"
  private static let previous: Character = "╎"

  let chart: BulletChart
  let language: Language
  let color: Bool
  let width: Int

  /// Returns the lines of the picture; nil where there is no room for one.
  func lines() -> [String]? {
    let names = chart.rows.map { row in
      row.name[language].printable + (row.unit.isEmpty ? "" : " (\(row.unit.printable))")
    }
    let columns = columns()
    let shapes = columns.map { column in column.map(\.displayWidth).max() ?? 0 }
    let numbers = shapes.reduce(0) { $0 + $1 + 2 }
    let nameWidth = names.map(\.displayWidth).max() ?? 0
    // Long names stand on lines of their own.
    let isBeside = width - nameWidth - 1 - numbers >= 16
    let room = width - numbers - (isBeside ? nameWidth + 1 : 2)
    guard room >= 8 else { return nil }
    let barWidth = min(room, 40)
    let margin = isBeside ? nameWidth + 1 : 2
    func behind(_ row: Int) -> String {
      zip(columns, shapes).enumerated().map { place, column in
        "  " + column.0[row].padded(to: column.1, atStart: place < 3)
      }.joined()
    }
    var result = [String(repeating: " ", count: margin + barWidth) + behind(0).styled(.dim, color: color)]
    for (place, row) in chart.rows.enumerated() {
      if !isBeside { result += folded(names[place], to: width) }
      let name = isBeside ? names[place].padded(to: nameWidth) + " " : "  "
      result.append(name + bar(row, barWidth) + behind(place + 1))
    }
    return result + folded(ChartWording.bulletMarks[language], to: width - 2).map { "  " + $0 }
  }

  /// Returns the value, what is asked, the value a year before and the status of all rows, under a heading each.
  private func columns() -> [[String]] {
    let labels = chart.rows.map { row in
      ValueLabels(for: [row.value, row.target, row.previous], unit: row.unit)
    }
    func column(_ heading: Phrase, _ value: (BulletChart.Row) -> Double?, empty: Phrase) -> [String] {
      [heading[language]]
        + zip(chart.rows, labels).map { row, labels in value(row).map(labels.text) ?? empty[language] }
    }
    let nothing = Phrase(same: "–")
    let all = [
      column(Phrase("value", "数值"), \.value, empty: ChartWording.missing),
      column(Phrase("asked", "目标值"), \.target, empty: nothing),
      column(Phrase("year before", "上年"), \.previous, empty: nothing),
    ]
    return all + [[Phrase("status", "状态")[language]] + chart.rows.map { $0.status?[language].printable ?? "" }]
  }

  private func bar(_ row: BulletChart.Row, _ width: Int) -> String {
    let scale = BarText([row.value, row.target, row.previous], width: width)
    let known = row.value.flatMap { $0.isFinite ? $0 : nil }
    var characters = Array((known.map(scale.bar) ?? "").padded(to: width))
    func mark(_ value: Double?, _ sign: Character) {
      guard let value, value.isFinite else { return }
      characters[min(width - 1, max(0, (scale.eighths(value) - 1) / 8))] = sign
    }
    mark(row.previous, Self.previous)
    mark(row.target, Self.target)
    return characters.map { character in
      let isTarget = character == Self.target
      return String(character).styled(isTarget ? .bold : .blue, color: color && character != " ")
    }.joined()
  }
}
