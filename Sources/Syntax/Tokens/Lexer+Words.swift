import Source

extension Lexer {
  /// A word that has been read: where it ends and the hash of its folded bytes.
  struct Word {
    let end: Int
    let hash: WordHash
  }

  /// Returns the word that begins at `start`.
  func word(at start: Int) -> Word {
    var offset = start
    var hash = WordHash()
    while true {
      if offset < end, source.bytes[offset].continuesName {
        hash.add(source.bytes[offset])
        offset += 1
        continue
      }
      let glyph = glyph(at: offset)
      guard glyph.continuesName else { return Word(end: offset, hash: hash) }
      if glyph.code < 0x80 {
        hash.add(UInt8(glyph.code))
      } else {
        for byte in source.bytes[offset..<offset + glyph.length] { hash.add(byte) }
      }
      offset += glyph.length
    }
  }

  /// Returns the keyword at `start`, and where it ends.
  func keyword(at start: Int) -> (keyword: Keyword, end: Int)? { keyword(word(at: start), at: start) }

  /// Returns the keyword that is or begins with the word `first` at `start`, and where it ends.
  func keyword(_ first: Word, at start: Int) -> (keyword: Keyword, end: Int)? {
    guard let known = keywords.position(of: first.hash) else { return nil }
    if keywords.mayBeginPair(known) {
      var offset = first.end
      while glyph(at: offset).isBlank, !glyph(at: offset).is("\n") { offset += glyph(at: offset).length }
      let second = word(at: offset)
      if offset > first.end, let candidate = keywords.pair(known, second.hash),
        keywords.spells(candidate, source.bytes, offset..<second.end)
      {
        return (candidate.keyword, second.end)
      }
    }
    guard let candidate = keywords.keyword(known), keywords.spells(candidate, source.bytes, start..<first.end) else {
      return nil
    }
    return (candidate.keyword, first.end)
  }

  /// Reads a keyword, a name or, `asUnit`, a unit.
  mutating func lexWord(asUnit: Bool) -> TokenKind {
    let first = word(at: position)
    if let (keyword, end) = keyword(first, at: position) {
      position = end
      return .keyword(keyword)
    }
    position = first.end
    guard asUnit else { return .name }
    while true {
      let joint = glyph(at: position)
      guard joint.is("/") || joint.is("*"), glyph(at: position + joint.length).beginsName else { return .unit }
      position = word(at: position + joint.length).end
    }
  }

  /// Reads bytes that begin no token, and reports them once.
  mutating func lexInvalid() -> TokenKind {
    let start = position
    let first = Glyph.rawScalar(source.bytes, at: start, before: end)
    repeat {
      position += max(glyph(at: position).length, 1)
    } while position < end && beginsNothing(at: position)
    let shown: String
    if first.code == Glyph.broken {
      shown = "0x" + hexadecimal(UInt32(source.bytes[start]), digits: 2)
    } else {
      shown = "U+" + hexadecimal(first.code, digits: 4)
    }
    let printable = Unicode.Scalar(first.code).map { !$0.properties.isWhitespace && $0.value > 0x9F } ?? false
    let ascii = first.code > 0x20 && first.code < 0x7F
    let text = printable || ascii ? "`\(Unicode.Scalar(first.code).map(String.init) ?? "")` (\(shown))" : shown
    report(
      .unexpectedCharacter,
      first.code == Glyph.broken
        ? Phrase("the byte \(shown) is not UTF-8", "字节 \(shown) 不是有效的 UTF-8")
        : Phrase("unexpected character \(text)", "意外的字符 \(text)"),
      at: start..<position)
    return .invalid
  }

  /// Returns whether no token and no blank begins at `offset`.
  private func beginsNothing(at offset: Int) -> Bool {
    let glyph = glyph(at: offset)
    if glyph.isDigit || glyph.beginsName || glyph.isBlank || glyph.is("#") || glyph.is("%") { return false }
    if glyph.code == 0x2030 || Quote(glyph) != nil { return false }
    return symbol(at: offset) == nil
  }
}

/// Returns `value` in hexadecimal with at least `digits` digits.
private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
