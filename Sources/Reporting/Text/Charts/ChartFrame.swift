import Source

/// A drawn rectangle with its axes: labels of values on the left, those of places below.
struct ChartFrame {
  /// The ticks of the axis of values.
  let ticks: AxisTicks
  /// The labels of the ticks.
  private let labels: [String]
  /// The width of the labels.
  let labelWidth: Int
  /// How many lines lie between two ticks.
  private let spacing: Int

  /// Creates a frame for `ticks`, about `height` lines high.
  init(_ ticks: AxisTicks, _ language: Language, height: Int = 13) {
    self.ticks = ticks
    labels = ticks.ticks.map { $0.label[language] }
    labelWidth = labels.map(\.displayWidth).max() ?? 0
    spacing = max(1, Int((Double(height - 1) / Double(ticks.ticks.count - 1)).rounded()))
  }

  /// The height of the rectangle in lines; each tick stands in the middle of one.
  var height: Int { spacing * (ticks.ticks.count - 1) + 1 }

  /// Returns the line on which `value` stands, counted from the top.
  func row(_ value: Double) -> Int {
    Int(((1 - ticks.position(of: value)) * Double(height - 1)).rounded())
  }

  /// Returns the dot on which `value` stands, four to a line, counted from the top.
  func dot(_ value: Double) -> Int {
    Int(((1 - ticks.position(of: value)) * Double(height - 1) + 0.5) * 4)
  }

  /// Returns `grid` with the axis of values to its left, and below the axis of places, with marks at `columns`.
  func lines(_ grid: PlotGrid, columns: [Int], color: Bool) -> [String] {
    var result = (0..<height).map { row -> String in
      let isTick = row % spacing == 0
      let label = isTick ? labels[labels.count - 1 - row / spacing] : ""
      let axis = label.padded(to: labelWidth, atStart: true) + (isTick ? " ┤" : " │")
      return axis.styled(.dim, color: color) + grid.text(row, color: color)
    }
    let marked = Set(columns)
    let base = (0..<grid.width).map { marked.contains($0) ? "┬" : "─" }.joined()
    result.append((String(repeating: " ", count: labelWidth) + " └" + base).styled(.dim, color: color))
    return result
  }

  /// How many columns stand before the rectangle.
  var margin: Int { labelWidth + 2 }
}
