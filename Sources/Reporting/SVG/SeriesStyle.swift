/// How one of several series is told from the others: by colour, by shape and by dashes.
struct SeriesStyle {
  private let index: Int

  /// The style of the series at `index`.
  init(_ index: Int) {
    self.index = index
  }

  /// The class that gives the colour.
  var colour: String { PageColour.series[index % PageColour.series.count].rawValue }

  /// Whether the shape has no filling; those of the first colours have.
  var isHollow: Bool { index / PageColour.series.count % 2 == 1 }

  /// The dashes of the line; nil for a solid one.
  var dashes: String? { isHollow ? "7 3 2 3" : nil }

  /// Returns the outline of the shape around a point: a circle, a square, a triangle, a diamond, a triangle upside down.
  func outline(_ x: Double, _ y: Double) -> String {
    let (n, s) = (number, 4.0)
    switch index % PageColour.series.count {
    case 0:
      return "M\(n(x - s)) \(n(y))a\(n(s)) \(n(s)) 0 1 0 \(n(2 * s)) 0a\(n(s)) \(n(s)) 0 1 0 \(n(-2 * s)) 0Z"
    case 1: return "M\(n(x - 3.6)) \(n(y - 3.6))h7.2v7.2h-7.2Z"
    case 2: return "M\(n(x)) \(n(y - 4.8))L\(n(x + 4.8)) \(n(y + 3.8))L\(n(x - 4.8)) \(n(y + 3.8))Z"
    case 4: return "M\(n(x)) \(n(y + 4.8))L\(n(x + 4.8)) \(n(y - 3.8))L\(n(x - 4.8)) \(n(y - 3.8))Z"
    default: return "M\(n(x)) \(n(y - 5.2))L\(n(x + 5.2)) \(n(y))L\(n(x)) \(n(y + 5.2))L\(n(x - 5.2)) \(n(y))Z"
    }
  }
}
