import Source

extension Lexer {
  /// Reads a text or a quoted name if `glyph`, at which the lexer stands, opens one.
  mutating func lexQuotes(_ glyph: Glyph) -> TokenKind? {
    switch Quote(glyph) {
    case .text: lexText(.text)
    case .wideText: lexText(.wideText)
    case .name, .wideName: lexQuotedName(glyph)
    case nil: nil
    }
  }

  private mutating func lexQuotedName(_ opening: Glyph) -> TokenKind {
    let start = position
    let isWide = !opening.is("'")
    var offset = start + opening.length
    while offset < end, source.bytes[offset] != 0x0A {
      let scalar = Glyph.rawScalar(source.bytes, at: offset, before: end)
      if isWide ? scalar.code == 0x2018 || scalar.code == 0x2019 : scalar.code == 0x27 {
        position = offset + scalar.length
        if source.bytes[start..<position].allSatisfy({ $0 <= 0x27 || $0 >= 0x80 }), foldedName(start..<position).isEmpty
        {
          report(.emptyName, Phrase("the name between the quotes is empty", "引号中的名称为空"), at: start..<position)
        }
        return .quoted
      }
      if scalar.code == Glyph.broken { reportBroken(offset..<offset + 1) }
      offset += scalar.length
    }
    position = offset
    if offset > start, source.bytes[offset - 1] == 0x0D { position -= 1 }
    report(
      .unterminatedText, Phrase("the quoted name does not end on its line", "带引号的名称未在本行结束"),
      at: start..<position, help: [Phrase("add a closing quote", "补上右引号")])
    return .invalid
  }

  private func foldedName(_ range: Range<Int>) -> String { quotedNameText(source.bytes[range]) }

  private mutating func lexText(_ quote: Quote) -> TokenKind {
    let start = position
    let opening = glyph(at: start).length
    var scanner = TextScanner(bytes: source.bytes, quote: quote, end: end, position: start + opening)
    while true {
      switch scanner.next() {
      case .characters(let range):
        guard endsTextsBeforeStatements, source.bytes[range.upperBound - 1] == 0x0A,
          beginsStatement(at: range.upperBound)
        else { continue }
        position = range.upperBound - 1
        reportUnterminated(start..<start + opening)
        return .text
      case .escape: continue
      case .hole(let range): checkHole(range)
      case .invalidEscape(let range): reportEscape(range)
      case .broken(let range): reportBroken(range)
      case .strayBrace(let range), .openHole(let range): reportBrace(range)
      case .close:
        position = scanner.position
        return .text
      case .end:
        position = end
        result.endsInText = true
        reportUnterminated(start..<start + opening)
        return .text
      }
    }
  }

  private func beginsStatement(at lineStart: Int) -> Bool {
    var offset = lineStart
    while glyph(at: offset).isBlank { offset += glyph(at: offset).length }
    return keyword(at: offset)?.keyword.beginsStatement ?? false
  }

  private mutating func checkHole(_ range: Range<Int>) {
    for offset in range {
      let glyph = glyph(at: offset)
      guard glyph.is("\"") || glyph.code == 0x201C || glyph.code == 0x201D else { continue }
      report(
        .invalidHole, Phrase("a text cannot stand inside the braces of a text", "文本的花括号内不能再有文本"),
        at: offset..<offset + glyph.length,
        help: [Phrase("give the text's value a name with alias and put the name here", "先用别名命名，再在此处写名称")])
      return
    }
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    guard text.allSatisfy(\.isWhitespace) else { return }
    report(
      .invalidHole, Phrase("the braces are empty", "花括号内为空"), at: range.lowerBound - 1..<range.upperBound + 1,
      help: [Phrase("write \\{ and \\} for braces that are printed", "要输出花括号，请写 \\{ 和 \\}")])
  }

  private mutating func reportUnterminated(_ range: Range<Int>) {
    report(
      .unterminatedText, Phrase("the text that begins here does not end", "从此处开始的文本没有结束"), at: range,
      help: [Phrase("add a closing quote", "补上右引号")])
  }

  private mutating func reportEscape(_ range: Range<Int>) {
    report(
      .invalidEscape, Phrase("a backslash stands before a character that needs none", "反斜杠后不是可转义的字符"),
      at: range,
      help: [Phrase("write \\\\ for a backslash", "要输出反斜杠，请写 \\\\")],
      fixIts: [.init(SourceRange(source.id, range.lowerBound, range.upperBound), "\\\\")])
  }

  private mutating func reportBrace(_ range: Range<Int>) {
    let brace = source.bytes[range.lowerBound] == 0x7B ? "{" : "}"
    report(
      .invalidHole, Phrase("the brace `\(brace)` has no partner", "花括号 `\(brace)` 不成对"), at: range,
      help: [Phrase("write \\\(brace) for a brace that is printed", "要输出花括号，请写 \\\(brace)")],
      fixIts: [.init(SourceRange(source.id, range.lowerBound, range.upperBound), "\\\(brace)")])
  }

  private mutating func reportBroken(_ range: Range<Int>) {
    report(.unexpectedCharacter, Phrase("these bytes are not UTF-8", "这些字节不是有效的 UTF-8"), at: range)
  }
}

/// Returns the name that `bytes` quote, as the names of a sheet are read: quotes removed, full-width twins folded, outer
/// blanks cut; 、 is part of a name there.
func quotedNameText(_ bytes: ArraySlice<UInt8>) -> String { bytes.withUnsafeBufferPointer { quotedNameText($0) } }

/// Returns the name that `bytes` quote, as `quotedNameText` of an array does.
func quotedNameText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  if let inner = bytes.plainlyQuoted { return String(decoding: inner, as: UTF8.self) }
  var scalars = String.UnicodeScalarView()
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x3001, 0x2212: scalars.append(scalar)
    case 0x00A0: scalars.append(" ")
    default: scalars.append(Unicode.Scalar(Glyph.twin(of: scalar.value)) ?? scalar)
    }
  }
  var inner = scalars[...]
  if let first = inner.first, isNameQuote(first) { inner = inner.dropFirst() }
  if let last = inner.last, isNameQuote(last) { inner = inner.dropLast() }
  while let first = inner.first, first.properties.isWhitespace { inner = inner.dropFirst() }
  while let last = inner.last, last.properties.isWhitespace { inner = inner.dropLast() }
  return String(inner)
}

private func isNameQuote(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "'" || scalar == "\u{2018}" || scalar == "\u{2019}"
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes between two ASCII quotes, where all of them are read as they stand; nil where one is folded or cut.
  var plainlyQuoted: UnsafeBufferPointer<UInt8>? {
    guard count > 2, first == 0x27, last == 0x27 else { return nil }
    let inner = UnsafeBufferPointer(rebasing: self[1..<count - 1])
    guard let start = inner.first, let end = inner.last, start > 0x20, end > 0x20, start != 0x27, end != 0x27 else {
      return nil
    }
    // The leading bytes of what is folded and of blanks: U+0080 to U+00FF, U+1000 to U+3FFF, U+F000 to U+FFFF.
    return inner.allSatisfy { $0 < 0xC2 || $0 > 0xC3 && $0 < 0xE1 || $0 > 0xE3 && $0 < 0xEF || $0 > 0xEF } ? inner : nil
  }
}
