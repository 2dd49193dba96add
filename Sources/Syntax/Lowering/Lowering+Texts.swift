import Source

extension Lowering {
  /// Returns the first text right below `node`.
  mutating func text(in node: Int?) -> TextSyntax? {
    guard let node, let index = token(.text, in: node) else { return nil }
    return text(ofToken: index, holes: true)
  }

  /// Returns the first text right below `node`; a hole in it is reported.
  mutating func plainText(in node: Int) -> TextSyntax? {
    token(.text, in: node).map { plainText(ofToken: $0) }
  }

  /// Returns the text at `index`; a hole in it is reported and left out.
  mutating func plainText(ofToken index: Int) -> TextSyntax { text(ofToken: index, holes: false) }

  /// Returns the text at `index`, escapes resolved and holes parsed.
  mutating func text(ofToken index: Int, holes: Bool) -> TextSyntax {
    let token = tree.tokens[index]
    let bytes = tree.source.bytes
    let opening = Glyph.read(bytes, at: Int(token.start), before: Int(token.end))
    var scanner = TextScanner(
      bytes: bytes, quote: Quote(opening) ?? .text, end: Int(token.end), position: Int(token.start) + opening.length)
    var pieces: [TextSyntax.Piece] = []
    var characters = ""
    scanning: while true {
      switch scanner.next() {
      case .characters(let range), .invalidEscape(let range), .strayBrace(let range), .openHole(let range),
        .broken(let range):
        characters += String(decoding: bytes[range], as: UTF8.self)
      case .escape(let scalar, _): characters.unicodeScalars.append(scalar)
      case .hole(let range):
        guard holes else {
          reportHole(range)
          continue
        }
        if !characters.isEmpty { pieces.append(.characters(characters)) }
        characters = ""
        pieces.append(hole(range))
      case .close, .end: break scanning
      }
    }
    if !characters.isEmpty || pieces.isEmpty { pieces.append(.characters(characters)) }
    return TextSyntax(pieces: pieces, range: tree.range(ofToken: index))
  }

  private mutating func reportHole(_ range: Range<Int>) {
    let site = SourceRange(tree.source.id, range.lowerBound - 1, range.upperBound + 1)
    diagnostics.append(
      Diagnostic(
        .error, .holeNotAllowed, Phrase("this text takes no expression in braces", "此处的文本不能含花括号表达式"),
        at: .script(site), help: [Phrase("write \\{ and \\} for braces that are printed", "要输出花括号，请写 \\{ 和 \\}")]))
  }

  /// Parses the inside of a hole: an expression and, behind a colon, a format.
  private mutating func hole(_ range: Range<Int>) -> TextSyntax.Piece {
    let bytes = tree.source.bytes
    let colon = formatColon(in: range)
    let expressionRange = range.lowerBound..<(colon?.lowerBound ?? range.upperBound)
    let format = colon.map { self.format(in: $0.upperBound..<range.upperBound) }
    let isReported =
      range.contains { bytes[$0] == 0x22 } || String(decoding: bytes[range], as: UTF8.self).allSatisfy(\.isWhitespace)
    let site = SourceRange(tree.source.id, range.lowerBound, range.upperBound)
    guard !isReported else { return .hole(ExpressionSyntax(.invalid, range: site), format: format) }
    let lexed = Lexer.lex(tree.source, in: expressionRange)
    var parser = Parser(tree.source, tokens: lexed.tokens)
    let holeTree = parser.parseHole()
    var lowering = Lowering(holeTree)
    let expression = lowering.expressionNodes(in: holeTree.root).first.map { lowering.expression($0) }
    diagnostics += lexed.diagnostics + parser.diagnostics + lowering.diagnostics
    return .hole(expression ?? ExpressionSyntax(.invalid, range: site), format: format)
  }

  /// Returns the words at `range`, which blanks part; a comma is a word of its own.
  private func format(in range: Range<Int>) -> FormatSyntax {
    let bytes = tree.source.bytes
    var words: [FormatSyntax.Word] = []
    var start = range.lowerBound
    func endWord(at end: Int) {
      guard start < end else { return }
      words.append(
        FormatSyntax.Word(quotedNameText(bytes[start..<end]), range: SourceRange(tree.source.id, start, end)))
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let glyph = Glyph.read(bytes, at: offset, before: range.upperBound)
      let next = offset + max(glyph.length, 1)
      let isComma = glyph.is(",")
      if isComma || glyph.isBlank {
        endWord(at: offset)
        start = offset
        if isComma { endWord(at: next) }
        start = next
      }
      offset = next
    }
    endWord(at: offset)
    return FormatSyntax(words: words)
  }

  /// Returns where the colon stands that opens the format of the hole at `range`.
  private func formatColon(in range: Range<Int>) -> Range<Int>? {
    var depth = 0
    var offset = range.lowerBound
    var quote: UInt32?
    while offset < range.upperBound {
      let glyph = Glyph.read(tree.source.bytes, at: offset, before: range.upperBound)
      if let open = quote {
        if glyph.code == open || open != 0x27 && (glyph.code == 0x2018 || glyph.code == 0x2019) { quote = nil }
      } else if glyph.is("'") || glyph.code == 0x2018 || glyph.code == 0x2019 {
        quote = glyph.code
      } else if glyph.is("(") || glyph.is("[") {
        depth += 1
      } else if glyph.is(")") || glyph.is("]") {
        depth -= 1
      } else if glyph.is(":"), depth <= 0 {
        return offset..<offset + glyph.length
      }
      offset += max(glyph.length, 1)
    }
    return nil
  }
}

extension Parser {
  /// Reads the expression in a hole, to its last token, and returns its tree.
  mutating func parseHole() -> SyntaxTree {
    isInHole = true
    parseExpression()
    if !isAtEnd { reportUnexpected(clauses: []) }
    return makeTree(.prompt)
  }
}
