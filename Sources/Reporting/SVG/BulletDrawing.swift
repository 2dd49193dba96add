import Source
import Units

/// Draws a bar for each row with marks for what is asked and what was a year before.
struct BulletDrawing {
  private let chart: BulletChart

  init(_ chart: BulletChart) {
    self.chart = chart
  }

  /// Draws the chart and returns its height.
  func draw(on canvas: inout Canvas) -> Double {
    let language = canvas.language
    let value = Legend.Entry(
      sign: .box(PageColour.series1.rawValue, opacity: nil), name: PictureWording.value[language])
    var legend = Legend(entries: [value])
    if chart.rows.contains(where: { $0.target != nil }) {
      legend.entries.append(.init(sign: .target, name: PictureWording.target[language]))
    }
    if chart.rows.contains(where: { $0.previous != nil }) {
      legend.entries.append(.init(sign: .previous, name: PictureWording.previous[language]))
    }
    let top = legend.draw(on: &canvas, y: 0)
    let texts = chart.rows.map { self.texts(of: $0, language) }
    let height = canvas.isNarrow ? 62.0 : 44
    let nameWidth = min(chart.rows.map { Canvas.width(of: $0.name[language]) }.max() ?? 0, canvas.width * 0.34)
    let textWidth = min(
      texts.flatMap { [$0.value, $0.target] }.map(Canvas.width).max() ?? 0, canvas.width * 0.34)
    for (index, row) in chart.rows.enumerated() {
      let y = top + height * Double(index)
      if canvas.isNarrow {
        canvas.text(
          Canvas.fitted(row.name[language], canvas.width - Canvas.width(of: texts[index].value) - 12), x: 0, y: y + 10)
        canvas.text(texts[index].value, x: canvas.width, y: y + 10, .end, class: "strong")
        draw(row, left: 0, right: canvas.width - 8, y: y + 29, on: &canvas)
        canvas.text(texts[index].target, x: canvas.width, y: y + 47, .end, class: "quiet")
      } else {
        canvas.text(Canvas.fitted(row.name[language], nameWidth), x: nameWidth, y: y + 20, .end)
        draw(row, left: nameWidth + 14, right: canvas.width - textWidth - 18, y: y + 20, on: &canvas)
        canvas.text(texts[index].value, x: canvas.width - textWidth, y: y + 11, class: "strong")
        canvas.text(
          Canvas.fitted(texts[index].target, textWidth), x: canvas.width - textWidth, y: y + 28, class: "quiet")
      }
    }
    return top + height * Double(chart.rows.count) + 2
  }

  /// Returns what is said beside a bar: the value with its unit, and what is asked with how it stands.
  private func texts(of row: BulletChart.Row, _ language: Language) -> (value: String, target: String) {
    let labels = ValueLabels(for: [row.value, row.target, row.previous], unit: row.unit)
    let value = row.value.map { labels.drawn($0) + (row.unit.isEmpty ? "" : unitSuffix(row.unit)) } ?? "—"
    var target = row.target.map { PictureWording.target[language] + " " + labels.drawn($0) } ?? ""
    if let status = row.status {
      let sign = StatusShape(status).map { $0.sign + " " } ?? ""
      target += (target.isEmpty ? "" : " · ") + sign + status[language]
    }
    return (value, target)
  }

  /// Draws the bar of `row` on a scale of its own that begins at zero.
  private func draw(_ row: BulletChart.Row, left: Double, right: Double, y: Double, on canvas: inout Canvas) {
    let numbers = [row.value, row.target, row.previous].compactMap { $0 }.filter(\.isFinite)
    // Divided first, so that the span of the greatest numbers is one as well.
    let most = numbers.map(\.magnitude).max() ?? 0
    let scaled = { (value: Double) in most > 0 ? value / most : 0 }
    let least = min(0, numbers.map(scaled).min() ?? 0)
    let greatest = max(0, numbers.map(scaled).max() ?? 0)
    let span = max(greatest - least, 1e-9) * 1.06
    let x = { (value: Double) in left + (right - left) * (scaled(value) - least) / span }
    canvas.box(x1: left, y1: y - 10, x2: right, y2: y + 10, class: "track")
    if let value = row.value, value.isFinite {
      canvas.box(x1: x(0), y1: y - 5, x2: x(value), y2: y + 5, class: PageColour.series1.rawValue)
    }
    if least < 0 { canvas.line(x1: x(0), y1: y - 10, x2: x(0), y2: y + 10, class: "axis") }
    if let target = row.target, target.isFinite {
      canvas.line(x1: x(target), y1: y - 9, x2: x(target), y2: y + 9, class: "target")
    }
    if let previous = row.previous, previous.isFinite { canvas.diamond(x: x(previous), y: y, class: "previous") }
  }
}
