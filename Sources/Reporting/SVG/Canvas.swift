import Source

/// Draws shapes and words in units of a pixel, within a width.
struct Canvas {
  /// The edge of a word at which its place is given.
  enum Anchor: String {
    case start, middle, end
  }

  /// How many pixels a wide letter takes, as those of Chinese are.
  private static let wideLetter = 13.1
  /// How many pixels any other takes, as digits do; few Latin letters are wider.
  private static let letter = 7.3
  /// How far the lines of text stand apart.
  static let lineHeight = 17.0

  let width: Double
  let language: Language
  private(set) var writer = MarkupWriter()

  init(width: Double, language: Language) {
    self.width = width
    self.language = language
  }

  /// Whether the picture is for a phone.
  var isNarrow: Bool { width < 500 }

  /// Returns how wide `text` is drawn, at most.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    let columns = scalar.displayWidth
    // A digit in a ring is as wide as a letter of Chinese, whatever a terminal makes of it.
    return columns == 2 || (0x2190...0x27BF).contains(scalar.value) ? wideLetter : letter * Double(columns)
  }

  /// Returns `text`, cut where it is wider than `width`; the table of the chart has it in full.
  static func fitted(_ text: String, _ width: Double) -> String {
    guard Self.width(of: text) > width else { return text }
    var room = width - wideLetter
    var result = ""
    for scalar in text.printable.unicodeScalars {
      room -= Self.width(of: scalar)
      if room < 0 { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }

  /// Writes `text` on the line at `y`, its middle there; one that is `raised` covers the lines behind it.
  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, class name: String? = nil, isRaised: Bool = false
  ) {
    guard !text.isEmpty else { return }
    if isRaised {
      let width = Self.width(of: text)
      let left = anchor == .start ? x : anchor == .end ? x - width : x - width / 2
      box(x1: max(0, left - 1), y1: y - 6.5, x2: left + width + 1, y2: y + 6.5, class: "ground")
    }
    writer.element(
      "text",
      [
        ("x", number(x)), ("y", number(y + 4.5)), ("text-anchor", anchor == .start ? nil : anchor.rawValue),
        ("class", name),
      ], text: text)
    writer.newline()
  }

  /// Draws a line.
  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, class name: String) {
    writer.void(
      "line",
      [("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2)), ("class", name)])
    writer.newline()
  }

  /// Draws a box between two corners.
  mutating func box(x1: Double, y1: Double, x2: Double, y2: Double, class name: String, opacity: String? = nil) {
    writer.void(
      "rect",
      [
        ("x", number(min(x1, x2))), ("y", number(min(y1, y2))), ("width", number(abs(x2 - x1))),
        ("height", number(abs(y2 - y1))), ("class", name), ("fill-opacity", opacity),
      ])
    writer.newline()
  }

  /// Draws a path through `points`, dashed as `dashes` says; closed, it is an area.
  mutating func path(
    _ points: [(x: Double, y: Double)], class name: String, dashes: String? = nil, isClosed: Bool = false,
    opacity: String? = nil
  ) {
    guard points.count > 1 else { return }
    let steps = points.enumerated().map { ($0 == 0 ? "M" : "L") + number($1.x) + " " + number($1.y) }
    writer.void(
      "path",
      [
        ("d", steps.joined() + (isClosed ? "Z" : "")), ("class", name), ("stroke-dasharray", dashes),
        ("fill-opacity", opacity),
      ])
    writer.newline()
  }

  /// Draws the shape of a series around a point.
  mutating func mark(_ style: SeriesStyle, x: Double, y: Double) {
    writer.void("path", [("d", style.outline(x, y)), ("class", style.colour + (style.isHollow ? " hollow" : ""))])
    writer.newline()
  }
}

/// Returns a place on a canvas in digits, a tenth of a pixel exact.
func number(_ value: Double) -> String {
  let tenths = value.isFinite ? (min(max(value, -1e6), 1e6) * 10).rounded() : 0
  let whole = Int(tenths)
  let text = "\(abs(whole) / 10)" + (whole % 10 == 0 ? "" : ".\(abs(whole) % 10)")
  return whole < 0 ? "-" + text : text
}
