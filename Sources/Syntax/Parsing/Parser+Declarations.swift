extension Parser {
  // Use ::= 'use' TEXT ( 'as' Name )? ( 'with' Mapping ( ',' Mapping )* )?
  mutating func parseUse() {
    let mark = builder.mark
    bump()
    expect(.text, .text)
    if take(.as) { parseName() }
    if take(.with) {
      repeat { parseMapping() } while take(.comma)
    }
    finish(.use, from: mark)
  }

  // Mapping ::= ( Field | 'target' | TEXT ) '=' ( TEXT | Name | Period )
  mutating func parseMapping() {
    let mark = builder.mark
    if kind == .text {
      bump()
    } else if beginsField {
      parseField()
    } else if at(.target) {
      let field = builder.mark
      bump()
      finish(.field, from: field)
    } else {
      reportExpected(.mapping)
    }
    expect(.equal)
    if kind == .text {
      bump()
    } else if beginsName {
      parseName()
    } else if kind == .number || kind == .period {
      parsePeriod()
    } else {
      reportExpected(.mappedValue)
    }
    if isRecovering { skip { $0.at(.comma) } }
    finish(.mapping, from: mark)
  }

  // Import ::= 'import' TEXT ( 'as' Name )?
  mutating func parseImport() {
    let mark = builder.mark
    bump()
    expect(.text, .text)
    if take(.as) { parseName() }
    finish(.import, from: mark)
  }

  // UnitStatement ::= 'unit' NAME ( '=' Quantity )?
  mutating func parseUnitStatement() {
    let mark = builder.mark
    bump()
    expect(.name, .name)
    if take(.equal) { parseQuantity() }
    finish(.unitStatement, from: mark)
  }

  // Param ::= 'param' Name UnitOf? ( 'in' Range )? '=' Amount
  mutating func parseParam() {
    let mark = builder.mark
    bump()
    parseName()
    parseOptionalUnitOf()
    if take(.in) { parseRange() }
    expect(.equal)
    parseAmount()
    finish(.param, from: mark)
  }

  // Alias ::= 'alias' Name UnitOf? '=' Expression
  mutating func parseAlias() {
    let mark = builder.mark
    bump()
    parseName()
    parseOptionalUnitOf()
    expect(.equal)
    parseExpression()
    finish(.alias, from: mark)
  }

  // Indicator ::= 'indicator' Path UnitOf? IndicatorClause*
  mutating func parseIndicator() {
    let mark = builder.mark
    bump()
    parsePath()
    parseOptionalUnitOf()
    parseClauses([.kind, .better, .range, .owner, .attribute, .group, .every]) { $0.parseIndicatorClause($1) }
    finish(.indicator, from: mark)
  }

  // IndicatorClause ::= 'kind' Name | 'better' Name | 'range' Range | 'owner' Members | 'attribute' Member
  //                   | 'group' Member | 'every' Length
  mutating func parseIndicatorClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .range {
      parseRange()
    } else if word == .owner {
      parseMembers()
    } else if word == .attribute || word == .group {
      parseMember()
    } else if word == .every {
      parseLength()
    } else {
      parseName()
    }
    finish(.indicatorClause, from: mark)
  }

  // Length ::= Name | 'per year' | 'per quarter' | 'per month'
  mutating func parseLength() {
    let mark = builder.mark
    if at(.perYear) || at(.perQuarter) || at(.perMonth) { bump() } else { parseName() }
    finish(.length, from: mark)
  }

  // Aggregate ::= 'aggregate' Name UnitOf? '=' Path Arguments AggregateClause*
  mutating func parseAggregate() {
    let mark = builder.mark
    bump()
    parseName()
    parseOptionalUnitOf()
    expect(.equal)
    parsePath()
    parseArguments()
    parseClauses([.over, .by, .where, .require]) { $0.parseAggregateClause($1) }
    finish(.aggregate, from: mark)
  }

  // AggregateClause ::= 'over' Fields | 'by' Fields | 'where' Expression | 'require' Amount
  mutating func parseAggregateClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .where {
      parseExpression()
    } else if word == .require {
      parseAmount()
    } else {
      parseFields()
    }
    finish(.aggregateClause, from: mark)
  }

  // Set ::= 'set' Name '=' ( '{' Element ( ',' Element )* '}' | Path 'where' Expression )
  mutating func parseSet() {
    let mark = builder.mark
    bump()
    parseName()
    expect(.equal)
    if take(.openBrace) {
      isRecovering = false
      repeat { parseElement() } while take(.comma)
      expect(.closeBrace)
    } else if beginsName {
      parsePath()
      expect(.where)
      parseExpression()
    } else {
      reportExpected(.setBody)
    }
    finish(.set, from: mark)
  }

  // Element ::= Path ( 'weight' Quantity )?
  mutating func parseElement() {
    let mark = builder.mark
    parsePath()
    if take(.weight) { parseQuantity() }
    skip(toCommaOr: .closeBrace)
    finish(.element, from: mark)
  }

  // Same ::= 'same' Path ( '=' Path )+
  mutating func parseSame() {
    let mark = builder.mark
    bump()
    parsePath()
    expect(.equal)
    repeat { parsePath() } while take(.equal)
    finish(.same, from: mark)
  }

  // Rule ::= 'rule' Name TEXT? ':' Expression RuleClause*
  mutating func parseRule() {
    let mark = builder.mark
    bump()
    parseName()
    if kind == .text { bump() }
    expect(.colon)
    parseExpression()
    parseClauses([.where, .under, .severity]) { $0.parseRuleClause($1) }
    finish(.rule, from: mark)
  }

  // RuleClause ::= 'where' Expression | 'under' Names | 'severity' Name
  mutating func parseRuleClause(_ word: Keyword) {
    let mark = builder.mark
    bump()
    if word == .where {
      parseExpression()
    } else if word == .under {
      parseNames()
    } else {
      parseName()
    }
    finish(.ruleClause, from: mark)
  }

  // Correlate ::= 'correlate' Path ( ',' Path )+ '=' Amount
  mutating func parseCorrelate() {
    let mark = builder.mark
    bump()
    parsePath()
    expect(.comma)
    repeat { parsePath() } while take(.comma)
    expect(.equal)
    parseAmount()
    finish(.correlate, from: mark)
  }
}
