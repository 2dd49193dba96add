/// The part of a line that is shown around a place, and the column at which each of its scalars stands.
///
/// Tabs become blanks up to the next multiple of 4, control characters become escapes, and `…` stands where the line is cut.
/// The cost depends on what is shown, not on the length of the line.
struct LineWindow {
  /// The most columns that are shown of a line.
  static let width = 120
  private static let tabWidth = 4
  private static let scalarsBefore = 24

  /// What is shown.
  private(set) var text: String
  /// The offsets shown.
  private(set) var shown: Range<Int>
  private var stops: [(offset: Int, column: Int)] = []

  /// Lays out the part of `line` that shows `focus`: from the start of the line where that fits, else from a little before.
  init(of bytes: [UInt8], line: Range<Int>, focus: Range<Int>) {
    self.init(of: bytes, line: line, from: line.lowerBound)
    if shown.upperBound < min(focus.upperBound, line.upperBound) {
      let start = Self.backedUp(from: min(focus.lowerBound, line.upperBound), in: bytes, to: line.lowerBound)
      if start > line.lowerBound { self.init(of: bytes, line: line, from: start) }
    }
  }

  private init(of bytes: [UInt8], line: Range<Int>, from start: Int) {
    text = start > line.lowerBound ? "…" : ""
    var counter = DisplayWidthCounter()
    if start > line.lowerBound { counter.add("…") }
    var offset = start
    while offset < line.upperBound {
      let (scalar, length) = bytes.scalar(at: offset, before: line.upperBound)
      var next = counter
      let piece: String
      if scalar == "\t" {
        piece = String(repeating: " ", count: Self.tabWidth - counter.columns % Self.tabWidth)
      } else {
        piece = scalar.escape ?? String(Character(scalar))
      }
      for part in piece.unicodeScalars { next.add(part) }
      if next.columns > Self.width || stops.count >= 4 * Self.width { break }
      stops.append((offset, counter.columns))
      text.unicodeScalars.append(contentsOf: piece.unicodeScalars)
      counter = next
      offset += length
    }
    stops.append((offset, counter.columns))
    shown = start..<offset
    if offset < line.upperBound { text += "…" }
  }

  /// Returns the column, counted from 0, at which the scalar at `offset` begins, or the nearest column that is shown.
  func column(at offset: Int) -> Int {
    var low = 0
    var high = stops.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stops[middle].offset <= offset { low = middle } else { high = middle }
    }
    return stops[low].column
  }

  private static func backedUp(from offset: Int, in bytes: [UInt8], to limit: Int) -> Int {
    var result = offset
    for _ in 0..<scalarsBefore where result > limit {
      result -= 1
      while result > limit, bytes[result] & 0xC0 == 0x80, offset - result < 4 * scalarsBefore { result -= 1 }
    }
    return result
  }
}

extension [UInt8] {
  /// Returns the scalar at `offset` and how many bytes it takes; the replacement character where the bytes are no UTF-8.
  func scalar(at offset: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = self[offset..<Swift.min(offset + 4, end)].makeIterator()
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
    case .error(let length): return ("\u{FFFD}", Swift.max(1, length))
    case .emptyInput: return ("\u{FFFD}", 1)
    }
  }
}
