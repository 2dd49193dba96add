import Source

extension Parser {
  /// Reports an error at `range`, unless an error before has not been recovered from.
  mutating func report(
    _ code: Diagnostic.Code, _ message: Phrase, at range: SourceRange, others: [Diagnostic.Label] = [],
    help: [Phrase] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    guard !isRecovering else { return }
    isRecovering = true
    if diagnostics.isEmpty { stoppedAtEnd = isAtEnd }
    diagnostics.append(
      Diagnostic(.error, code, message, at: .script(range), others: others, help: help, fixIts: fixIts))
  }

  /// Reports that something else than `expectation` is next, and passes over a statement's word that stands for it.
  mutating func reportMissing(_ expectation: Expectation) {
    let standsForIt = !isRecovering && beginsStatement && !current.beginsLine
    reportExpected(expectation)
    guard standsForIt else { return }
    skipOne()
    isRecovering = false
  }

  /// Reports that the next token fits nowhere in the statement that is being read, which `clauses` could go on.
  mutating func reportUnexpected(clauses: [Keyword]) {
    guard !isRecovering, !isAtInvalid() else { return }
    let found = foundPhrase
    var (help, fixIts) = hints(for: .endOfExpression, clauses: clauses)
    if help.isEmpty, !clauses.isEmpty {
      let english = clauses.map { $0.phrase.english }.joined(separator: ", ")
      let chinese = clauses.map { $0.phrase.chinese }.joined(separator: "、")
      help = [Phrase("what may follow here: \(english)", "此处可以接：\(chinese)")]
      fixIts = []
    }
    report(
      .syntax, Phrase("unexpected \(found.english)", "意外的 \(found.chinese)"), at: range(of: current), help: help,
      fixIts: fixIts)
  }

  /// Reports that something else than `expectation` is next.
  mutating func reportExpected(_ expectation: Expectation) {
    guard !isRecovering, !isAtInvalid() else { return }
    let expected = expectation.phrase
    let found = foundPhrase
    let (help, fixIts) = hints(for: expectation, clauses: [])
    report(
      .syntax,
      Phrase(
        "expected \(expected.english), found \(found.english)", "此处应为\(expected.chinese)，却是\(found.chinese)"),
      at: missingRange, help: help, fixIts: fixIts)
  }

  /// Returns whether the next token has been reported by the lexer; then the parser only recovers.
  private mutating func isAtInvalid() -> Bool {
    guard kind == .invalid else { return false }
    isRecovering = true
    return true
  }

  /// Where something is missing: the next token, or the end of the one before where the next is on another line.
  var missingRange: SourceRange {
    guard position > 0, isAtEnd || current.beginsLine else { return range(of: current) }
    let end = Int(tokens[position - 1].end)
    return SourceRange(source.id, end, end)
  }

  /// The next token as an error names it.
  var foundPhrase: Phrase {
    switch kind {
    case .end: return isInHole ? Phrase(same: "`}`") : Phrase("the end of the text", "文本结尾")
    case .keyword, .name, .quoted, .text, .number, .period, .unit, .symbol, .invalid:
      var shown = String(text(of: current).prefix { $0 != "\n" && $0 != "\r\n" }.prefix(24))
      if shown.utf8.count + 3 < Int(current.end - current.start) { shown += "…" }
      return Phrase(same: "`\(shown)`")
    }
  }

  /// Returns what may help where `expectation` is not met by the next token.
  private func hints(for expectation: Expectation, clauses: [Keyword]) -> ([Phrase], [Diagnostic.FixIt]) {
    let token = current
    let word = text(of: token)
    switch kind {
    case .name, .unit:
      if let near = nearest(to: word, among: clauses) {
        return ([Phrase("did `\(near)` mean", "是否应为 `\(near)`").asQuestion], [.init(range(of: token), near)])
      }
      return hintOfBlank(word, token)
    case .keyword:
      if at(.over), case .endOfExpression = expectation, !clauses.contains(.over) {
        return (
          [
            Phrase(
              "`over` belongs to a definition: aggregate total = sum(x) over region; then show total",
              "`针对` 只用于定义：聚合 合计 = 求和(x) 针对 地区，然后 展示 合计")
          ], []
        )
      }
      if case .expression = expectation, let relation = relationMeant {
        let name = word.utf8.allSatisfy { $0 < 0x80 } ? relation.english : relation.chinese
        return (
          [Phrase("all of them are the relation `\(name)`", "全部列出请用关系表 `\(name)`")], [.init(range(of: token), name)]
        )
      }
      switch expectation {
      case .name, .member, .field, .column, .selectorPart, .expression, .scenarioItem:
        guard position > 0, !token.beginsLine else { return ([], []) }
        return (
          [Phrase("`\(word)` is a keyword; as a name it is written '\(word)'", "`\(word)` 是关键字；作名称时写作 '\(word)'")],
          [.init(range(of: token), "'\(word)'")]
        )
      case .symbol, .keyword, .text, .number, .unit, .period, .statement, .condition, .course, .reportItem, .mapping,
        .mappedValue, .setBody, .rangeOrList, .endOfExpression:
        return ([], [])
      }
    case .text:
      guard case .name = expectation else { return ([], []) }
      let inner = word.dropFirst().dropLast()
      return (
        [Phrase("a name is written in single quotes: '\(inner)'", "名称用单引号：'\(inner)'")],
        inner.contains("'") || inner.contains("\n") ? [] : [.init(range(of: token), "'\(inner)'")]
      )
    case .symbol(.colon):
      guard case .endOfExpression = expectation else { return ([], []) }
      return (
        [Phrase("a unit is asked for in an alias: alias NAME : UNIT = …", "单位在别名中指定：别名 名称 : 单位 = …")], []
      )
    case .symbol(.less), .symbol(.lessOrEqual), .symbol(.greater), .symbol(.greaterOrEqual), .symbol(.equal),
      .symbol(.doubleEqual), .symbol(.notEqual):
      return ([Phrase("comparisons are joined by and: a < b and b < c", "比较之间用并且连接：a < b 并且 b < c")], [])
    case .quoted, .number, .period, .symbol, .invalid, .end: return ([], [])
    }
  }

  /// The relation that the word of a statement is taken for.
  private var relationMeant: Phrase? {
    at(.target) ? Phrase("targets", "目标表") : at(.rule) ? Phrase("rules", "规则表") : nil
  }

  /// Returns the hint for a name that begins with a keyword, such as `增长6`.
  private func hintOfBlank(_ word: String, _ token: Token) -> ([Phrase], [Diagnostic.FixIt]) {
    for entry in KeywordEntry.table where entry.kind != .clause || entry.role == .verb {
      for spelling in entry.spellings where word.hasPrefix(spelling) && !spelling.contains(" ") {
        let rest = word.dropFirst(spelling.count)
        let isAscii = spelling.utf8.first.map { $0 < 0x80 } ?? false
        guard let first = rest.unicodeScalars.first,
          !isAscii || first.value > 0x7F || (0x30...0x39).contains(first.value)
        else { continue }
        let fixed = "\(spelling) \(rest)"
        return (
          [Phrase("put a blank after the keyword: \(fixed)", "关键字后应有空格：\(fixed)")], [.init(range(of: token), fixed)]
        )
      }
    }
    return ([], [])
  }
}

extension Phrase {
  /// The phrase with a question mark.
  fileprivate var asQuestion: Phrase { Phrase(english + "?", chinese + "？") }
}
