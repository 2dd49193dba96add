import Source

/// Draws paths over time with characters.
struct LineChartText {
  let chart: LineChart
  let language: Language
  let color: Bool
  let width: Int

  /// Returns the lines of the picture; nil where there is no room for one.
  func lines() -> [String]? {
    let banded = chart.series.filter { !$0.bands.isEmpty }
    // Bands that overlap cannot be told apart, so each uncertain path has a panel of its own, on one scale.
    guard banded.count > 1 else { return panel(chart.series.indices.map { $0 }, isOnly: true) }
    var result: [String] = []
    for position in chart.series.indices {
      guard let panel = panel([position], isOnly: false) else { return nil }
      result += (result.isEmpty ? [] : [""]) + panel
    }
    return result
  }

  private var ticks: AxisTicks {
    let values = chart.series.flatMap { $0.values + $0.bands.flatMap { $0.low + $0.high } }.compactMap { $0 }
    return AxisTicks(covering: values + chart.targets.map(\.value), isFromZero: false, unit: chart.unit)
  }

  private func panel(_ positions: [Int], isOnly: Bool) -> [String]? {
    let frame = ChartFrame(ticks, language)
    let room = width - frame.margin
    guard room >= 16, !chart.periods.isEmpty else { return nil }
    var grid = PlotGrid(width: min(room, max(24, chart.periods.count * 12)), height: frame.height)
    let places = chart.periods.indices.map { place($0, grid.width) }
    for position in positions { draw(bands: chart.series[position], position, frame, places, &grid) }
    let boundaries = boundaries(positions, places)
    for boundary in boundaries {
      for row in 0..<grid.height { grid.shade(boundary, row, "┊", .dim) }
    }
    for position in positions { draw(path: position, frame, places, &grid) }
    for target in chart.targets {
      for column in -1...1 {
        let place = min(max(places[target.position], 1), grid.width - 2)
        grid.markIfFree(place + column, frame.row(target.value), "━", .bold)
      }
    }
    let labels = PeriodLabels(chart.periods, at: places, width: grid.width)
    let margin = String(repeating: " ", count: frame.margin)
    var result: [String] = []
    if !chart.unit.isEmpty {
      result += folded(chart.unit.printable, to: width).map { $0.styled(.dim, color: color) }
    }
    result += frame.lines(grid, columns: labels.columns, color: color)
    result.append(margin + labels.line)
    if !boundaries.isEmpty { result.append(margin + words(below: boundaries, grid.width)) }
    return result + legend(positions, isOnly: isOnly)
  }

  private func place(_ index: Int, _ width: Int) -> Int {
    chart.periods.count < 2 ? width / 2 : index * (width - 1) / (chart.periods.count - 1)
  }

  /// Returns the columns between what is observed and what is not, ascending.
  private func boundaries(_ positions: [Int], _ places: [Int]) -> [Int] {
    let starts = Set(positions.compactMap { chart.series[$0].projectedFrom })
    return starts.filter { $0 > 0 && $0 < places.count }.map { (places[$0 - 1] + places[$0]) / 2 }.sorted()
  }

  private func words(below boundaries: [Int], _ width: Int) -> String {
    let word = ChartWording.dataEnd[language]
    var line = ""
    for boundary in boundaries {
      let start = max(0, min(boundary - word.displayWidth / 2, width - word.displayWidth))
      if start > line.displayWidth || line.isEmpty { line = line.padded(to: start) + word }
    }
    return line.styled(.dim, color: color)
  }

  private func draw(path position: Int, _ frame: ChartFrame, _ places: [Int], _ grid: inout PlotGrid) {
    let path = chart.series[position]
    let mark = SeriesMark(position)
    var before: (x: Int, y: Int)?
    for (index, value) in path.values.enumerated() {
      guard let value, value.isFinite else {
        before = nil
        continue
      }
      let point = (x: places[index] * 2, y: frame.dot(value))
      let isProjected = path.projectedFrom.map { $0 <= index } ?? false
      if let before { grid.line(from: before, to: point, isBroken: isProjected && path.bands.isEmpty, mark.style) }
      grid.dot(point.x, point.y, mark.style)
      before = point
    }
    for index in marked(path, places) {
      if let value = path.values[index] { grid.mark(places[index], frame.row(value), mark.sign, mark.style) }
    }
  }

