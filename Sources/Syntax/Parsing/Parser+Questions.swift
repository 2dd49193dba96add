import Source

extension Parser {
  // Question ::= Show | Project | Compare | Solve | Sensitivity | Tabulate | Explain
  mutating func parseQuestion(_ word: StatementWord) {
    switch word {
    case .show: parseShow()
    case .project: parseProject()
    case .compare: parseCompare()
    case .solve: parseSolve()
    case .sensitivity: parseSensitivity()
    case .tabulate: parseTabulate()
    case .explain: parseExplain()
    case .use, .import, .unit, .param, .indicator, .alias, .aggregate, .set, .same, .hierarchy, .target, .scenario,
      .rule,
      .correlate, .report:
      reportExpected(.reportItem)
    }
  }

  // Show ::= 'show' Expressions ShowClause*
  mutating func parseShow() {
    let mark = builder.mark
    bump()
    parseExpressions()
    parseClauses([.at, .by, .where, .orderBy, .top, .under, .as, .asOf]) { $0.parseShowClause($1) }
    finish(.show, from: mark)
  }

  // ShowClause ::= 'at' Column ( ',' Column )* | 'by' Fields | 'where' Expression | 'order by' Expressions
  //              | 'top' NUMBER | 'under' Names | 'as' Name | 'as of' Period
  mutating func parseShowClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .at {
      repeat { parseColumn() } while take(.comma)
    } else if word == .orderBy {
      parseExpressions()
    } else if word == .top {
      parseCount()
    } else {
      parseTableClause(word)
    }
    finish(.showClause, from: mark)
  }

  /// Reads the rest of a clause that `show` and `project` share.
  private mutating func parseTableClause(_ word: Keyword) {
    if word == .by {
      parseFields()
    } else if word == .where {
      parseExpression()
    } else if word == .under {
      parseNames()
    } else if word == .as {
      parseName()
    } else {
      parsePeriod()
    }
  }

  // Column ::= Period ( ( '..' | '/' | '-' ) Period )? ColumnScenarios? | Field
  mutating func parseColumn() {
    let mark = builder.mark
    if kind == .number || kind == .period {
      parsePeriod()
      if take(.dotDot) || take(.slash) || take(.minus) { parsePeriod() }
      if at(.openBracket) { parseColumnScenarios() }
    } else if beginsField {
      parseField()
    } else {
      reportExpected(.column)
    }
    finish(.column, from: mark)
  }

  // ColumnScenarios ::= '[' Path ( ( '/' | '-' ) Path )? ']'
  mutating func parseColumnScenarios() {
    let mark = builder.mark
    bump()
    parsePath()
    if take(.slash) || take(.minus) { parsePath() }
    skip(toCommaOr: .closeBracket)
    expect(.closeBracket)
    finish(.columnScenarios, from: mark)
  }

  // Project ::= 'project' Expressions ProjectClause*
  mutating func parseProject() {
    let mark = builder.mark
    bump()
    parseExpressions()
    parseClauses([.from, .until, .by, .where, .under, .as, .asOf]) { $0.parseProjectClause($1) }
    finish(.project, from: mark)
  }

  // ProjectClause ::= 'from' Period | 'until' Period | 'by' Fields | 'where' Expression | 'under' Names | 'as' Name
  //                 | 'as of' Period
  mutating func parseProjectClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    parseTableClause(word)
    finish(.projectClause, from: mark)
  }

  // Compare ::= 'compare' Names CompareClause*
  mutating func parseCompare() {
    let mark = builder.mark
    bump()
    parseNames()
    parseClauses([.for, .at]) { $0.parseCompareClause($1) }
    finish(.compare, from: mark)
  }

  // CompareClause ::= 'for' Expressions | 'at' Span ( ',' Span )*
  mutating func parseCompareClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .for {
      parseExpressions()
    } else {
      repeat { parseSpan() } while take(.comma)
    }
    finish(.compareClause, from: mark)
  }

  // Solve ::= 'solve' Names ( 'in' Range )? 'so that' Expression ( 'under' Path )?
  mutating func parseSolve() {
    let mark = builder.mark
    bump()
    parseNames()
    if take(.in) { parseRange() }
    expect(.soThat)
    parseExpression()
    if take(.under) { parsePath() }
    finish(.solve, from: mark)
  }

  // Sensitivity ::= 'sensitivity' Expression SensitivityClause*
  mutating func parseSensitivity() {
    let mark = builder.mark
    bump()
    parseExpression()
    parseClauses([.over, .by, .under, .as]) { $0.parseSensitivityClause($1) }
    finish(.sensitivity, from: mark)
  }

  // SensitivityClause ::= 'over' Names | 'by' Amount | 'under' Names | 'as' Name
  mutating func parseSensitivityClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .by {
      parseAmount()
    } else if word == .as {
      parseName()
    } else {
      parseNames()
    }
    finish(.sensitivityClause, from: mark)
  }

  // Tabulate ::= 'tabulate' Expression 'for' Axis ( ',' Axis )* ( 'under' Path )?
  mutating func parseTabulate() {
    let mark = builder.mark
    bump()
    parseExpression()
    expect(.for)
    repeat { parseAxis() } while take(.comma)
    if take(.under) { parsePath() }
    finish(.tabulate, from: mark)
  }

  // Axis ::= Path 'in' Range ( 'step' Amount )?
  mutating func parseAxis() {
    let mark = builder.mark
    parsePath()
    expect(.in)
    parseRange()
    if take(.step) { parseAmount() }
    finish(.axis, from: mark)
  }

  // Explain ::= 'explain' Expression ExplainClause*
  mutating func parseExplain() {
    let mark = builder.mark
    bump()
    parseExpression()
    parseClauses([.where, .under, .asOf]) { $0.parseExplainClause($1) }
    finish(.explain, from: mark)
  }

  // ExplainClause ::= 'where' Expression | 'under' Path | 'as of' Period
  mutating func parseExplainClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .where {
      parseExpression()
    } else if word == .under {
      parsePath()
    } else {
      parsePeriod()
    }
    finish(.explainClause, from: mark)
  }
}
