import Source

/// What other languages write as `if … then … else`, which here is a function.
extension Parser {
  private static let ifWords = ["if", "如果", "若"]
  private static let elseWords = ["else", "否则"]

  /// Whether `if c then` or `if (c) then` is next rather than the name or the function.
  var beginsIf: Bool {
    guard kind == .name, position + 1 < tokens.count, current.end - current.start < 8,
      Self.ifWords.contains(text(of: current))
    else { return false }
    switch tokens[position + 1].kind {
    case .name, .quoted, .number, .period: return true
    case .keyword(.not): return true
    case .keyword(let word): return word.isClauseWord && !tokens[position + 1].beginsLine
    case .symbol(.openParenthesis): return hasThenBehindParentheses
    case .symbol, .text, .unit, .invalid, .end: return false
    }
  }

  /// Whether the parentheses behind the next token hold one argument and are followed by `then`.
  private var hasThenBehindParentheses: Bool {
    var depth = 0
    for index in position + 1..<min(tokens.count - 1, position + 64) {
      switch tokens[index].kind {
      case .symbol(.openParenthesis): depth += 1
      case .symbol(.closeParenthesis):
        depth -= 1
        if depth == 0 { return tokens[index + 1].kind == .keyword(.then) }
      case .symbol(.comma): if depth == 1 { return false }
      case .symbol, .keyword, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: break
      }
    }
    return false
  }

  /// Reads `if c then a else b`, reports it, and goes on behind it.
  mutating func parseIf() {
    let mark = builder.mark
    let first = position
    let count = diagnostics.count
    bump()
    let condition = position
    parseExpression()
    let then = position
    var end = position
    var replacement: String?
    if !isRecovering, take(.then) {
      let chosen = position
      skipToElse()
      let other = position
      if isElse(current) {
        bump()
        let alternative = position
        parseExpression()
        end = position
        if diagnostics.count == count, alternative < end {
          replacement =
            "if(\(text(condition..<then)), \(text(chosen..<other)), \(text(alternative..<end)))"
        }
      }
      end = position
    }
    finish(.skipped, from: mark)
    guard diagnostics.count == count else { return }
    let range = range(of: tokens[first]).joined(to: range(of: tokens[max(first, end - 1)]))
    report(
      .syntax, Phrase("`if` is a function of three arguments", "`if` 是带三个参数的函数"), at: range,
      help: [Phrase("write \(replacement ?? "if(c, a, b)")", "写作 \(replacement ?? "if(c, a, b)")")],
      fixIts: replacement.map { [.init(range, $0)] } ?? [])
    isRecovering = replacement == nil
  }

  private func isElse(_ token: Token) -> Bool {
    (token.kind == .name || token.kind == .unit) && Self.elseWords.contains(text(of: token))
  }

  private mutating func skipToElse() {
    var depth = 0
    while !isAtEnd, !beginsStatementHere, !at(.semicolon), depth > 0 || !isElse(current) {
      if at(.openParenthesis) || at(.openBracket) { depth += 1 }
      if at(.closeParenthesis) || at(.closeBracket) { depth -= 1 }
      if depth < 0 || at(.closeBrace) { return }
      bump()
    }
  }

  private func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return foldedText(source.bytes[Int(tokens[first].start)..<Int(tokens[last].end)])
  }
}
