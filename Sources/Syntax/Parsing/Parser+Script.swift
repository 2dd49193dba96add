import Source

/// The words that begin a statement, each with a production of its own; they stand in the order of their keywords.
enum StatementWord: UInt8, CaseIterable {
  case use, `import`, unit, param, indicator, alias, aggregate, set, same, hierarchy, target, scenario, rule, correlate
  case show, project, compare, solve, sensitivity, tabulate, explain, report

  /// Creates the word that `keyword` is, if it begins a statement.
  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }

  /// Whether the statement is a question.
  var isQuestion: Bool {
    switch self {
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain: true
    case .use, .import, .unit, .param, .indicator, .alias, .aggregate, .set, .same, .hierarchy, .target, .scenario,
      .rule,
      .correlate, .report:
      false
    }
  }
}

extension Parser {
  /// Reads the whole text.
  mutating func parse(_ entry: Entry) -> SyntaxTree {
    switch entry {
    case .script:
      parseScript()
      return makeTree(.script)
    case .prompt:
      parsePrompt()
      return makeTree(.prompt)
    }
  }

  /// Takes all tokens that are left and returns the tree with a root of `production`.
  mutating func makeTree(_ production: Production) -> SyntaxTree {
    while !isAtEnd { skipOne() }
    builder.addToken()
    finish(production, from: .start)
    return SyntaxTree(source: source, tokens: tokens, nodes: builder.nodes, root: builder.lastNode ?? 0)
  }

  // Script ::= ( Statement | ';' )*
  mutating func parseScript() { parseStatements() }

  // Prompt ::= Expression? Script
  mutating func parsePrompt() {
    if !isAtEnd, !beginsStatement, misspeltStatement == nil, !at(.semicolon), !at(.closeBrace) {
      parseExpression()
      if !isRecovering, !at(.semicolon), !isAtEnd, !beginsStatement { reportBehindBareExpression() }
      if isRecovering { skipRestOfStatement() }
    }
    parseStatements()
  }

  /// Reports what follows a bare expression; a clause of `show` asks for the word.
  private mutating func reportBehindBareExpression() {
    let clauses: [Keyword] = [.at, .by, .where, .orderBy, .top, .under, .as, .asOf]
    guard let keyword, clauses.contains(keyword) else { return reportUnexpected(clauses: []) }
    let found = foundPhrase
    report(
      .syntax, Phrase("unexpected \(found.english)", "意外的 \(found.chinese)"), at: range(of: current),
      help: [
        Phrase(
          "clauses stand behind show: show … \(keyword.entry.english) …",
          "子句写在“展示”之后：展示 …… \(keyword.entry.chinese) ……")
      ],
      fixIts: [.init(SourceRange(source.id, Int(tokens[0].start), Int(tokens[0].start)), "show ")])
  }

  private mutating func parseStatements() {
    while !isAtEnd {
      isRecovering = false
      if take(.semicolon) { continue }
      let start = position
      if !parseOptionalStatement() {
        reportStatementExpected()
        skipOne()
        if !skip(until: { $0.current.beginsLine && $0.namesWithoutStatement }) { skipRestOfStatement() }
      }
      assert(position > start, "a statement takes at least one token")
    }
  }

  /// Passes over one token.
  mutating func skipOne() {
    let mark = builder.mark
    bump()
    finish(.skipped, from: mark)
  }

  /// Passes over what is left of a statement that was not understood.
  mutating func skipRestOfStatement() {
    skip { _ in false }
    if at(.closeBrace) { skipOne() }
    isRecovering = false
  }

  /// Reads a statement if one begins here, a misspelt one too, and reports what is left over of it.
  private mutating func parseOptionalStatement() -> Bool {
    guard let word = statementWord() else { return false }
    parseStatement(word)
    if isRecovering {
      skipRestOfStatement()
    } else if !endsStatement {
      reportUnexpected(clauses: [])
      skipRestOfStatement()
    }
    return true
  }

