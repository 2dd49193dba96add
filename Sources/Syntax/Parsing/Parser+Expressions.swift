import Source

extension Parser {
  // Expression ::= Conjunction ( 'or' Conjunction )*
  mutating func parseExpression() {
    guard descend() else { return }
    let mark = builder.mark
    parseConjunction()
    while take(.or) { parseConjunction() }
    finish(.expression, from: mark)
    ascend()
  }

  // Conjunction ::= Negation ( 'and' Negation )*
  mutating func parseConjunction() {
    let mark = builder.mark
    parseNegation()
    while take(.and) { parseNegation() }
    finish(.conjunction, from: mark)
  }

  // Negation ::= 'not' Negation | Comparison
  mutating func parseNegation() {
    guard at(.not) else { return parseComparison() }
    guard descend() else { return }
    let mark = builder.mark
    bump()
    parseNegation()
    finish(.negation, from: mark)
    ascend()
  }

  // Comparison ::= Amount ( Comparator Amount | '≈' Amount ( 'within' Amount )? | 'in' ( Range | List ) )?
  mutating func parseComparison() {
    let mark = builder.mark
    parseAmount()
    if beginsComparator {
      parseComparator()
      parseAmount()
    } else if take(.approximately) {
      parseAmount()
      if take(.within) { parseAmount() }
    } else if take(.in) {
      if at(.openBracket) {
        parseList()
      } else if beginsExpression {
        parseRange()
      } else {
        reportExpected(.rangeOrList)
      }
    }
    finish(.comparison, from: mark)
  }

  /// Whether a comparator is next.
  var beginsComparator: Bool {
    switch kind {
    case .symbol(.equal), .symbol(.doubleEqual), .symbol(.notEqual), .symbol(.less), .symbol(.lessOrEqual),
      .symbol(.greater), .symbol(.greaterOrEqual):
      true
    case .symbol, .keyword, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: false
    }
  }

  // Comparator ::= '==' | '=' | '!=' | '<' | '<=' | '>' | '>='
  mutating func parseComparator() {
    let mark = builder.mark
    bump()
    finish(.comparator, from: mark)
  }

  // Amount ::= Fallback ( 'to' Fallback )?
  mutating func parseAmount() {
    let mark = builder.mark
    parseFallback()
    if take(.to) { parseFallback() }
    finish(.amount, from: mark)
  }

  // Fallback ::= Sum ( '??' Sum )*
  mutating func parseFallback() {
    let mark = builder.mark
    parseSum()
    while take(.questions) { parseSum() }
    finish(.fallback, from: mark)
  }

  // Sum ::= Product ( ( '+' | '-' ) Product )*
  mutating func parseSum() {
    let mark = builder.mark
    parseProduct()
    while at(.plus) || at(.minus) {
      bump()
      parseProduct()
    }
    finish(.sum, from: mark)
  }

  // Product ::= Negative ( ( '*' | '/' ) Negative )*
  mutating func parseProduct() {
    let mark = builder.mark
    parseNegative()
    while at(.times) || at(.slash) {
      bump()
      parseNegative()
    }
    finish(.product, from: mark)
  }

  // Negative ::= '-' Negative | Power
  mutating func parseNegative() {
    guard at(.minus) else { return parsePower() }
    guard descend() else { return }
    let mark = builder.mark
    bump()
    parseNegative()
    finish(.negative, from: mark)
    ascend()
  }

  // Power ::= Postfix ( '^' Negative )?
  mutating func parsePower() {
    let mark = builder.mark
    parsePostfix()
    if at(.caret), descend() {
      bump()
      parseNegative()
      ascend()
    }
    finish(.power, from: mark)
  }

  // Postfix ::= Primary Selector*
  mutating func parsePostfix() {
    let mark = builder.mark
    parsePrimary()
    while at(.openBracket) { parseSelector() }
    finish(.postfix, from: mark)
  }

  // Primary ::= Quantity | PERIOD | TEXT | Path Arguments? | '(' Expression ')'
  mutating func parsePrimary() {
    let mark = builder.mark
    switch kind {
    case .number: parseQuantity()
    case .period, .text: bump()
    case .symbol(.openParenthesis):
      bump()
      parseExpression()
      if isRecovering { skip { $0.at(.closeParenthesis) } }
      expect(.closeParenthesis)
    case .name, .quoted, .keyword:
      guard beginsName else { return reportMissing(.expression) }
      if beginsIf { return parseIf() }
      parsePath()
      if at(.openParenthesis) { parseArguments() }
    case .unit, .symbol, .invalid, .end: return reportExpected(.expression)
    }
    finish(.primary, from: mark)
  }

  /// Whether an expression is next.
  var beginsExpression: Bool {
    switch kind {
    case .number, .period, .text, .symbol(.openParenthesis), .symbol(.minus), .keyword(.not): true
    case .name, .quoted, .keyword: beginsName
    case .symbol, .unit, .invalid, .end: false
    }
  }

  // Arguments ::= '(' ( Argument ( ',' Argument )* )? ')'
  mutating func parseArguments() {
    let mark = builder.mark
    if expect(.openParenthesis), !take(.closeParenthesis) {
      repeat { parseArgument() } while take(.comma)
      expect(.closeParenthesis)
    }
    finish(.arguments, from: mark)
  }

  // Argument ::= 'within' ':' Expression | Expression ( ( ':' | '..' | 'where' ) Expression )?
  mutating func parseArgument() {
    let mark = builder.mark
    if take(.within) {
      expect(.colon)
      parseExpression()
    } else {
      parseExpression()
      if take(.colon) || take(.dotDot) || take(.where) { parseExpression() }
    }
    if !isRecovering, !at(.comma), !at(.closeParenthesis) { reportExpected(.symbol(.closeParenthesis)) }
    skip(toCommaOr: .closeParenthesis)
    finish(.argument, from: mark)
  }
}
