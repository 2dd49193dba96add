import Source

/// How a column is read, or why it is not.
enum ColumnRemark {
  case role(HeadingRole)
  case dimension(String)
  case values(ValueColumn)
  case filled
  case statedUnit(String)
  case remarkColumn
  case unknownColumn
  case numericColumn
  case needlessColumn
  case noHeading
  case mappedOtherwise
  case secondColumn(String)
  case days(Frequency?)
  case decimalMark(DecimalMark)
  case growthOfNothing
  case growthWithoutPercent
  case noYear
  case reservedDimension(String)

  /// What is said, in both languages.
  var phrase: Phrase {
    switch self {
    case .role(let role): role.readingPhrase
    case .dimension(let name): Phrase("a further dimension, \(name)", "作为另一个维度“\(name)”")
    case .values(let column): column.readingPhrase
    case .filled: Phrase("empty cells take the text above them", "空白单元格沿用上方的文字")
    case .statedUnit(let unit):
      Phrase("the unit of every indicator that prints none is \(unit)", "未注明单位的指标均以“\(unit)”为单位")
    case .remarkColumn: Phrase("remarks and sources are not read", "备注、来源等说明列不读取")
    case .unknownColumn: Phrase("the heading is not known, so the column is not read", "未识别的表头，该列不读取")
    case .numericColumn:
      Phrase(
        "the heading is not known and the column holds numbers or nothing, so it is not read",
        "未识别的表头，且该列为数字或空白，不读取")
    case .needlessColumn:
      Phrase(
        "the heading is not known and rows are told apart without the column, so it is not read",
        "未识别的表头，且各行无需该列即可区分，不读取")
    case .noHeading: Phrase("the column has no heading, so it is not read", "该列没有表头，不读取")
    case .mappedOtherwise: Phrase("a mapping says otherwise, so the column is not read", "读取语句另有对应，该列不读取")
    case .secondColumn(let first):
      Phrase("\(quoted(first)) is read already, so this column is not", "已读取“\(first)”列，该列不再读取")
    case .decimalMark(.comma):
      Phrase("numbers have decimal commas, and points group their digits", "数字以逗号为小数点，以点为千分位")
    case .decimalMark(.point), .decimalMark(.unclear):
      Phrase(
        "the numbers do not settle which sign marks fractions; points are read so, and commas group digits by three",
        "无法从数字判断小数点是哪个符号；以点为小数点、逗号为千分位读取")
    case .days(.year): Phrase("each day stands for its year", "每个日期代表所在的年份")
    case .days(.half): Phrase("each day stands for its half-year", "每个日期代表所在的半年")
    case .days(.quarter): Phrase("each day stands for its quarter", "每个日期代表所在的季度")
    case .days(.month): Phrase("each day stands for its month", "每个日期代表所在的月份")
    case .days(nil):
      Phrase(
        "a month has several days, and days are no periods; sum or average them by month first",
        "同一个月有多个日期，而日期不是时期；请先按月汇总")
    case .growthWithoutPercent:
      Phrase(
        "growth without % in its heading could be in percent or in amounts, so it is not read",
        "表头未注明“%”，可能是百分数，也可能是绝对量，不读取")
    case .growthOfNothing:
      Phrase("growth without a column of values before it, so it is not read", "增速列之前没有对应的数值列，不读取")
    case .noYear:
      Phrase(
        "the heading names no year; a year in the title or a mapping such as 'period = 2023' gives one",
        "表头没有年份；可在标题中写明年份，或用“时期 = 2023”指定")
    case .reservedDimension(let name):
      Phrase("\(quoted(name)) is a dimension of scenarios, so the column is not read", "“\(name)”是情景的维度，该列不读取")
    }
  }
}

extension HeadingRole {
  /// How a column of this role is read.
  fileprivate var readingPhrase: Phrase {
    switch self {
    case .region: Phrase("the region", "读作地区")
    case .parent: Phrase("the region in which the row's region lies", "读作上级地区")
    case .indicator: Phrase("the indicator", "读作指标名称")
    case .period: Phrase("the period", "读作时期")
    case .part: Phrase("the part of the year", "读作年内的季度或月份")
    case .unit: Phrase("the unit", "读作计量单位")
    case .status: Phrase("why a value is missing, or that it is provisional", "读作数据状态")
    case .owner: Phrase("the responsible units", "读作责任单位")
    case .attribute: Phrase("the attribute", "读作指标属性")
    case .group: Phrase("the group", "读作类别")
    case .item: Phrase("the item", "读作项目")
    case .frequency: Phrase("how often a value is due", "读作填报频次")
    case .better: Phrase("which way is better", "读作指标方向")
    case .number: Phrase("the item's number", "读作序号")
    case .remark: Phrase("remarks", "读作备注")
    }
  }
}

extension ValueColumn {
  /// How this column is read.
  fileprivate var readingPhrase: Phrase {
    let english = [
      isTarget ? "targets" : isGrowth ? "growth in %" : "values", indicator.map { "of \($0)" },
      region.map { "of \($0)" },
    ]
    let isCumulative = period?.isCumulative ?? false
    let chinese = [region, indicator, isCumulative ? "累计" : nil, isTarget ? "目标" : isGrowth ? "增速(%)" : "数值"]
    let (inPeriod, ofPeriod) =
      period.map { dated in
        let (name, ending) = (dated.period.description, isCumulative ? ", from January on" : "")
        return (isTarget ? "by \(name)\(ending)" : "of \(name)\(ending)", "\(dated.period.chineseName)的")
      } ?? (part == nil ? (nil, "") : ("of a part of the row's year", "该行年份中的一期"))
    return Phrase(
      (english + [inPeriod]).compactMap { $0 }.joined(separator: " "),
      "读作\(ofPeriod)" + chinese.compactMap { $0 }.joined())
  }
}

extension Period {
  /// The period as a Chinese sentence names it: a bare year gets its 年.
  var chineseName: String {
    frequency == .year ? "\(description)年" : description
  }
}
