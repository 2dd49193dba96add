import Source

extension Parser {
  // Report ::= 'report' TEXT '{' ( ReportItem | ';' )* '}'
  mutating func parseReport() {
    let mark = builder.mark
    bump()
    expect(.text, .text)
    if !at(.openBrace), isRecovering { skip { $0.at(.openBrace) } }
    if expect(.openBrace) {
      isRecovering = false
      while !isAtEnd, !at(.closeBrace) {
        let start = position
        if take(.semicolon) { continue }
        guard parseOptionalReportItem() else { break }
        assert(position > start, "an item takes at least one token")
      }
      expect(.closeBrace)
    }
    finish(.report, from: mark)
  }

  // ReportItem ::= Prose | Question
  private mutating func parseOptionalReportItem() -> Bool {
    if at(.text) {
      parseProse()
    } else if let keyword, keyword.beginsStatement {
      if let word = statementWord(), word.isQuestion {
        parseQuestion(word)
      } else if !takeMisplacedStatement(in: Phrase("a report", "报告")) {
        return false
      }
    } else if let word = statementWord(), word.isQuestion {
      parseQuestion(word)
    } else {
      reportExpected(.reportItem)
      skipOne()
    }
    if !isRecovering, !endsStatement, !at(.text) { reportUnexpected(clauses: []) }
    if isRecovering {
      skip { $0.at(.closeBrace) || $0.at(.text) }
      isRecovering = false
    }
    return true
  }

  // Prose ::= 'text' TEXT
  mutating func parseProse() {
    let mark = builder.mark
    bump()
    expect(.text, .text)
    finish(.prose, from: mark)
  }
}
