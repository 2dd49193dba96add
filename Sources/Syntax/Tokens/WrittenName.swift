import Source

/// A name as it stands in a script.
package struct WrittenName: Hashable, Sendable {
  /// The spelling that names compare by.
  package let text: String
  /// Where it stands.
  package let range: SourceRange
}

/// Calls `found` with every name that `source` writes, whatever it stands for, those in the braces of texts too, in order.
package func forEachWrittenName(in source: SourceText, _ found: (WrittenName) -> Void) {
  forEachWrittenName(of: Lexer.lex(source).tokens, in: source, found)
}

private func forEachWrittenName(of tokens: [Token], in source: SourceText, _ found: (WrittenName) -> Void) {
  for token in tokens {
    let bytes = source.bytes[Int(token.start)..<Int(token.end)]
    let range = SourceRange(source.id, Int(token.start), Int(token.end))
    switch token.kind {
    case .name, .keyword: found(WrittenName(text: foldedText(bytes), range: range))
    case .quoted: found(WrittenName(text: quotedNameText(bytes), range: range))
    case .text where bytes.contains(UInt8(ascii: "{")):
      for hole in holes(of: token, in: source) {
        forEachWrittenName(of: Lexer.lex(source, in: hole).tokens, in: source, found)
      }
    case .text, .number, .period, .unit, .symbol, .invalid, .end: break
    }
  }
}

/// Returns what stands between the braces of a text.
private func holes(of token: Token, in source: SourceText) -> [Range<Int>] {
  let opening = Glyph.read(source.bytes, at: Int(token.start), before: Int(token.end))
  var scanner = TextScanner(
    bytes: source.bytes, quote: Quote(opening) ?? .text, end: Int(token.end),
    position: Int(token.start) + opening.length)
  var holes: [Range<Int>] = []
  while true {
    switch scanner.next() {
    case .hole(let range): holes.append(range)
    case .close, .end: return holes
    case .characters, .escape, .invalidEscape, .broken, .strayBrace, .openHole: break
    }
  }
}
