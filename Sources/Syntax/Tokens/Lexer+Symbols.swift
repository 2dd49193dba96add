extension Lexer {
  /// Reads the longest symbol.
  mutating func lexSymbol() -> Symbol? {
    guard let (symbol, end) = symbol(at: position) else { return nil }
    position = end
    return symbol
  }

  /// Returns the longest symbol at `offset`, and where it ends.
  func symbol(at offset: Int) -> (symbol: Symbol, end: Int)? {
    let first = glyph(at: offset)
    let next = offset + first.length
    let second = glyph(at: next)
    if let symbol = doubleSymbol(first, second) { return (symbol, next + second.length) }
    if let symbol = singleSymbol(first.code) { return (symbol, next) }
    return nil
  }

  private func doubleSymbol(_ first: Glyph, _ second: Glyph) -> Symbol? {
    if second.is("=") {
      switch first.code {
      case 0x3D: return .doubleEqual
      case 0x21: return .notEqual
      case 0x3C: return .lessOrEqual
      case 0x3E: return .greaterOrEqual
      case 0x7E: return .approximately
      case 0x2B: return .plusEqual
      case 0x2A: return .timesEqual
      default: return nil
      }
    }
    if first.is("."), second.is(".") { return .dotDot }
    if first.is("?"), second.is("?") { return .questions }
    return nil
  }

  private func singleSymbol(_ code: UInt32) -> Symbol? {
    switch code {
    case 0x28: .openParenthesis
    case 0x29: .closeParenthesis
    case 0x5B: .openBracket
    case 0x5D: .closeBracket
    case 0x7B: .openBrace
    case 0x7D: .closeBrace
    case 0x2C: .comma
    case 0x3B: .semicolon
    case 0x3A: .colon
    case 0x2E: .dot
    case 0x2B: .plus
    case 0x2D: .minus
    case 0x2A: .times
    case 0x2F: .slash
    case 0x5E: .caret
    case 0x3D: .equal
    case 0x3C: .less
    case 0x3E: .greater
    case 0x2260: .notEqual  // ≠
    case 0x2264: .lessOrEqual  // ≤
    case 0x2265: .greaterOrEqual  // ≥
    case 0x2248: .approximately  // ≈
    default: nil
    }
  }
}
