import Source

/// Draws for each param where it takes the value when it is moved down and up.
struct TornadoDrawing {
  private let chart: TornadoChart

  init(_ chart: TornadoChart) {
    self.chart = chart
  }

  /// Draws the chart and returns its height.
  func draw(on canvas: inout Canvas) -> Double {
    let language = canvas.language
    let (low, high) = (PageColour.series1.rawValue, PageColour.series2.rawValue)
    let legend = Legend(entries: [
      .init(sign: .box(low, opacity: nil), name: PictureWording.lower[language]),
      .init(sign: .box(high, opacity: nil), name: PictureWording.higher[language]),
    ])
    var top = legend.draw(on: &canvas, y: 0)
    top = canvas.unit(chart.unit, y: top)
    let values = chart.rows.flatMap { [$0.low, $0.high] }.compactMap { $0 }
    let ticks = AxisTicks(covering: values + [chart.base], isFromZero: false, unit: chart.unit)
    let names = chart.rows.map { $0.name[language] }
    let nameWidth = canvas.isNarrow ? 0 : min(names.map(Canvas.width).max() ?? 0, canvas.width * 0.3)
    let settings = chart.rows.flatMap { [$0.lowSetting, $0.highSetting] }
    let side = min(settings.map(Canvas.width).max() ?? 0, canvas.width * 0.2) + 6
    let rowHeight = canvas.isNarrow ? 48.0 : 36
    let left = nameWidth + (canvas.isNarrow ? 0 : 12) + side
    let plot = PlotArea(
      left: left, right: max(left + 40, canvas.width - side), top: top + Canvas.lineHeight,
      bottom: top + Canvas.lineHeight + 6 + rowHeight * Double(chart.rows.count), ticks: ticks)
    plot.drawColumns(on: &canvas)
    let base = plot.x(chart.base)
    let labels = ValueLabels(for: values + [chart.base], unit: chart.unit)
    let words = PictureWording.base[language] + " " + labels.drawn(chart.base)
    let half = Canvas.width(of: words) / 2
    canvas.text(
      words, x: min(max(base, half), canvas.width - half), y: plot.top - Canvas.lineHeight / 2, .middle, class: "quiet")
    for (index, row) in chart.rows.enumerated() {
      let y = plot.top + 3 + rowHeight * Double(index)
      let middle = canvas.isNarrow ? y + 30 : y + rowHeight / 2
      if canvas.isNarrow {
        canvas.text(Canvas.fitted(names[index], canvas.width), x: 0, y: y + 9, isRaised: true)
      } else {
        canvas.text(Canvas.fitted(names[index], nameWidth), x: nameWidth, y: middle, .end)
      }
      draw(row.low, row.lowSetting, low, y: middle - 6.5, base, plot, side, on: &canvas)
      draw(row.high, row.highSetting, high, y: middle + 6.5, base, plot, side, on: &canvas)
    }
    canvas.line(x1: base, y1: plot.top, x2: base, y2: plot.bottom, class: "axis")
    return plot.bottom + 26
  }

  private func draw(
    _ value: Double?, _ setting: String, _ colour: String, y: Double, _ base: Double, _ plot: PlotArea, _ side: Double,
    on canvas: inout Canvas
  ) {
    guard let value, value.isFinite else { return }
    let x = plot.x(value)
    canvas.box(x1: base, y1: y - 6, x2: x, y2: y + 6, class: colour)
    let text = Canvas.fitted(setting, side)
    canvas.text(text, x: x < base ? x - 4 : x + 4, y: y, x < base ? .end : .start, isRaised: true)
  }
}
