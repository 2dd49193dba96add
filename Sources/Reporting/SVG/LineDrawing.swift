import Source

/// Draws paths over time, their bands, the targets and where the projection begins.
struct LineDrawing {
  /// The most paths that are named at their ends; more are named above.
  private static let mostNamedAtEnds = 8
  /// The most periods whose values have shapes of their own.
  private static let mostMarked = 13

  private let chart: LineChart

  init(_ chart: LineChart) {
    self.chart = chart
  }

  /// Draws the chart and returns its height.
  func draw(on canvas: inout Canvas) -> Double {
    let language = canvas.language
    let names = chart.series.map { $0.name[language] }
    let namesAtEnds = !canvas.isNarrow && names.count > 1 && names.count <= Self.mostNamedAtEnds
    var legend = Legend(entries: [])
    if names.count > 1, !namesAtEnds {
      legend.entries += names.enumerated().map { .init(sign: .line(SeriesStyle($0)), name: $1) }
    }
    legend.entries += bandEntries(language) + targetEntries(language)
    var top = legend.draw(on: &canvas, y: 0)
    top = canvas.unit(chart.unit, y: top)
    let values = chart.series.flatMap { $0.values + $0.bands.flatMap { $0.low + $0.high } }.compactMap { $0 }
    let ticks = AxisTicks(covering: values + chart.targets.map(\.value), isFromZero: false, unit: chart.unit)
    let widest = names.map(Canvas.width).max() ?? 0
    let room = namesAtEnds ? min(widest, canvas.width * 0.3) + 24 : 14
    let left = PlotArea.room(for: ticks, language)
    let boundary = chart.series.compactMap(\.projectedFrom).min()
    if boundary != nil { top += Canvas.lineHeight }
    let height = canvas.isNarrow ? 210.0 : 270
    var plot = PlotArea(
      left: left, right: max(left + 40, canvas.width - room), top: top + 8, bottom: top + 8 + height, ticks: ticks)
    plot.drawLevels(on: &canvas)
    drawPeriods(plot, on: &canvas)
    if let boundary { drawBoundary(boundary, plot, on: &canvas) }
    for (index, series) in chart.series.enumerated() { drawBands(series, SeriesStyle(index), plot, on: &canvas) }
    for (index, series) in chart.series.enumerated() { drawPath(series, SeriesStyle(index), plot, on: &canvas) }
    if namesAtEnds { drawNames(names, room: room, plot, on: &canvas) }
    drawTargets(plot, on: &canvas)
    plot.bottom += 28
    return plot.bottom
  }

  private func bandEntries(_ language: Language) -> [Legend.Entry] {
    guard let index = chart.series.firstIndex(where: { !$0.bands.isEmpty }) else { return [] }
    let bands = chart.series[index].bands
    let isOnly = chart.series.count { !$0.bands.isEmpty } == 1
    return bands.enumerated().map { position, band in
      let opacity = 1 - (0...position).reduce(1.0) { rest, _ in rest * (1 - Self.bandOpacity) }
      return .init(
        sign: .box(isOnly ? SeriesStyle(index).colour : "quiet", opacity: "0.\(Int((opacity * 100).rounded()))"),
        name: PictureWording.band(band.share)[language])
    }
  }

  private static let bandOpacity = 0.22

  private func x(_ position: Int, _ plot: PlotArea) -> Double {
    let last = chart.periods.count - 1
    guard last > 0 else { return (plot.left + plot.right) / 2 }
    // The first and last points stand clear of the edges.
    return plot.left + 12 + (plot.right - plot.left - 24) * Double(position) / Double(last)
  }

  private func drawPeriods(_ plot: PlotArea, on canvas: inout Canvas) {
    let widest = chart.periods.map(Canvas.width).max() ?? 0
    let apart = chart.periods.count > 1 ? x(1, plot) - x(0, plot) : plot.right - plot.left
    let step = max(1, Int(((widest + 10) / max(apart, 0.1)).rounded(.up)))
    let last = chart.periods.count - 1
    for position in chart.periods.indices where (last - position) % step == 0 {
      let x = x(position, plot)
      canvas.line(x1: x, y1: plot.bottom, x2: x, y2: plot.bottom + 4, class: "axis")
      let half = Canvas.width(of: chart.periods[position]) / 2
      let middle = min(max(x, half), canvas.width - half)
      canvas.text(chart.periods[position], x: middle, y: plot.bottom + 16, .middle, class: "quiet")
    }
  }

  /// Draws the line between what was observed and what is projected, with a word on either side.
  private func drawBoundary(_ position: Int, _ plot: PlotArea, on canvas: inout Canvas) {
    let y = plot.top - Canvas.lineHeight / 2 - 4
    guard position > 0 else {
      canvas.text(PictureWording.projected[canvas.language], x: plot.left, y: y, class: "quiet")
      return
    }
    let x = (x(position - 1, plot) + self.x(position, plot)) / 2
    canvas.line(x1: x, y1: y - 8, x2: x, y2: plot.bottom, class: "hair")
    let actual = PictureWording.actual[canvas.language]
    if x - Canvas.width(of: actual) - 6 > 0 { canvas.text(actual, x: x - 6, y: y, .end, class: "quiet") }
    canvas.text(PictureWording.projected[canvas.language], x: x + 6, y: y, class: "quiet")
  }

