import Source

extension Parser {
  // Scenario ::= 'scenario' Name Base? SampleCount? '{' ( ScenarioItem | ';' )* '}'
  mutating func parseScenario() {
    let mark = builder.mark
    bump()
    parseName()
    if at(.from) { parseBase() }
    if at(.over) { parseSampleCount() }
    if !at(.openBrace), isRecovering { skip { $0.at(.openBrace) } }
    if expect(.openBrace) {
      isRecovering = false
      while !isAtEnd, !at(.closeBrace) {
        let start = position
        if take(.semicolon) { continue }
        guard parseOptionalScenarioItem() else { break }
        assert(position > start, "an item takes at least one token")
      }
      if isRecovering { skip { $0.at(.closeBrace) } }
      expect(.closeBrace)
    }
    finish(.scenario, from: mark)
  }

  // Base ::= 'from' Path ( '[' Span ']' )?
  mutating func parseBase() {
    let mark = builder.mark
    bump()
    parsePath()
    if take(.openBracket) {
      parseSpan()
      expect(.closeBracket)
    }
    finish(.base, from: mark)
  }

  // SampleCount ::= 'over' NUMBER UNIT
  private mutating func parseSampleCount() {
    let mark = builder.mark
    bump()
    expect(.number, .number)
    expect(.unit, .unit)
    finish(.sampleCount, from: mark)
  }

  // ScenarioItem ::= Assumption | Correlate | 'otherwise missing' | 'otherwise hold'
  private mutating func parseOptionalScenarioItem() -> Bool {
    if at(.correlate) {
      parseCorrelate()
    } else if take(.otherwiseMissing) || take(.otherwiseHold) {
    } else if kind == .name || kind == .quoted {
      parseAssumption()
    } else if beginsStatement {
      guard takeMisplacedStatement(in: Phrase("a scenario", "情景")) else { return false }
    } else {
      reportExpected(.scenarioItem)
      skipOne()
    }
    if isRecovering { skipRestOfItem() }
    return true
  }

  /// Passes over what is left of an item: to the next line that begins with a name, or to what else may begin one.
  private mutating func skipRestOfItem() {
    skip { parser in
      parser.at(.closeBrace) || parser.at(.correlate) || parser.at(.otherwiseMissing) || parser.at(.otherwiseHold)
        || parser.at(.semicolon)
        || parser.current.beginsLine && (parser.kind == .name || parser.kind == .quoted)
    }
  }

  // Assumption ::= Subject Course ( ','? 'then' Continuation )* Reason*
  mutating func parseAssumption() {
    let mark = builder.mark
    parseSubject()
    parseCourse()
    while at(.comma) || at(.then) {
      if take(.comma), !at(.then) {
        reportExpected(.keyword(.then))
        break
      }
      bump()
      parseContinuation()
    }
    while at(.because) || at(.source) { parseReason() }
    finish(.assumption, from: mark)
  }

  // Subject ::= PlainName ( '.' Name )* Selector?
  mutating func parseSubject() {
    let mark = builder.mark
    let path = builder.mark
    parsePlainName()
    finish(.name, from: path)
    while take(.dot) { parseName() }
    finish(.path, from: path)
    if at(.openBracket) { parseSelector() }
    finish(.subject, from: mark)
  }

  // Continuation ::= Course | Rate CourseClause*
  mutating func parseContinuation() {
    let mark = builder.mark
    if beginsMove {
      parseCourse()
    } else {
      parseRate()
      parseCourseClauses()
    }
    finish(.continuation, from: mark)
  }

  // Course ::= Move CourseClause*
  mutating func parseCourse() {
    let mark = builder.mark
    parseMove()
    parseCourseClauses()
    finish(.course, from: mark)
  }

  private var beginsMove: Bool {
    switch kind {
    case .keyword(.grows), .keyword(.shrinks), .keyword(.rises), .keyword(.falls), .keyword(.reaches),
      .keyword(.follows), .keyword(.holds), .symbol(.equal), .symbol(.plusEqual), .symbol(.timesEqual):
      true
    case .keyword, .symbol, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: false
    }
  }

  // Move ::= ( 'grows' | 'shrinks' | 'rises' | 'falls' ) Rate | 'reaches' Amount 'by' Period ( 'along' Name )?
  //        | 'follows' Postfix | 'holds' | ( '=' | '+=' | '*=' ) Expression
  mutating func parseMove() {
    let mark = builder.mark
    if take(.grows) || take(.shrinks) || take(.rises) || take(.falls) {
      parseRate()
    } else if take(.reaches) {
      parseAmount()
      expect(.by)
      parsePeriod()
      if take(.along) { parseName() }
    } else if take(.follows) {
      parsePostfix()
    } else if take(.holds) {
    } else if take(.equal) || take(.plusEqual) || take(.timesEqual) {
      parseExpression()
    } else {
      reportExpected(.course)
    }
    finish(.move, from: mark)
  }

  // Rate ::= Amount ( 'per year' | 'per quarter' | 'per month' )?
  mutating func parseRate() {
    let mark = builder.mark
    parseAmount()
    if at(.perYear) || at(.perQuarter) || at(.perMonth) { bump() }
    finish(.rate, from: mark)
  }

  private mutating func parseCourseClauses() {
    while at(.at) || at(.from) || at(.until) || at(.upTo) || at(.downTo) { parseCourseClause() }
  }

  // CourseClause ::= 'at' Span | 'from' Period | 'until' Period | ( 'up to' | 'down to' ) Amount
  mutating func parseCourseClause() {
    let mark = builder.mark
    if take(.at) {
      parseSpan()
    } else if take(.from) || take(.until) {
      parsePeriod()
    } else {
      bump()
      parseAmount()
    }
    finish(.courseClause, from: mark)
  }

  // Reason ::= 'because' TEXT | 'source' TEXT
  mutating func parseReason() {
    let mark = builder.mark
    bump()
    expect(.text, .text)
    finish(.reason, from: mark)
  }
}
