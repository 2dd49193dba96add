import Source

/// A rectangle of characters to draw on: shades below, then lines of dots, then marks.
struct PlotGrid {
  /// The width in columns of a terminal.
  let width: Int
  /// The height in lines.
  let height: Int
  private var shades: [Character?]
  private var dots: [UInt8]
  private var marks: [Character?]
  private var styles: [TerminalStyle?]

  /// Creates an empty rectangle of at least one character.
  init(width: Int, height: Int) {
    self.width = max(1, width)
    self.height = max(1, height)
    let count = self.width * self.height
    shades = Array(repeating: nil, count: count)
    dots = Array(repeating: 0, count: count)
    marks = Array(repeating: nil, count: count)
    styles = Array(repeating: nil, count: count)
  }

  /// Returns the place of a character; nil where it lies outside.
  private func place(_ column: Int, _ row: Int) -> Int? {
    (0..<width).contains(column) && (0..<height).contains(row) ? row * width + column : nil
  }

  /// Fills a character with `shade`, below all else.
  mutating func shade(_ column: Int, _ row: Int, _ shade: Character, _ style: TerminalStyle? = nil) {
    guard let place = place(column, row) else { return }
    shades[place] = shade
    if dots[place] == 0, marks[place] == nil { styles[place] = style }
  }

  /// Puts `mark` over whatever is there.
  mutating func mark(_ column: Int, _ row: Int, _ mark: Character, _ style: TerminalStyle? = nil) {
    guard let place = place(column, row) else { return }
    marks[place] = mark
    styles[place] = style
  }

  /// Puts `mark` where no other stands.
  mutating func markIfFree(_ column: Int, _ row: Int, _ mark: Character, _ style: TerminalStyle? = nil) {
    guard let place = place(column, row), marks[place] == nil else { return }
    self.mark(column, row, mark, style)
  }

  /// Sets the dot at `x`, two to a column, and `y`, four to a line, counted from the top left.
  mutating func dot(_ x: Int, _ y: Int, _ style: TerminalStyle?) {
    guard x >= 0, y >= 0, let place = place(x / 2, y / 4) else { return }
    dots[place] |= Self.bits[y % 4][x % 2]
    if marks[place] == nil { styles[place] = style }
  }

  /// Draws a line of dots; of a broken one every other pair is left out.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), isBroken: Bool, _ style: TerminalStyle?) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps where !isBroken || step % 4 < 2 {
      let share = Double(step) / Double(steps)
      dot(
        start.x + Int((Double(end.x - start.x) * share).rounded()),
        start.y + Int((Double(end.y - start.y) * share).rounded()), style)
    }
  }

  /// Returns the line of text at `row`.
  func text(_ row: Int, color: Bool) -> String {
    (0..<width).map { column -> String in
      let place = row * width + column
      let character: Character
      if let mark = marks[place] {
        character = mark
      } else if dots[place] != 0 {
        character = Self.braille(dots[place])
      } else {
        character = shades[place] ?? " "
      }
      guard let style = styles[place] else { return String(character) }
      return String(character).styled(style, color: color)
    }.joined()
  }

  private static func braille(_ bits: UInt8) -> Character {
    Unicode.Scalar(0x2800 + UInt32(bits)).map(Character.init) ?? " "
  }

  /// The bits of the dots of a braille character, line by line.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
