import Source

extension Parser {
  /// Passes over tokens until `stops` holds for the next one outside brackets opened on the way, or until a statement
  /// or the end; returns whether `stops` held. From there the parser reports errors again.
  @discardableResult
  mutating func skip(until stops: (Parser) -> Bool) -> Bool {
    let mark = builder.mark
    var brackets: [Symbol] = []
    var stopped = false
    while !isAtEnd {
      if brackets.isEmpty, stops(self) {
        stopped = true
        break
      }
      if brackets.last != .closeBrace, beginsStatementHere || misspeltStatement != nil || at(.semicolon) { break }
      switch kind {
      case .symbol(.openParenthesis): brackets.append(.closeParenthesis)
      case .symbol(.openBracket): brackets.append(.closeBracket)
      case .symbol(.openBrace): brackets.append(.closeBrace)
      case .symbol(let symbol) where symbol == brackets.last: brackets.removeLast()
      case .symbol(.closeBrace):
        // A brace closes what is open inside it; one that nothing here opened ends the search.
        guard let opening = brackets.lastIndex(of: .closeBrace) else {
          finish(.skipped, from: mark)
          return false
        }
        brackets.removeSubrange(opening...)
      case .symbol, .name, .quoted, .text, .number, .period, .unit, .keyword, .invalid, .end: break
      }
      bump()
    }
    finish(.skipped, from: mark)
    if stopped { isRecovering = false }
    return stopped
  }

  /// Passes over tokens to `closing` or a comma at this level; takes nothing of them.
  mutating func skip(toCommaOr closing: Symbol) {
    guard isRecovering else { return }
    skip { $0.at(.comma) || $0.at(closing) }
  }

  /// The statement's keyword that the name at the start of this line is probably meant to be.
  var misspeltStatement: (keyword: Keyword, spelling: String)? {
    guard kind == .name, current.beginsLine, position + 1 < tokens.count else { return nil }
    switch tokens[position + 1].kind {
    case .name, .quoted, .text: break
    case .keyword(let word): if !word.isClauseWord { return nil }
    case .number, .period, .unit, .symbol, .invalid, .end: return nil
    }
    return nearestKeyword(to: text(of: current), among: Keyword.statements)
  }

  /// Whether the next word begins a statement.
  var beginsStatement: Bool { keyword?.beginsStatement ?? false }

  /// Whether a statement begins here, not merely a field that shares its word.
  var beginsStatementHere: Bool {
    guard let keyword, keyword.beginsStatement else { return false }
    return current.beginsLine || !(keyword == .unit || keyword == .indicator || keyword == .scenario)
  }

  /// Reads the clauses of a statement: calls `parse` as long as one of `words` is next, and passes over what is none.
  ///
  /// A name at the start of a line is left alone, it may be meant to begin a statement.
  mutating func parseClauses(_ words: [Keyword], _ parse: (inout Parser, Keyword) -> Void) {
    while !isAtEnd {
      let start = position
      if let keyword, words.contains(keyword) {
        parse(&self, keyword)
      } else if isRecovering {
        guard skip(until: { $0.at(.text) || $0.keyword.map(words.contains) ?? false }) else { return }
      } else if endsStatement {
        return
      } else {
        reportUnexpected(clauses: words)
      }
      if position == start, !isRecovering { return }
    }
  }

  /// Whether what is next ends a statement, or may be meant to.
  var endsStatement: Bool {
    if beginsStatement || isAtEnd || at(.semicolon) || at(.closeBrace) || at(.text) { return true }
    return current.beginsLine && (kind == .name || kind == .quoted)
  }
}
