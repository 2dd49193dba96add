import Source

extension MarkupWriter {
  /// Writes a small line of `values`, which `text` is for those who do not see it.
  mutating func write(sparkline values: [Double?], text: String, _ language: Language) {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    guard let least = known.min(), let greatest = known.max() else { return }
    let (width, height, margin) = (100.0, 20.0, 5.0)
    let step = (width - 2 * margin) / Double(max(1, values.count - 1))
    func point(_ position: Int, _ value: Double) -> (x: Double, y: Double) {
      // Halves keep the span from overflowing.
      let span = greatest / 2 - least / 2
      let share = span > 0 ? (value / 2 - least / 2) / span : 0.5
      return (margin + step * Double(position), height - margin - (height - 2 * margin) * share)
    }
    var canvas = Canvas(width: width, language: language)
    var stretch: [(x: Double, y: Double)] = []
    for position in 0...values.count {
      if position < values.count, let value = values[position], value.isFinite {
        stretch.append(point(position, value))
      } else {
        canvas.path(stretch, class: "line \(PageColour.series1.rawValue)")
        stretch = []
      }
    }
    if let last = values.lastIndex(where: { $0?.isFinite ?? false }), let value = values[last] {
      let end = point(last, value)
      canvas.mark(SeriesStyle(0), x: end.x, y: end.y)
    }
    element("svg", [("class", "spark"), ("viewBox", "0 0 100 20"), ("role", "img"), ("aria-label", text)]) {
      $0.write(raw: canvas.writer.text)
    }
  }
}
