import Source

/// The part of a chart between its axes.
struct PlotArea {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  let ticks: AxisTicks

  /// Returns how high `value` stands.
  func y(_ value: Double) -> Double {
    bottom - (bottom - top) * ticks.position(of: value)
  }

  /// Returns how far right `value` stands.
  func x(_ value: Double) -> Double {
    left + (right - left) * ticks.position(of: value)
  }

  /// Draws a line for each tick from left to right, with its number at the left.
  func drawLevels(on canvas: inout Canvas) {
    for tick in ticks.ticks {
      let y = y(tick.value)
      canvas.line(x1: left, y1: y, x2: right, y2: y, class: tick.value == 0 ? "axis" : "grid")
      canvas.text(tick.label[canvas.language], x: left - 8, y: y, .end, class: "quiet")
    }
  }

  /// Draws a line for each tick from top to bottom, with its number below.
  func drawColumns(on canvas: inout Canvas) {
    let widest = ticks.ticks.map { Canvas.width(of: $0.label[canvas.language]) }.max() ?? 0
    let room = (right - left) / Double(max(1, ticks.ticks.count - 1))
    let step = max(1, Int((widest + 6) / max(room, 1)) + 1)
    for (index, tick) in ticks.ticks.enumerated() {
      let x = x(tick.value)
      canvas.line(x1: x, y1: top, x2: x, y2: bottom, class: tick.value == 0 ? "axis" : "grid")
      if index % step == 0 {
        canvas.text(tick.label[canvas.language], x: x, y: bottom + 14, .middle, class: "quiet")
      }
    }
  }

  /// Returns the room that numbers at the left of `ticks` need.
  static func room(for ticks: AxisTicks, _ language: Language) -> Double {
    10 + (ticks.ticks.map { Canvas.width(of: $0.label[language]) }.max() ?? 0)
  }
}
