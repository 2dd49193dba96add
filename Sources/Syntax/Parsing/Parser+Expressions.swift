import Source

extension Parser {
  // Expression ::= Conjunction ( 'or' Conjunction )*
  mutating func parseExpression() {
    guard descend() else { return }
    let mark = builder.mark
    parseNegation()
    if joinsOperands {
      joinConjunction(from: mark)
      while take(.or) { parseConjunction() }
      finish(.expression, from: mark)
    }
    ascend()
  }

  // Conjunction ::= Negation ( 'and' Negation )*
  private mutating func parseConjunction() {
    let mark = builder.mark
    parseNegation()
    joinConjunction(from: mark)
  }

  /// Reads what makes a conjunction of the negation read since `mark`.
  private mutating func joinConjunction(from mark: TreeBuilder.Mark) {
    while take(.and) { parseNegation() }
    finish(.conjunction, from: mark)
  }

  /// Whether what has been read goes on with an operator that joins it to another operand; where it does not, all
  /// productions that are made of operands leave it as it is.
  private var joinsOperands: Bool {
    switch kind {
    case .symbol(.plus), .symbol(.minus), .symbol(.times), .symbol(.slash), .symbol(.questions),
      .symbol(.approximately), .keyword(.and), .keyword(.or), .keyword(.in), .keyword(.to):
      true
    case .symbol: beginsComparator
    case .keyword, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: false
    }
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
  @inline(__always) mutating func parseComparison() {
    let mark = builder.mark
    parseAmount()
    guard joinsOperands else { return }
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
    parseNegative()
    guard joinsOperands else { return }
    joinFallback(from: mark)
    if take(.to) { parseFallback() }
    finish(.amount, from: mark)
  }

  // Fallback ::= Sum ( '??' Sum )*
  private mutating func parseFallback() {
    let mark = builder.mark
    parseNegative()
    joinFallback(from: mark)
  }

  private mutating func joinFallback(from mark: TreeBuilder.Mark) {
    joinSum(from: mark)
    while take(.questions) { parseSum() }
    finish(.fallback, from: mark)
  }

  // Sum ::= Product ( ( '+' | '-' ) Product )*
  mutating func parseSum() {
    let mark = builder.mark
    parseNegative()
    if joinsOperands { joinSum(from: mark) }
  }

  private mutating func joinSum(from mark: TreeBuilder.Mark) {
    joinProduct(from: mark)
    while at(.plus) || at(.minus) {
      bump()
      parseProduct()
    }
    finish(.sum, from: mark)
  }

  // Product ::= Negative ( ( '*' | '/' ) Negative )*
  private mutating func parseProduct() {
    let mark = builder.mark
    parseNegative()
    if joinsOperands { joinProduct(from: mark) }
  }

  private mutating func joinProduct(from mark: TreeBuilder.Mark) {
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
  @inline(__always) mutating func parsePower() {
    let mark = builder.mark
    parsePostfix()
    guard at(.caret), descend() else { return }
    bump()
    parseNegative()
    ascend()
    finish(.power, from: mark)
  }

  // Postfix ::= Primary Selector*
  @inline(__always) mutating func parsePostfix() {
    let mark = builder.mark
    parsePrimary()
    guard at(.openBracket) else { return }
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
