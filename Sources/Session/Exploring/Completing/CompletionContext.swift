import Source
import Syntax

/// What may stand at the end of a line that is being typed.
struct CompletionContext: Hashable {
  /// The kinds of word.
  enum Expected: Hashable {
    /// The beginning of a statement, or a value.
    case statement
    /// A value, or a word that goes on with the statement.
    case value
    /// A scenario.
    case scenario
    /// A member of what the brackets stand behind, a scenario or a period.
    case selector
    /// A member of the dimension or column of that name.
    case member(of: String)
    /// A unit.
    case unit
    /// A command after its colon.
    case command
    /// What the command takes.
    case argument(String)
    /// A file.
    case file
    /// The form of an answer.
    case form
    /// Nothing that is known.
    case nothing
  }

  /// What may stand there.
  var expected: Expected
  /// The offset in UTF-8 at which the word begins.
  var start: Int
  /// The word so far, without a quote in front of it.
  var word: String
  /// Whether a quote is in front of it.
  var isQuoted = false

  /// Looks at `line`, at whose end the cursor is.
  init(_ line: String) {
    if let command = Self.command(in: line) {
      self = command
      return
    }
    let source = SourceText(id: SourceID(0), name: "", bytes: Array(line.utf8))
    var tokens = parse(source, as: .prompt).tree.tokens.dropLast()
    func text(_ token: Token) -> String { source.text(in: SourceRange(source.id, Int(token.start), Int(token.end))) }
    (start, word, expected) = (line.utf8.count, "", .value)
    if let last = tokens.last, Int(last.end) == line.utf8.count {
      switch last.kind {
      case .name, .keyword, .unit:
        (start, word) = (Int(last.start), text(last))
        tokens.removeLast()
      case .quoted, .invalid:
        guard text(last).hasPrefix("'") else { break }
        (start, word, isQuoted) = (Int(last.start), String(text(last).dropFirst()), true)
        tokens.removeLast()
      case .text:
        (start, word) = (Int(last.start) + 1, String(text(last).dropFirst()))
        tokens.removeLast()
        let opens = tokens.last.map { $0.kind == .keyword(.use) || $0.kind == .keyword(.import) } ?? false
        expected = opens ? .file : .nothing
        return
      case .number:
        // 万 behind a number multiplies it, and begins units as well.
        let unit = String(text(last).drop { $0.isASCII })
        if !unit.isEmpty { (start, word) = (line.utf8.count - unit.utf8.count, unit) }
        expected = unit.isEmpty ? .nothing : .unit
        return
      case .period:
        expected = .nothing
        return
      case .symbol, .end: break
      }
    }
    expected = Self.expected(behind: Array(tokens), text)
    if let last = tokens.last, last.kind == .number, Int(last.end) == start || Self.isUnitStart(tokens.dropLast()) {
      expected = .unit
    }
  }

  /// Whether behind `tokens` and a number a unit may stand after a blank: wherever a number is no count or page.
  private static func isUnitStart(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.last.map { $0.kind != .keyword(.top) } ?? true
  }

  private static func expected(behind tokens: [Token], _ text: (Token) -> String) -> Expected {
    guard let last = tokens.last else { return .statement }
    switch last.kind {
    case .symbol(.semicolon): return .statement
    case .symbol(.openBracket): return .selector
    case .symbol(.doubleEqual), .symbol(.notEqual), .symbol(.equal):
      guard tokens.count > 1, tokens[tokens.count - 2].kind == .name || isClauseWord(tokens[tokens.count - 2]) else {
        return .value
      }
      return .member(of: text(tokens[tokens.count - 2]))
    case .symbol(.comma):
      // What the comma goes on with: brackets, scenarios, or values.
      for (index, token) in tokens.enumerated().reversed() {
        switch token.kind {
        case .symbol(.openBracket):
          let isList = index > 0 && tokens[index - 1].kind == .keyword(.in)
          return isList && index > 1 ? .member(of: text(tokens[index - 2])) : .selector
        case .keyword(.under), .keyword(.compare): return .scenario
        case .symbol(.comma), .name, .quoted, .period, .number, .unit, .text: continue
        default: return .value
        }
      }
      return .value
    case .keyword(.under), .keyword(.compare): return .scenario
    case .keyword(.as): return .form
    case .keyword(.owner), .keyword(.attribute), .keyword(.group): return .member(of: text(last))
    default: return .value
    }
  }

  private static func isClauseWord(_ token: Token) -> Bool {
    if case .keyword(let keyword) = token.kind { keyword.isClauseWord } else { false }
  }

  /// Returns what may stand at the end of a command; nil where `line` is none.
  private static func command(in line: String) -> CompletionContext? {
    guard let colon = line.unicodeScalars.first(where: { $0 != " " }), colon == ":" || colon == "：" else { return nil }
    let text = line.drop { $0 == " " }.dropFirst()
    guard let blank = text.firstIndex(of: " ") else {
      return CompletionContext(.command, line.utf8.count - text.utf8.count, String(text))
    }
    let argument = text[blank...].drop { $0 == " " }
    return CompletionContext(
      .argument(String(text[..<blank])), line.utf8.count - argument.utf8.count, String(argument))
  }

  private init(_ expected: Expected, _ start: Int, _ word: String) {
    (self.expected, self.start, self.word) = (expected, start, word)
  }
}