  /// Returns the positions at which a path has its sign: those that stand alone, the last, and others a few columns apart.
  private func marked(_ path: LineChart.Series, _ places: [Int]) -> [Int] {
    let known = path.values.indices.filter { path.values[$0]?.isFinite ?? false }
    var result: [Int] = []
    var left = Int.max
    for index in known.reversed() {
      let isAlone = !known.contains(index - 1) && !known.contains(index + 1)
      if isAlone || left == .max || left - places[index] >= 6 {
        result.append(index)
        left = places[index]
      }
    }
    return result
  }

  private func draw(
    bands path: LineChart.Series, _ position: Int, _ frame: ChartFrame, _ places: [Int], _ grid: inout PlotGrid
  ) {
    let shades: [Character] = ["░", "▒", "▓"]
    for (depth, band) in path.bands.enumerated() {
      for index in places.indices.dropFirst() {
        guard let low = band.low[index - 1], let high = band.high[index - 1], let nextLow = band.low[index],
          let nextHigh = band.high[index]
        else { continue }
        for column in places[index - 1]...max(places[index - 1], places[index]) {
          let span = Double(max(1, places[index] - places[index - 1]))
          let share = Double(column - places[index - 1]) / span
          let bottom = frame.row(low * (1 - share) + nextLow * share)
          let top = frame.row(high * (1 - share) + nextHigh * share)
          guard top < bottom || nextLow < nextHigh else { continue }
          for row in top...max(top, bottom) {
            grid.shade(column, row, shades[min(depth, shades.count - 1)], SeriesMark(position).style)
          }
        }
      }
    }
  }

  /// Returns a line for each path with its first and last value, then one for each target.
  private func legend(_ positions: [Int], isOnly: Bool) -> [String] {
    let labels = ValueLabels(for: chart.series.flatMap(\.values), unit: chart.unit)
    let names = positions.map { chart.series[$0].name[language].printable }
    let nameWidth = names.map(\.displayWidth).max() ?? 0
    var result = zip(positions, names).flatMap { position, name -> [String] in
      let mark = SeriesMark(position)
      let path = chart.series[position]
      let known = path.values.compactMap { $0 }.filter(\.isFinite)
      var ends = known.last.map(labels.text) ?? ChartWording.missing[language]
      if known.count > 1, let first = known.first { ends = labels.text(first) + " → " + ends }
      let sign = String(mark.sign).styled(mark.style ?? .bold, color: color)
      return wrapped(sign + " ", name, nameWidth, ends + (known.isEmpty ? "" : unitSuffix(chart.unit).printable))
    }
    if let bands = positions.lazy.map({ chart.series[$0].bands }).first(where: { !$0.isEmpty }) {
      result += [ChartWording.bands(bands.map(\.share))[language]].flatMap { wrapped("", $0, 0, "") }
    }
    for target in chart.targets {
      let number = ValueLabels(for: [target.value], unit: chart.unit).text(target.value)
      // A condition mostly says its number itself; a growth asked does not.
      let isSaid = target.name.english.contains(number)
      let text = ChartWording.target(
        target.name, chart.periods[target.position], isSaid ? "" : number + unitSuffix(chart.unit))[language].printable
      result += wrapped("━".styled(.bold, color: color) + " ", text, 0, "")
    }
    return result
  }

  /// Returns a line of the legend; two where name and values have no room beside each other.
  private func wrapped(_ sign: String, _ name: String, _ nameWidth: Int, _ values: String) -> [String] {
    let indent = "  "
    if values.isEmpty { return folded(name, to: width - 4).enumerated().map { indent + ($0 == 0 ? sign : "  ") + $1 } }
    if nameWidth + values.displayWidth + 6 <= width {
      return [indent + sign + name.padded(to: nameWidth) + "  " + values]
    }
    return folded(name, to: width - 4).enumerated().map { indent + ($0 == 0 ? sign : "  ") + $1 }
      + folded(values, to: width - 6).map { indent + "    " + $0 }
  }
}

/// Returns `text` in lines of at most `width` columns, broken between characters where it must be.
func folded(_ text: String, to width: Int) -> [String] {
  guard text.displayWidth > max(2, width) else { return [text] }
  var lines: [String] = []
  var line = ""
  for character in text {
    if (line + String(character)).displayWidth > max(2, width) {
      lines.append(line)
      line = ""
    }
    line.append(character)
  }
  return lines + [line]
}
