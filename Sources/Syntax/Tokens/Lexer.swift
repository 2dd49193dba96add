import Source

/// The tokens of a text and what was wrong with its characters.
struct LexedText {
  /// The tokens in order, ending with `end`.
  var tokens: [Token] = []
  /// The findings.
  var diagnostics: [Diagnostic] = []
  /// Whether the text ends inside a quoted text.
  var endsInText = false
}

/// Cuts a text into tokens; every byte lies in one token or in the blanks before one.
struct Lexer {
  /// The text.
  let source: SourceText
  /// How far the lexer reads.
  let end: Int
  /// The keywords.
  let keywords = KeywordLookup.shared
  /// Whether a quoted text is cut off before a line that begins a statement.
  let endsTextsBeforeStatements: Bool
  /// The offset of the byte that is read next.
  var position: Int
  /// What has been read.
  var result = LexedText()
  private var beginsLine = true
  /// Whether the token before is a number, so that a name on its line is its unit.
  private var unitMayFollow = false
  private var unitOf = UnitOfState.none

  /// How far a declaration with a unit behind a colon has been read.
  fileprivate enum UnitOfState {
    case none
    /// Its word has been read and nothing but names since.
    case names
    /// The colon has been read.
    case colon
  }

  private init(_ source: SourceText, _ range: Range<Int>, endsTextsBeforeStatements: Bool) {
    self.source = source
    self.end = range.upperBound
    self.position = range.lowerBound
    self.endsTextsBeforeStatements = endsTextsBeforeStatements
  }

  /// Returns the tokens of `source`.
  ///
  /// If a quoted text has no end, each one is taken to end before a line that begins with a statement's word: so one
  /// forgotten quote is found where it is, and does not turn all quotes behind it inside out.
  static func lex(_ source: SourceText) -> LexedText {
    let result = lex(source, in: 0..<source.bytes.count, endsTextsBeforeStatements: false)
    guard result.endsInText else { return result }
    var second = lex(source, in: 0..<source.bytes.count, endsTextsBeforeStatements: true)
    second.endsInText = true
    return second
  }

  /// Returns the tokens of a part of `source`.
  static func lex(_ source: SourceText, in range: Range<Int>, endsTextsBeforeStatements: Bool = false) -> LexedText {
    var lexer = Lexer(source, range, endsTextsBeforeStatements: endsTextsBeforeStatements)
    // Nearly all tokens with the blanks before them are longer than two bytes.
    var isComplete = false
    var tokens = [Token](capacity: range.count / 2 + 8) { output in
      while !isComplete, !output.isFull {
        let token = lexer.lexToken()
        isComplete = token.kind == .end
        output.append(token)
      }
    }
    while !isComplete {
      let token = lexer.lexToken()
      isComplete = token.kind == .end
      tokens.append(token)
    }
    lexer.result.tokens = tokens
    return lexer.result
  }

  /// Returns the glyph at `offset`.
  func glyph(at offset: Int) -> Glyph { Glyph.read(source.bytes, at: offset, before: end) }

  /// Reads one token; the last is the end.
  @inline(__always)
  private mutating func lexToken() -> Token {
    skipBlanks()
    let start = position
    let isUnit = unitMayFollow && !beginsLine || unitOf == .colon
    let kind = lexPlain(asUnit: isUnit) ?? lexAny(asUnit: isUnit)
    let token = Token(
      kind: kind, beginsLine: beginsLine, start: Int32(clamping: start), end: Int32(clamping: position))
    beginsLine = false
    unitMayFollow = kind == .number
    unitOf = unitOf.after(kind)
    return token
  }

  /// Reads what need not be plain.
  @inline(never)
  private mutating func lexAny(asUnit isUnit: Bool) -> TokenKind {
    let glyph = glyph(at: position)
    if glyph == .end { return .end }
    if glyph.isDigit { return lexNumber() }
    if glyph.beginsName { return lexWord(asUnit: isUnit) }
    if glyph.is("%") || glyph.code == 0x2030 {
      position += glyph.length
      return .unit
    }
    if let kind = lexQuotes(glyph) { return kind }
    if let symbol = lexSymbol() { return .symbol(symbol) }
    return lexInvalid()
  }

  /// Passes blanks and comments.
  @inline(__always)
  private mutating func skipBlanks() {
    // Mostly a blank or a line break stands there, or nothing.
    if position < end {
      let byte = source.bytes[position]
      if byte == 0x20 || byte == 0x0A {
        if byte == 0x0A { beginsLine = true }
        position += 1
      }
    }
    if position < end {
      let byte = source.bytes[position]
      if byte > 0x23, byte < 0x80 { return }
    }
    skipAnyBlanks()
  }

  /// Passes blanks and comments, however many there are.
  private mutating func skipAnyBlanks() {
    while true {
      let glyph = glyph(at: position)
      if glyph.isBlank {
        if glyph.is("\n") { beginsLine = true }
        position += glyph.length
      } else if glyph.is("#") {
        while position < end, source.bytes[position] != 0x0A { position += 1 }
      } else {
        return
      }
    }
  }

  /// Reports an error at the bytes `range`.
  mutating func report(
    _ code: Diagnostic.Code, _ message: Phrase, at range: Range<Int>, help: [Phrase] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    let site = Site.script(SourceRange(source.id, range.lowerBound, range.upperBound))
    result.diagnostics.append(Diagnostic(.error, code, message, at: site, help: help, fixIts: fixIts))
  }
}

extension Lexer.UnitOfState {
  /// Returns the state after a token of `kind`.
  @inline(__always)
  fileprivate func after(_ kind: TokenKind) -> Lexer.UnitOfState {
    switch kind {
    case .keyword(let word):
      word.declaresUnit || word.isClauseWord && self == .names ? .names : .none
    case .name, .quoted, .symbol(.dot): self == .names ? .names : .none
    case .symbol(.colon): self == .names ? .colon : .none
    case .symbol, .text, .number, .period, .unit, .invalid, .end: .none
    }
  }
}
