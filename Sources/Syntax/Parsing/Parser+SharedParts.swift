import Source

extension Parser {
  // UnitOf ::= ':' UNIT
  mutating func parseOptionalUnitOf() {
    guard at(.colon) else { return }
    let mark = builder.mark
    bump()
    expect(.unit, .unit)
    finish(.unitOf, from: mark)
  }

  // Quantity ::= NUMBER UNIT?
  mutating func parseQuantity() {
    let mark = builder.mark
    expect(.number, .number)
    if kind == .unit { bump() }
    finish(.quantity, from: mark)
  }

  /// Reads a NUMBER that counts something and so has no unit.
  mutating func parseCount() {
    let mark = builder.mark
    expect(.number, .number)
    finish(.quantity, from: mark)
  }

  // Range ::= Sum '..' Sum
  mutating func parseRange() {
    let mark = builder.mark
    parseSum()
    expect(.dotDot)
    parseSum()
    finish(.range, from: mark)
  }

  // List ::= '[' Expressions ']'
  mutating func parseList() {
    let mark = builder.mark
    bump()
    repeat {
      parseExpression()
      skip(toCommaOr: .closeBracket)
    } while take(.comma)
    expect(.closeBracket)
    finish(.list, from: mark)
  }

  // Selector ::= '[' SelectorPart ( ',' SelectorPart )* ']'
  mutating func parseSelector() {
    let mark = builder.mark
    bump()
    repeat { parseSelectorPart() } while take(.comma)
    expect(.closeBracket)
    finish(.selector, from: mark)
  }

  // SelectorPart ::= Span | Path | TEXT
  mutating func parseSelectorPart() {
    let mark = builder.mark
    switch kind {
    case .number, .period: parseSpan()
    case .text: bump()
    case .name, .quoted, .keyword, .unit, .symbol, .invalid, .end:
      if beginsName { parsePath() } else { reportExpected(.selectorPart) }
    }
    if !isRecovering, !at(.comma), !at(.closeBracket) { reportExpected(.symbol(.closeBracket)) }
    skip(toCommaOr: .closeBracket)
    finish(.selectorPart, from: mark)
  }

  // Span ::= Period ( '..' Period )?
  mutating func parseSpan() {
    let mark = builder.mark
    parsePeriod()
    if take(.dotDot) { parsePeriod() }
    finish(.span, from: mark)
  }

  // Period ::= NUMBER | PERIOD
  mutating func parsePeriod() {
    let mark = builder.mark
    if kind == .number, !isYear(current) {
      report(
        .invalidPeriod,
        Phrase("\(foundPhrase.english) is not a period", "\(foundPhrase.chinese) 不是时期"), at: range(of: current),
        help: [Phrase("a year has four digits, such as 2023", "年份为四位数字，如 2023")])
      isRecovering = false
      bump()
    } else if kind == .number || kind == .period {
      bump()
    } else {
      reportExpected(.period)
    }
    finish(.period, from: mark)
  }

  private func isYear(_ token: Token) -> Bool {
    let bytes = source.bytes[Int(token.start)..<Int(token.end)]
    if bytes.count <= 4 { return bytes.count == 4 && bytes.allSatisfy(\.isDigit) }
    // Wide digits take three bytes each.
    let digits = text(of: token).utf8
    return digits.count == 4 && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  // Expressions ::= Expression ( ',' Expression )*
  mutating func parseExpressions() {
    let mark = builder.mark
    repeat { parseExpression() } while take(.comma)
    finish(.expressions, from: mark)
  }

  // Fields ::= Field ( ',' Field )*
  mutating func parseFields() {
    let mark = builder.mark
    repeat { parseField() } while take(.comma)
    finish(.fields, from: mark)
  }

  /// Whether the name of a field is next.
  var beginsField: Bool { beginsName || at(.scenario) || at(.indicator) || at(.unit) }

  // Field ::= Path | 'scenario' | 'indicator' | 'unit'
  mutating func parseField() {
    let mark = builder.mark
    if beginsName {
      parsePath()
    } else if beginsField {
      bump()
    } else {
      reportExpected(.field)
    }
    finish(.field, from: mark)
  }

  // Members ::= Member ( ',' Member )*
  mutating func parseMembers() {
    let mark = builder.mark
    repeat { parseMember() } while take(.comma)
    finish(.members, from: mark)
  }

  // Member ::= Name | TEXT
  mutating func parseMember() {
    let mark = builder.mark
    if kind == .text {
      bump()
    } else if beginsName {
      parseName()
    } else {
      reportExpected(.member)
    }
    finish(.member, from: mark)
  }

  // Names ::= Path ( ',' Path )*
  mutating func parseNames() {
    let mark = builder.mark
    repeat { parsePath() } while take(.comma)
    finish(.names, from: mark)
  }

  // Path ::= Name ( '.' Name )*
  mutating func parsePath() {
    let mark = builder.mark
    parseName()
    while take(.dot) { parseName() }
    finish(.path, from: mark)
  }

  /// Whether a name is next.
  var beginsName: Bool { kind == .name || kind == .quoted || beginsClauseWord }

  private var beginsClauseWord: Bool { keyword?.isClauseWord ?? false }

  // Name ::= PlainName | ClauseWord
  mutating func parseName() {
    let mark = builder.mark
    if beginsClauseWord { parseClauseWord() } else { parsePlainName() }
    finish(.name, from: mark)
  }

  // PlainName ::= NAME | QUOTED
  mutating func parsePlainName() {
    if kind == .name || kind == .quoted { bump() } else { reportMissing(.name) }
  }

  // ClauseWord ::= 'owner' | 'attribute' | 'group' | 'weight' | 'because' | 'source' | 'severity' | 'kind' | 'better'
  //              | 'range' | 'every' | 'step' | 'top' | 'along' | 'of' | 'text' | 'adds' | 'assigned' | 'milestone'
  //              | 'tolerance'
  mutating func parseClauseWord() { bump() }
}
