import Source

/// What is to be said of a cell or its unit.
enum CellRemark {
  case looseQuote
  case noTarget
  case replacedBytes(TextEncoding)
  case notANumber
  case tooLarge
  case grouping
  case bracketed
  case prefixedTwice(String, String)
  case otherUnit(String, String)
  case unitAmongNone(String, String)
  case noneAmongUnits(String)
  case unitFromCell(String)
  case unitFromLaterRow(String, Int)
  case secondUnit(String, String, String)
  case twoUnits(String, String)
  case headingUnit(String, String)
  case unknownUnit(String)
  case unreadableUnit(String)
  case unknownFrequency(String)
  case unknownDirection(String)
  case cumulativeApart(String)
  case joinsCumulative(Period, Period)
  case growthOfPercent(String)
  case hiddenDenominator(String, String)
  case repeated(Int)
  case clash(String, Int)

  /// What is said, in both languages.
  var phrase: Phrase {
    switch self {
    case .noTarget: Phrase("no target", "没有目标")
    case .looseQuote:
      Phrase("a quote opens this cell and does not close it; it is read as a plain character", "单元格开头的引号没有正确闭合，按普通字符读取")
    case .replacedBytes(let encoding):
      Phrase("the cell has bytes that are no text in \(encoding.rawValue)", "单元格含有不符合\(encoding.rawValue)编码的字节")
    case .notANumber: Phrase("the text is no number", "不是数字")
    case .tooLarge: Phrase("the number is beyond what can be computed with", "数字超出可计算的范围")
    case .grouping:
      Phrase("the commas do not group the digits by three", "逗号不是每三位一组的千分位")
    case .bracketed: Phrase("a number in brackets could be negative or a remark", "括号内的数字含义不明（负数或注释）")
    case .prefixedTwice(let prefix, let unit):
      Phrase(
        "\(prefix) in the cell and \(unit) of the column could be meant together or apart",
        "单元格的“\(prefix)”与该列单位“\(unit)”可能重复")
    case .otherUnit(let cell, let unit):
      Phrase("the cell's unit \(cell) does not convert to \(unit)", "单元格的单位“\(cell)”不能换算为“\(unit)”")
    case .unitAmongNone(let cell, let name):
      Phrase("the cell has the unit \(cell), other cells of \(name) have none", "单元格带单位“\(cell)”，而“\(name)”的其他单元格没有单位")
    case .noneAmongUnits(let unit):
      Phrase("the cell has no unit, other cells of the indicator have \(unit)", "单元格没有单位，而该指标的其他单元格带“\(unit)”")
    case .unitFromCell(let unit): Phrase("the unit \(unit) is taken from the cells", "单位“\(unit)”取自单元格")
    case .unitFromLaterRow(let unit, let line):
      Phrase("the unit \(unit) also holds for line \(line), which has none", "单位“\(unit)”也用于没有单位的第\(line)行")
    case .secondUnit(let unit, let first, let name):
      Phrase(
        "\(unit) does not convert to \(first), the unit that the name has above; these rows are \(quoted(name))",
        "“\(unit)”不能换算为此前的单位“\(first)”，这些行作为“\(name)”读取")
    case .twoUnits(let inName, let inColumn):
      Phrase(
        "the name says \(inName), the unit column \(inColumn); the column is followed",
        "名称中的单位为“\(inName)”，单位列为“\(inColumn)”，以单位列为准")
    case .headingUnit(let own, let heading):
      Phrase(
        "the indicator says \(own), the heading \(heading); the indicator is followed",
        "指标的单位为“\(own)”，表头的单位为“\(heading)”，以指标为准")
    case .unknownUnit(let unit):
      Phrase("\(unit) is not in the unit table; it converts to no other unit", "单位表中没有“\(unit)”，不与其他单位换算")
    case .unreadableUnit(let text):
      Phrase("\(quoted(text)) is no unit, so the numbers have none", "“\(text)”不是计量单位，数值按无单位读取")
    case .unknownDirection(let text):
      Phrase(
        "\(quoted(text)) does not say which way is better; higher and lower do", "“\(text)”不是指标方向，可写 越高越好、越低越好")
    case .unknownFrequency(let text):
      Phrase(
        "\(quoted(text)) does not say how often a value is due; year, half, quarter and month do",
        "“\(text)”不是填报频次，可写 年、半年、季、月")
    case .cumulativeApart(let name):
      Phrase(
        "the figures that run from January are an indicator of their own, \(quoted(name))",
        "自1月起的累计数作为另一个指标“\(name)”")
    case .joinsCumulative(let printed, let end):
      Phrase(
        "beside figures that run from January, \(printed) is the one that ends in \(end)",
        "与累计数并列，\(printed.chineseName)读作截至\(end.chineseName)的累计数")
    case .growthOfPercent(let name):
      Phrase(
        "\(quoted(name)) is in percent, so its growth could be relative or in percentage points; it is not read",
        "“\(name)”本身为百分数，其增速可能是百分点，不读取")
    case .hiddenDenominator(let printed, let full):
      Phrase("by its name, \(printed) is \(full)", "按指标名称，单位“\(printed)”读作“\(full)”")
    case .repeated(let line): Phrase("the same value as in line \(line)", "与第\(line)行的数值相同")
    case .clash(let other, let line):
      Phrase(
        "line \(line) has \(quoted(other)) for the same cell; it counts as missing",
        "第\(line)行同一数据为“\(other)”，两者不一致，按缺失处理")
    }
  }
}
