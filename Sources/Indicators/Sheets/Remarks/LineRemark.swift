import Source

/// What is to be said of a line as a whole.
enum LineRemark {
  case title
  case titlePeriod(SheetPeriod)
  case footnote
  case section
  case headingAgain
  case tooManyCombinations
  case tooManyCells(Int, Int)
  case emptyIndicator
  case emptyPeriod
  case unreadablePeriod(String)
  case otherParent(String)
  case periodWithoutYear(String)

  /// What is said, in both languages.
  var phrase: Phrase {
    switch self {
    case .title: Phrase("a line above the headings", "表头以上的文字")
    case .titlePeriod(let period):
      Phrase(
        "a title; the sheet is about \(period.period)\(period.isCumulative ? ", from January on" : "")",
        "标题；据此本表时期为\(period.period.chineseName)\(period.isCumulative ? "，数值自1月起累计" : "")")
    case .footnote: Phrase("a note below the data", "表后的注释")
    case .section: Phrase("a line with text in one cell only, among the data", "数据之间只有一格文字的行")
    case .tooManyCombinations:
      Phrase(
        "the indicator's dimensions have too many combinations to be computed with", "该指标各维度的组合过多，无法计算")
    case .headingAgain: Phrase("the headings again", "重复的表头")
    case .tooManyCells(let cells, let headings):
      Phrase(
        "the row has \(cells) cells below \(headings) headings, so cells may have moved; a cell with a delimiter "
          + "in it must be quoted", "该行有\(cells)格，而表头有\(headings)格，可能错位；含分隔符的单元格须加引号")
    case .emptyIndicator: Phrase("the row names no indicator", "该行没有指标名称")
    case .emptyPeriod: Phrase("the row names no period", "该行没有时期")
    case .otherParent(let name):
      Phrase("another row places the region in \(quoted(name))", "另一行称该地区属于“\(name)”")
    case .periodWithoutYear(let text):
      Phrase(
        "\(quoted(text)) names no year; a year in the title or a mapping such as 'period = 2023' gives one",
        "“\(text)”没有年份；可在标题中写明年份，或用“时期 = 2023”指定")
    case .unreadablePeriod(let text): Phrase("\(quoted(text)) is no period", "“\(text)”不是时期")
    }
  }
}
