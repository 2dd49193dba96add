extension Lexer {
  /// Reads the next token if it is one of the many that are plain ASCII and end where they seem to; returns nil where one has
  /// to look closer, and then has read nothing.
  @inline(__always)
  mutating func lexPlain(asUnit: Bool) -> TokenKind? {
    guard position < end else { return nil }
    let byte = source.bytes[position]
    if byte.beginsName { return lexPlainWord(asUnit: asUnit) }
    if byte.isDigit { return lexPlainNumber() ? .number : nil }
    if byte == UInt8(ascii: "'") { return lexPlainQuotedName() ? .quoted : nil }
    return lexPlainSymbol(byte).map { .symbol($0) }
  }

  private mutating func lexPlainWord(asUnit: Bool) -> TokenKind? {
    let offset = endOfPlainWord()
    let next = byte(at: offset)
    if next >= 0x80 || asUnit && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*")) { return nil }
    if keywords.mayHold(offset - position, beginningWith: source.bytes[position]) {
      var hash = WordHash()
      for index in position..<offset { hash.add(source.bytes[index]) }
      if keywords.mayHold(hash), let (keyword, end) = keyword(Word(end: offset, hash: hash), at: position) {
        position = end
        return .keyword(keyword)
      }
    }
    position = offset
    return asUnit ? .unit : .name
  }

  /// Returns where the word that begins here stops being plain.
  @inline(__always)
  private func endOfPlainWord() -> Int {
    source.bytes.withUnsafeBufferPointer { bytes in
      var offset = position + 1
      let words = UnsafeRawBufferPointer(bytes)
      while offset + 8 <= end {
        let word = words.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let count = countOfNameCharacters(UInt64(littleEndian: word))
        offset += count
        if count < 8 { return offset }
      }
      while offset < end, bytes[offset].continuesName { offset += 1 }
      return offset
    }
  }

  /// Reads digits with or without a point among them, behind which nothing goes on.
  private mutating func lexPlainNumber() -> Bool {
    var offset = position + 1
    while offset < end, source.bytes[offset].isDigit { offset += 1 }
    if byte(at: offset) == UInt8(ascii: "."), byte(at: offset + 1).isDigit {
      offset += 2
      while offset < end, source.bytes[offset].isDigit { offset += 1 }
    }
    let next = byte(at: offset)
    guard next < 0x80, !next.continuesName, offset - position <= Self.shortNumber else { return false }
    position = offset
    return true
  }

  private mutating func lexPlainQuotedName() -> Bool {
    var offset = position + 1
    var holdsText = false
    while offset < end {
      let byte = source.bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "'") {
        if holdsText { position = offset }
        return holdsText
      }
      if byte == 0x0A || byte >= 0x80 { return false }
      if byte > UInt8(ascii: "'") { holdsText = true }
    }
    return false
  }

  private mutating func lexPlainSymbol(_ byte: UInt8) -> Symbol? {
    let next = self.byte(at: position + 1)
    if next >= 0x80 { return nil }
    let isBeforeEqual = next == UInt8(ascii: "=")
    let symbol: Symbol
    switch byte {
    case UInt8(ascii: "("): symbol = .openParenthesis
    case UInt8(ascii: ")"): symbol = .closeParenthesis
    case UInt8(ascii: "["): symbol = .openBracket
    case UInt8(ascii: "]"): symbol = .closeBracket
    case UInt8(ascii: "{"): symbol = .openBrace
    case UInt8(ascii: "}"): symbol = .closeBrace
    case UInt8(ascii: ","): symbol = .comma
    case UInt8(ascii: ":"): symbol = .colon
    case UInt8(ascii: "-"): symbol = .minus
    case UInt8(ascii: "/"): symbol = .slash
    case UInt8(ascii: "="): symbol = isBeforeEqual ? .doubleEqual : .equal
    case UInt8(ascii: "<"): symbol = isBeforeEqual ? .lessOrEqual : .less
    case UInt8(ascii: ">"): symbol = isBeforeEqual ? .greaterOrEqual : .greater
    case UInt8(ascii: ".") where next != UInt8(ascii: "."): symbol = .dot
    case UInt8(ascii: "+") where !isBeforeEqual: symbol = .plus
    case UInt8(ascii: "*") where !isBeforeEqual: symbol = .times
    default: return nil
    }
    position += isBeforeEqual && symbol.endsWithEqual ? 2 : 1
    return symbol
  }

  /// Returns the byte at `offset`, a line break behind the end.
  private func byte(at offset: Int) -> UInt8 { offset < end ? source.bytes[offset] : 0x0A }
}

extension Symbol {
  /// Whether the symbol is one of two characters of which the second is `=`.
  fileprivate var endsWithEqual: Bool { self == .doubleEqual || self == .lessOrEqual || self == .greaterOrEqual }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is an ASCII character that a name may begin with.
  var beginsName: Bool {
    let letter = self | 0x20
    return letter >= 0x61 && letter <= 0x7A || self == 0x5F
  }

  /// Whether the byte is an ASCII character that a name may go on with.
  var continuesName: Bool {
    // A bit for each of the characters from U+0040 on, and one for each of those below.
    if self >= 0x40 { return self < 0x80 && 0x07FF_FFFE_87FF_FFFE as UInt64 &>> UInt64(self & 0x3F) & 1 == 1 }
    return isDigit
  }
}

/// Returns how many of the eight bytes of `word`, from the lowest on, are ASCII characters that a name may go on with.
func countOfNameCharacters(_ word: UInt64) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // Adding to seven bits what is missing from a character to 0x80 sets the eighth bit of those from the character on.
  let low = word & (ones &* 0x7F)
  let lowercase = low | (ones &* 0x20)
  let isLetter = (lowercase &+ ones &* (0x80 - 0x61)) & ~(lowercase &+ ones &* (0x80 - 0x7B))
  let isDigit = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
  let isUnderscore = ~((low ^ (ones &* 0x5F)) &+ ones &* 0x7F)
  let isOther = ~(isLetter | isDigit | isUnderscore) | word
  return (isOther & (ones &* 0x80)).trailingZeroBitCount / 8
}
