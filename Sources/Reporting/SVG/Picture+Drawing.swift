import Source

extension Chart.Picture {
  /// Returns the picture as shapes on a canvas of `width`, and how high it is.
  func drawing(width: Double, _ language: Language) -> (markup: String, height: Double) {
    var canvas = Canvas(width: width, language: language)
    let height =
      switch self {
      case .lines(let chart): LineDrawing(chart).draw(on: &canvas)
      case .columns(let chart): ColumnDrawing(chart).draw(on: &canvas)
      case .bullets(let chart): BulletDrawing(chart).draw(on: &canvas)
      case .tornado(let chart): TornadoDrawing(chart).draw(on: &canvas)
      case .slopes(let chart): SlopeDrawing(chart).draw(on: &canvas)
      }
    return (canvas.writer.text, height)
  }
}

extension Canvas {
  /// Writes the unit of an axis above it, and returns where it ends.
  mutating func unit(_ unit: String, y: Double) -> Double {
    guard !unit.isEmpty else { return y }
    text(unit, x: 0, y: y + Self.lineHeight / 2, class: "quiet")
    return y + Self.lineHeight + 4
  }
}