  private func drawBands(
    _ series: LineChart.Series, _ style: SeriesStyle, _ plot: PlotArea, on canvas: inout Canvas
  ) {
    for band in series.bands {
      // A fan opens from the last value that is certain.
      func ends(_ position: Int) -> (low: Double, high: Double)? {
        if let low = band.low[position], let high = band.high[position] { return (low, high) }
        let opens = position + 1 < band.low.count && band.low[position + 1] != nil
        return opens ? series.values[position].map { ($0, $0) } : nil
      }
      let count = min(chart.periods.count, series.values.count, band.low.count, band.high.count)
      for stretch in stretches(count, where: { ends($0) != nil }) {
        let upper = stretch.compactMap { position in ends(position).map { (x(position, plot), plot.y($0.high)) } }
        let lower = stretch.reversed().compactMap { position in
          ends(position).map { (x(position, plot), plot.y($0.low)) }
        }
        canvas.path(
          upper + lower, class: style.colour, isClosed: true,
          opacity: "0.\(Int((Self.bandOpacity * 100).rounded()))")
      }
    }
  }

  private func drawPath(
    _ series: LineChart.Series, _ style: SeriesStyle, _ plot: PlotArea, on canvas: inout Canvas
  ) {
    let count = min(series.values.count, chart.periods.count)
    func point(_ position: Int) -> (x: Double, y: Double)? {
      series.values[position].map { (x(position, plot), plot.y($0)) }
    }
    let isMarked = chart.periods.count <= Self.mostMarked
    for stretch in stretches(count, where: { series.values[$0]?.isFinite ?? false }) {
      let split = series.projectedFrom.map { min(max($0 - 1, stretch.lowerBound), stretch.upperBound - 1) }
      let observed = stretch.lowerBound..<(split.map { $0 + 1 } ?? stretch.upperBound)
      canvas.path(observed.compactMap(point), class: "line \(style.colour)", dashes: style.dashes)
      if let split {
        canvas.path((split..<stretch.upperBound).compactMap(point), class: "line \(style.colour)", dashes: "6 4")
      }
      let marked =
        isMarked ? Array(stretch) : stretch.count == 1 || stretch.upperBound == count ? [stretch.upperBound - 1] : []
      for place in marked.compactMap(point) { canvas.mark(style, x: place.x, y: place.y) }
    }
  }

  /// Returns the ranges of positions below `count` for which `holds` is true.
  private func stretches(_ count: Int, where holds: (Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for position in 0..<count where holds(position) {
      if let last = result.last, last.upperBound == position {
        result[result.count - 1] = last.lowerBound..<position + 1
      } else {
        result.append(position..<position + 1)
      }
    }
    return result
  }

  /// Writes the names of the paths behind their ends.
  private func drawNames(_ names: [String], room: Double, _ plot: PlotArea, on canvas: inout Canvas) {
    let ends = chart.series.indices.compactMap { index -> (index: Int, x: Double, y: Double)? in
      let values = chart.series[index].values
      guard let last = values.indices.last(where: { values[$0]?.isFinite ?? false }), let value = values[last] else {
        return nil
      }
      return (index, x(last, plot), plot.y(value))
    }
    let places = spread(ends.map(\.y), distance: Canvas.lineHeight, in: plot.top...plot.bottom)
    for (end, y) in zip(ends, places) {
      let name = Canvas.fitted(names[end.index], room - 24)
      if abs(y - end.y) > 2 || plot.right - 12 - end.x > 1 {
        canvas.line(x1: end.x + 7, y1: end.y, x2: plot.right + 2, y2: y, class: "grid")
      }
      canvas.mark(SeriesStyle(end.index), x: plot.right + 10, y: y)
      canvas.text(name, x: plot.right + 20, y: y)
    }
  }

  /// Draws a mark where each target asks for a number; where there are several, with the number that names it above.
  private func drawTargets(_ plot: PlotArea, on canvas: inout Canvas) {
    let marks = targets
    let wanted = marks.map { (x: x($0.position, plot), y: plot.y($0.value)) }
    for place in wanted {
      canvas.line(x1: place.x - 11, y1: place.y, x2: place.x + 11, y2: place.y, class: "target")
    }
    guard marks.count > 1 else { return }
    for position in chart.periods.indices {
      let here = marks.indices.filter { marks[$0].position == position }
      let places = spread(here.map { wanted[$0].y }, distance: Canvas.lineHeight - 2, in: plot.top...plot.bottom)
      for (index, y) in zip(here, places) {
        // Beside the axis there is room on the right alone.
        let x = wanted[index].x + (position == 0 ? 19 : -19)
        canvas.text(sign(index), x: x, y: y, .middle, isRaised: true)
      }
    }
  }

  /// The targets that lie within the periods.
  private var targets: [LineChart.Target] {
    chart.targets.filter { chart.periods.indices.contains($0.position) && $0.value.isFinite }
  }

  /// Returns the number of a target in a ring.
  private func sign(_ index: Int) -> String {
    Unicode.Scalar(0x2460 + UInt32(index)).map { index < 20 ? String($0) : "" } ?? ""
  }

  private func targetEntries(_ language: Language) -> [Legend.Entry] {
    targets.enumerated().map { index, target in
      let number = targets.count > 1 ? sign(index) + " " : ""
      let words = "\(PictureWording.target[language]) \(target.name[language]) (\(chart.periods[target.position]))"
      return .init(sign: .level, name: number + words)
    }
  }
}
