import Source

/// A name, or a text that may have names in its braces, as it stands in a script.
package struct WrittenName: Hashable, Sendable {
  /// The spelling that names compare by; of a text with braces all that is in it.
  package let text: String
  /// Where it stands.
  package let range: SourceRange
  /// Whether it is a text with braces.
  package let isText: Bool
}

/// Returns every name that `source` writes, whatever it stands for, and every text with braces, in order.
package func writtenNames(in source: SourceText) -> [WrittenName] {
  Lexer.lex(source).tokens.compactMap { token in
    let bytes = source.bytes[Int(token.start)..<Int(token.end)]
    let range = SourceRange(source.id, Int(token.start), Int(token.end))
    switch token.kind {
    case .name, .keyword: return WrittenName(text: foldedText(bytes), range: range, isText: false)
    case .quoted: return WrittenName(text: quotedNameText(bytes), range: range, isText: false)
    case .text where bytes.contains(UInt8(ascii: "{")):
      return WrittenName(text: foldedText(bytes), range: range, isText: true)
    case .text, .number, .period, .unit, .symbol, .invalid, .end: return nil
    }
  }
}
