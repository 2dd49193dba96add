import Source

/// What a production needs next, as an error names it.
enum Expectation {
  case symbol(Symbol)
  case keyword(Keyword)
  case name
  case text
  case number
  case unit
  case period
  case expression
  case member
  case field
  case column
  case selectorPart
  case statement
  case condition
  case course
  case scenarioItem
  case reportItem
  case mapping
  case mappedValue
  case setBody
  case rangeOrList
  case endOfExpression

  /// How it is said.
  var phrase: Phrase {
    switch self {
    case .symbol(let symbol): Phrase(same: "`\(symbol.rawValue)`")
    case .keyword(let keyword): keyword.phrase
    case .name: Phrase("a name", "名称")
    case .text: Phrase("a text in double quotes", "双引号中的文本")
    case .number: Phrase("a number", "数")
    case .unit: Phrase("a unit", "计量单位")
    case .period: Phrase("a period such as 2023 or 2023Q1", "2023、2023Q1 之类的时期")
    case .expression: Phrase("an expression", "表达式")
    case .member: Phrase("a name or a text in double quotes", "名称或双引号中的文本")
    case .field: Phrase("the name of a field", "字段名称")
    case .column: Phrase("a period or the name of a column", "时期或列名")
    case .selectorPart: Phrase("a period, a name or a text in double quotes", "时期、名称或双引号中的文本")
    case .statement: Phrase("a statement", "语句")
    case .condition: Phrase("what the target asks: >= 70%, grows 6%, rises …", "目标的要求：>= 70%、增长 6%、提高……")
    case .course:
      Phrase("what is assumed: grows 6%, rises 1pp, reaches …, holds, = …", "假设的内容：增长 6%、提高 1pp、达至……、保持、= ……")
    case .scenarioItem: Phrase("an assumption or `}`", "假设或 `}`")
    case .reportItem: Phrase("text, a question or `}`", "正文、提问语句或 `}`")
    case .mapping: Phrase("a field or a mark in double quotes", "字段或双引号中的标记")
    case .mappedValue: Phrase("a heading in double quotes, a name or a period", "双引号中的表头、名称或时期")
    case .setBody: Phrase("`{` or the name of a relation", "`{` 或关系表名称")
    case .rangeOrList: Phrase("a range such as 0..5 or a list such as [a, b]", "0..5 之类的范围或 [a, b] 之类的列表")
    case .endOfExpression: Phrase("an operator or the end of the expression", "运算符或表达式的结尾")
    }
  }
}

extension Keyword {
  /// The keyword as an error shows it.
  var phrase: Phrase { Phrase("`\(entry.english)`", "`\(entry.chinese)`") }
}
