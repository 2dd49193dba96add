import Source

/// Draws lines between two values of each row, with names and values at their ends.
struct SlopeDrawing {
  private let chart: SlopeChart

  init(_ chart: SlopeChart) {
    self.chart = chart
  }

  /// Draws the chart and returns its height.
  func draw(on canvas: inout Canvas) -> Double {
    let language = canvas.language
    let top = canvas.unit(chart.unit, y: 0)
    let labels = ValueLabels(for: chart.rows.flatMap { [$0.left, $0.right] }, unit: chart.unit)
    let values = chart.rows.flatMap { [$0.left, $0.right] }.compactMap { $0 }
    let ticks = AxisTicks(covering: values, isFromZero: false, unit: chart.unit)
    let texts = values.map { Canvas.width(of: labels.drawn($0)) }.max() ?? 0
    let names = chart.rows.map { $0.name[language] }
    let nameWidth = min(names.map(Canvas.width).max() ?? 0, canvas.width * (canvas.isNarrow ? 0.34 : 0.32))
    let height = max(220, Canvas.lineHeight * Double(chart.rows.count) + 20)
    let plot = PlotArea(
      left: texts + 14, right: canvas.width - texts - nameWidth - 24, top: top + 30, bottom: top + 30 + height,
      ticks: ticks)
    for (x, heading, anchor) in [(plot.left, chart.left, Canvas.Anchor.start), (plot.right, chart.right, .end)] {
      canvas.text(
        heading[language], x: anchor == .start ? max(0, x - 20) : x + 20, y: top + 10, anchor, class: "strong")
      canvas.line(x1: x, y1: plot.top - 6, x2: x, y2: plot.bottom + 6, class: "axis")
    }
    for row in chart.rows {
      guard let left = row.left, let right = row.right else { continue }
      let colour = right < left ? PageColour.series2 : .series1
      let dashes = right < left ? "6 3" : nil
      canvas.path(
        [(plot.left, plot.y(left)), (plot.right, plot.y(right))], class: "line \(colour.rawValue)", dashes: dashes)
      for (x, value) in [(plot.left, left), (plot.right, right)] {
        canvas.mark(SeriesStyle(right < left ? 1 : 0), x: x, y: plot.y(value))
      }
    }
    drawValues(chart.rows.map(\.left), plot, on: &canvas) { canvas, row, value, y in
      canvas.text(labels.drawn(value), x: plot.left - 10, y: y, .end)
    }
    drawValues(chart.rows.map { $0.right ?? $0.left }, plot, on: &canvas) { canvas, row, _, y in
      let text = chart.rows[row].right.map(labels.drawn) ?? "—"
      canvas.text(text, x: plot.right + 10, y: y)
      canvas.text(Canvas.fitted(names[row], nameWidth), x: plot.right + texts + 18, y: y)
    }
    return plot.bottom + 16
  }

  /// Writes what `write` does for each value near its height, so that no two words touch.
  private func drawValues(
    _ values: [Double?], _ plot: PlotArea, on canvas: inout Canvas,
    _ write: (inout Canvas, Int, Double, Double) -> Void
  ) {
    let known = values.indices.compactMap { row in values[row].map { (row: row, value: $0) } }
    let places = spread(
      known.map { plot.y($0.value) }, distance: Canvas.lineHeight - 1, in: plot.top - 4...plot.bottom + 4)
    for (entry, y) in zip(known, places) { write(&canvas, entry.row, entry.value, y) }
  }
}
