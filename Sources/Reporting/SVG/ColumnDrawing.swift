import Source

/// Draws columns side by side for each category, lying down where the categories are many or their names long.
struct ColumnDrawing {
  private let chart: ColumnChart
  private let labels: ValueLabels
  private let ticks: AxisTicks

  init(_ chart: ColumnChart) {
    self.chart = chart
    let values = chart.series.flatMap(\.values)
    labels = ValueLabels(for: values, unit: chart.unit)
    ticks = AxisTicks(covering: values.compactMap { $0 }, isFromZero: true, unit: chart.unit)
  }

  /// Draws the chart and returns its height.
  func draw(on canvas: inout Canvas) -> Double {
    var legend = Legend(entries: [])
    if chart.series.count > 1 {
      legend.entries = chart.series.enumerated().map { index, series in
        .init(sign: .box(colour(index), opacity: nil), name: series.name[canvas.language])
      }
    }
    var top = legend.draw(on: &canvas, y: 0)
    top = canvas.unit(chart.unit, y: top)
    let room = PlotArea.room(for: ticks, canvas.language)
    let slot = (canvas.width - room) / Double(max(1, chart.categories.count))
    let widest = chart.categories.map { Canvas.width(of: $0[canvas.language]) }.max() ?? 0
    return widest + 10 <= slot && slot >= Double(chart.series.count) * 9 + 8
      ? drawStanding(top: top, left: room, slot: slot, on: &canvas) : drawLying(top: top, on: &canvas)
  }

  private func colour(_ index: Int) -> String {
    let style = SeriesStyle(index)
    return style.colour + (style.isHollow ? " hollow" : "")
  }

  private func drawStanding(top: Double, left: Double, slot: Double, on canvas: inout Canvas) -> Double {
    let height = canvas.isNarrow ? 200.0 : 250
    let plot = PlotArea(left: left, right: canvas.width, top: top + 16, bottom: top + 16 + height, ticks: ticks)
    plot.drawLevels(on: &canvas)
    let count = Double(max(1, chart.series.count))
    let thick = min(44, (slot - 12) / count)
    let zero = plot.y(0)
    for (category, name) in chart.categories.enumerated() {
      let middle = plot.left + slot * (Double(category) + 0.5)
      for (index, series) in chart.series.enumerated() {
        let x = middle + (Double(index) - count / 2) * thick
        guard category < series.values.count, let value = series.values[category], value.isFinite else { continue }
        let y = plot.y(value)
        canvas.box(x1: x + 1, y1: y, x2: x + thick - 1, y2: zero, class: colour(index))
        let text = labels.drawn(value)
        if Canvas.width(of: text) <= thick + (count == 1 ? slot - thick - 6 : 2) {
          canvas.text(text, x: x + thick / 2, y: value < 0 ? y + 9 : y - 9, .middle, isRaised: true)
        }
      }
      canvas.text(name[canvas.language], x: middle, y: plot.bottom + 16, .middle)
    }
    canvas.line(x1: plot.left, y1: zero, x2: plot.right, y2: zero, class: "axis")
    return plot.bottom + 28
  }

  private func drawLying(top: Double, on canvas: inout Canvas) -> Double {
    let names = chart.categories.map { $0[canvas.language] }
    let texts = chart.series.flatMap { $0.values.compactMap { $0.map(labels.drawn) } }
    let textWidth = texts.map(Canvas.width).max() ?? 0
    let hasNegative = ticks.least < 0
    let room = canvas.width - textWidth * (hasNegative ? 2 : 1) - 72
    let nameWidth = min(names.map(Canvas.width).max() ?? 0, canvas.width * 0.42, room)
    let thick = chart.series.count == 1 ? 16.0 : 13
    let group = max(24, Double(chart.series.count) * thick + 9)
    let left = nameWidth + 12 + (hasNegative ? textWidth + 4 : 0)
    let right = max(left + 40, canvas.width - textWidth - 8)
    let plot = PlotArea(
      left: left, right: right, top: top + 4, bottom: top + 8 + group * Double(names.count), ticks: ticks)
    plot.drawColumns(on: &canvas)
    let zero = plot.x(0)
    for (category, name) in names.enumerated() {
      let middle = top + 6 + group * (Double(category) + 0.5)
      canvas.text(Canvas.fitted(name, nameWidth), x: nameWidth, y: middle, .end)
      for (index, series) in chart.series.enumerated() {
        let y = middle + (Double(index) - Double(chart.series.count) / 2) * thick
        guard category < series.values.count, let value = series.values[category], value.isFinite else { continue }
        let x = plot.x(value)
        canvas.box(x1: zero, y1: y + 1, x2: x, y2: y + thick - 1, class: colour(index))
        // A value too small to be seen stands right of zero, whatever its sign.
        let isLeft = value < 0 && hasNegative
        canvas.text(
          labels.drawn(value), x: isLeft ? x - 4 : x + 4, y: y + thick / 2, isLeft ? .end : .start, isRaised: true)
      }
    }
    canvas.line(x1: zero, y1: plot.top, x2: zero, y2: plot.bottom, class: "axis")
    return plot.bottom + 26
  }
}
