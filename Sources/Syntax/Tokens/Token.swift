/// The kinds of token.
package enum TokenKind: Hashable, Sendable {
  case name
  case quoted
  case text
  case number
  case period
  case unit
  case keyword(Keyword)
  case symbol(Symbol)
  /// Bytes that no token begins with; they have been reported.
  case invalid
  /// The end of the text, which owns the blanks and comments before it.
  case end
}

/// A token's place; the blanks and comments between the token before and this one belong to this one.
package struct Token: Hashable, Sendable {
  /// What the token is.
  package let kind: TokenKind
  /// Whether it is the first token of its line.
  package let beginsLine: Bool
  /// The offset of its first byte.
  package let start: Int32
  /// The offset after its last byte.
  package let end: Int32
}

/// The tokens that are made of punctuation, by their ASCII spelling.
package enum Symbol: String, CaseIterable, Sendable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case dot = "."
  case dotDot = ".."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case slash = "/"
  case caret = "^"
  case questions = "??"
  case equal = "="
  case doubleEqual = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case approximately = "≈"
  case plusEqual = "+="
  case timesEqual = "*="
}
