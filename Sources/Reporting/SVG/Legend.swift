import Source

/// What the colours and shapes of a chart stand for, in rows above it.
struct Legend {
  /// One entry.
  struct Entry {
    /// How an entry is drawn.
    enum Sign {
      /// A shape on a piece of line.
      case line(SeriesStyle)
      /// A box.
      case box(String, opacity: String?)
      /// A thick upright line.
      case target
      /// A thick level line.
      case level
      /// A hollow diamond.
      case previous
    }

    let sign: Sign
    let name: String
  }

  private static let signWidth = 24.0
  private static let gap = 18.0

  /// The entries in order.
  var entries: [Entry]

  /// Draws the entries from `y` on, as many rows as they need, and returns where they end.
  func draw(on canvas: inout Canvas, y: Double) -> Double {
    guard !entries.isEmpty else { return y }
    var x = 0.0
    var line = y + Canvas.lineHeight / 2
    for entry in entries {
      let name = Canvas.fitted(entry.name, canvas.width - Self.signWidth)
      let width = Self.signWidth + Canvas.width(of: name)
      if x > 0, x + width > canvas.width {
        x = 0
        line += Canvas.lineHeight + 2
      }
      draw(entry.sign, on: &canvas, x: x, y: line)
      canvas.text(name, x: x + Self.signWidth, y: line)
      x += width + Self.gap
    }
    return line + Canvas.lineHeight / 2 + 8
  }

  private func draw(_ sign: Entry.Sign, on canvas: inout Canvas, x: Double, y: Double) {
    switch sign {
    case .line(let style):
      canvas.path([(x, y), (x + 18, y)], class: "line \(style.colour)", dashes: style.dashes)
      canvas.mark(style, x: x + 9, y: y)
    case .box(let name, let opacity):
      canvas.box(x1: x + 3, y1: y - 5.5, x2: x + 16, y2: y + 5.5, class: name, opacity: opacity)
    case .target: canvas.line(x1: x + 9, y1: y - 7, x2: x + 9, y2: y + 7, class: "target")
    case .level: canvas.line(x1: x, y1: y, x2: x + 18, y2: y, class: "target")
    case .previous: canvas.diamond(x: x + 9, y: y, class: "previous")
    }
  }
}

extension Canvas {
  /// Draws a diamond around a point.
  mutating func diamond(x: Double, y: Double, class name: String) {
    path([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], class: name, isClosed: true)
  }
}