  /// Returns the word that begins a statement here; a misspelt one is reported.
  mutating func statementWord() -> StatementWord? {
    if let keyword, keyword.beginsStatement { return StatementWord(keyword) }
    guard let near = misspeltStatement else { return nil }
    let range = range(of: current)
    report(
      .syntax, Phrase("no statement begins with \(foundPhrase.english)", "没有以 \(foundPhrase.chinese) 开头的语句"),
      at: range, help: [Phrase("did `\(near.spelling)` mean?", "是否应为 `\(near.spelling)`？")],
      fixIts: [.init(range, near.spelling)])
    isRecovering = false
    return StatementWord(near.keyword)
  }

  /// Whether a name is next and behind it what a name has in an alias or in a scenario.
  private var namesWithoutStatement: Bool {
    guard kind == .name || kind == .quoted, position + 1 < tokens.count else { return false }
    return tokens[position + 1].kind == .symbol(.equal) || isVerb(tokens[position + 1])
  }

  private func isVerb(_ token: Token) -> Bool {
    guard case .keyword(let word) = token.kind else { return false }
    return word.rawValue >= Keyword.grows.rawValue && word.rawValue <= Keyword.holds.rawValue
  }

  private mutating func reportStatementExpected() {
    guard namesWithoutStatement else {
      return at(.closeBrace) ? reportUnexpected(clauses: []) : reportExpected(.statement)
    }
    let name = text(of: current)
    let start = range(of: current)
    let message = Phrase("expected a statement, found `\(name)`", "此处应为语句，却是 `\(name)`")
    if isVerb(tokens[position + 1]) {
      let help = Phrase("assumptions stand in a scenario: scenario NAME { … }", "假设写在情景中：情景 名称 { …… }")
      report(.syntax, message, at: start, help: [help])
    } else {
      let help = Phrase("a formula gets its name with alias: alias \(name) = …", "用别名为公式命名：别名 \(name) = ……")
      report(
        .syntax, message, at: start, help: [help],
        fixIts: [.init(SourceRange(source.id, Int(start.start), Int(start.start)), "alias ")])
    }
  }

  /// Takes a statement that stands between braces where `place` holds none, if the braces are closed behind it;
  /// otherwise the closing brace is what is missing.
  mutating func takeMisplacedStatement(in place: Phrase) -> Bool {
    guard bracesCloseAhead, let word = statementWord() else { return false }
    report(
      .syntax,
      Phrase("\(foundPhrase.english) cannot stand in \(place.english)", "\(foundPhrase.chinese) 不能写在\(place.chinese)中"),
      at: range(of: current), help: [Phrase("move it out of the braces", "请移到花括号之外")])
    isRecovering = false
    let mark = builder.mark
    parseStatement(word)
    finish(.skipped, from: mark)
    return true
  }

  private var bracesCloseAhead: Bool {
    var depth = 0
    for token in tokens[position..<min(tokens.count, position + 4_096)] {
      if token.kind == .symbol(.openBrace) { depth += 1 }
      if token.kind == .symbol(.closeBrace) { depth -= 1 }
      if depth < 0 { return true }
    }
    return false
  }

  // Statement ::= Use | Import | UnitStatement | Param | Indicator | Alias | Aggregate | Set | Same | Hierarchy
  //             | Target | Scenario | Rule | Correlate | Question | Report
  mutating func parseStatement(_ word: StatementWord) {
    switch word {
    case .use: parseUse()
    case .import: parseImport()
    case .unit: parseUnitStatement()
    case .param: parseParam()
    case .indicator: parseIndicator()
    case .alias: parseAlias()
    case .aggregate: parseAggregate()
    case .set: parseSet()
    case .same: parseSame()
    case .hierarchy: parseHierarchy()
    case .target: parseTarget()
    case .scenario: parseScenario()
    case .rule: parseRule()
    case .correlate: parseCorrelate()
    case .report: parseReport()
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain: parseQuestion(word)
    }
  }
}
