import Source

/// The words that begin a statement, each with a production of its own.
enum StatementWord: String, CaseIterable {
  case use, `import`, unit, param, indicator, alias, aggregate, set, same, target, scenario, rule, correlate
  case show, project, compare, solve, sensitivity, tabulate, explain, report

  /// Whether the statement is a question.
  var isQuestion: Bool {
    switch self {
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain: true
    case .use, .import, .unit, .param, .indicator, .alias, .aggregate, .set, .same, .target, .scenario, .rule,
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
      return makeTree(.script, from: 0)
    case .prompt:
      parsePrompt()
      return makeTree(.prompt, from: 0)
    }
  }

  /// Takes all tokens that are left and returns the tree with a root of `production`.
  mutating func makeTree(_ production: Production, from mark: Int) -> SyntaxTree {
    while !isAtEnd { skipOne() }
    builder.add(token: position)
    finish(production, from: mark)
    return SyntaxTree(
      source: source, tokens: tokens, nodes: builder.nodes, children: builder.children, root: builder.lastNode ?? 0)
  }

  // Script ::= ( Statement | ';' )*
  mutating func parseScript() { parseStatements() }

  // Prompt ::= Expression ';'? | Script
  mutating func parsePrompt() {
    if !isAtEnd, !beginsStatementHere, misspeltStatement == nil, !at(.semicolon), !at(.closeBrace) {
      parseExpression()
      if !isRecovering, !take(.semicolon), !isAtEnd, !beginsStatementHere { reportUnexpected(clauses: []) }
      if isRecovering { skipRestOfStatement() }
    }
    parseStatements()
  }

  private mutating func parseStatements() {
    while !isAtEnd {
      isRecovering = false
      if take(.semicolon) { continue }
      let start = position
      if !parseOptionalStatement() {
        reportStatementExpected()
        skipOne()
        skipRestOfStatement()
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
    if let keyword, keyword.beginsStatement { return StatementWord(rawValue: keyword.entry.english) }
    guard let near = misspeltStatement else { return nil }
    let range = range(of: current)
    report(
      .syntax, Phrase("no statement begins with \(foundPhrase.english)", "没有以 \(foundPhrase.chinese) 开头的语句"),
      at: range, help: [Phrase("did `\(near.spelling)` mean?", "是否应为 `\(near.spelling)`？")],
      fixIts: [.init(range, near.spelling)])
    isRecovering = false
    return StatementWord(rawValue: near.keyword.entry.english)
  }

  private mutating func reportStatementExpected() {
    guard kind == .name || kind == .quoted, position + 1 < tokens.count else {
      return at(.closeBrace) ? reportUnexpected(clauses: []) : reportExpected(.statement)
    }
    let name = text(of: current)
    let start = range(of: current)
    switch tokens[position + 1].kind {
    case .symbol(.equal):
      report(
        .syntax, Phrase("expected a statement, found `\(name)`", "此处应为语句，却是 `\(name)`"), at: start,
        help: [Phrase("a name is given to a formula with alias: alias \(name) = …", "命名公式用别名：别名 \(name) = ……")],
        fixIts: [.init(SourceRange(source.id, Int(start.start), Int(start.start)), "alias ")])
    case .keyword(.grows), .keyword(.shrinks), .keyword(.rises), .keyword(.falls), .keyword(.reaches),
      .keyword(.follows), .keyword(.holds):
      report(
        .syntax, Phrase("expected a statement, found `\(name)`", "此处应为语句，却是 `\(name)`"), at: start,
        help: [
          Phrase("assumptions stand in a scenario: scenario NAME { … }", "假设写在情景中：情景 名称 { …… }")
        ])
    case .keyword, .name, .quoted, .text, .number, .period, .unit, .symbol, .invalid, .end:
      reportExpected(.statement)
    }
  }

  // Statement ::= Use | Import | UnitStatement | Param | Indicator | Alias | Aggregate | Set | Same | Target
  //             | Scenario | Rule | Correlate | Question | Report
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
    case .target: parseTarget()
    case .scenario: parseScenario()
    case .rule: parseRule()
    case .correlate: parseCorrelate()
    case .report: parseReport()
    case .show, .project, .compare, .solve, .sensitivity, .tabulate, .explain: parseQuestion(word)
    }
  }
}
