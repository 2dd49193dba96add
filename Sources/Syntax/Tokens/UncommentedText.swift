import Source

/// Returns the bytes of the tokens of `source`, a line each: the script without its comments; only those that stand before
/// `end`, where one is given.
package func uncommentedText(_ source: SourceText, before end: Int? = nil) -> [UInt8] {
  var text: [UInt8] = []
  let lexed = end.map { Lexer.lex(source, in: 0..<$0) } ?? Lexer.lex(source)
  for token in lexed.tokens {
    text += source.bytes[Int(token.start)..<Int(token.end)]
    text.append(0x0A)
  }
  return text
}
