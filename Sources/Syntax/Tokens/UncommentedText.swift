import Source

/// Returns the bytes of the tokens of `source`, a line each: the script without its comments.
package func uncommentedText(_ source: SourceText) -> [UInt8] {
  var text: [UInt8] = []
  for token in Lexer.lex(source).tokens {
    text += source.bytes[Int(token.start)..<Int(token.end)]
    text.append(0x0A)
  }
  return text
}
