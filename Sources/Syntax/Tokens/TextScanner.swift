/// The quotes that open a text or a name.
enum Quote {
  /// `"`, which ends at the next `"`.
  case text
  /// “ or ”, which end at the next of the two.
  case wideText
  /// `'`.
  case name
  /// ‘ or ’.
  case wideName

  /// Creates the quote that `glyph` is.
  init?(_ glyph: Glyph) {
    switch glyph.code {
    case 0x22: self = .text
    case 0x201C, 0x201D: self = .wideText
    case 0x27: self = .name
    case 0x2018, 0x2019: self = .wideName
    default: return nil
    }
  }
}

/// Reads the inside of a text stretch by stretch; the lexer looks for its end, lowering for its pieces.
struct TextScanner {
  /// A stretch of a text.
  enum Stretch {
    /// Characters that stand for themselves.
    case characters(Range<Int>)
    /// An escape and what it stands for.
    case escape(Unicode.Scalar, Range<Int>)
    /// The inside of a pair of braces.
    case hole(Range<Int>)
    /// A backslash before something that needs none.
    case invalidEscape(Range<Int>)
    /// Bytes that are not UTF-8.
    case broken(Range<Int>)
    /// A closing brace without an opening one.
    case strayBrace(Range<Int>)
    /// An opening brace without a closing one.
    case openHole(Range<Int>)
    /// The closing quote.
    case close
    /// The end of the bytes.
    case end
  }

  /// The bytes of the whole text.
  let bytes: [UInt8]
  /// The quote that has opened the text.
  let quote: Quote
  /// How far the scanner may read.
  let end: Int
  /// The offset of the byte that is read next.
  var position: Int

  /// Reads the next stretch.
  mutating func next() -> Stretch {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == 0x5C || byte == 0x7B || byte == 0x7D || closes(at: position) { break }
      if byte < 0x80 {
        position += 1
        if byte == 0x0A { break }
        continue
      }
      let scalar = Glyph.rawScalar(bytes, at: position, before: end)
      if scalar.code == Glyph.broken {
        if position > start { break }
        return broken()
      }
      position += scalar.length
    }
    if position > start { return .characters(start..<position) }
    guard position < end else { return .end }
    switch bytes[position] {
    case 0x5C: return escape()
    case 0x7B: return hole()
    case 0x7D:
      position += 1
      return .strayBrace(start..<position)
    default:
      position += quote == .text ? 1 : 3
      return .close
    }
  }

  /// Returns whether the closing quote stands at `offset`.
  private func closes(at offset: Int) -> Bool {
    quote == .text ? bytes[offset] == 0x22 : wideQuote(at: offset)
  }

  private func wideQuote(at offset: Int) -> Bool {
    offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0x9C || bytes[offset + 2] == 0x9D)
  }

  private mutating func broken() -> Stretch {
    let start = position
    while position < end, bytes[position] >= 0x80,
      Glyph.rawScalar(bytes, at: position, before: end).code == Glyph.broken
    {
      position += 1
    }
    return .broken(start..<position)
  }

  private mutating func escape() -> Stretch {
    let start = position
    guard start + 1 < end else {
      position = end
      return .invalidEscape(start..<end)
    }
    let scalar = Glyph.rawScalar(bytes, at: start + 1, before: end)
    position = start + 1 + scalar.length
    switch scalar.code {
    case 0x6E: return .escape("\n", start..<position)
    case 0x22, 0x201C, 0x201D, 0x5C, 0x7B, 0x7D:
      return .escape(Unicode.Scalar(scalar.code) ?? "\\", start..<position)
    default:
      position = start + 1
      return .invalidEscape(start..<position)
    }
  }

  /// Reads a hole; one with a quote in it ends at a brace on the same line, or else is open.
  private mutating func hole() -> Stretch {
    let start = position
    var offset = start + 1
    var hasQuote = false
    while offset < end, bytes[offset] != 0x7D {
      if bytes[offset] == 0x7B || hasQuote && bytes[offset] == 0x0A { break }
      if bytes[offset] == 0x22 || wideQuote(at: offset) { hasQuote = true }
      offset += 1
    }
    guard offset < end, bytes[offset] == 0x7D else {
      position = start + 1
      return .openHole(start..<position)
    }
    position = offset + 1
    return .hole(start + 1..<offset)
  }
}
