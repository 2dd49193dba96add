import Source

/// What makes a sheet unusable or a mapping wrong, and what helps.
enum SheetFault {
  case noConverter
  case empty
  case noHeadingRow
  case noValues
  case noIndicator
  case noPeriod(String)
  case unknownHeading(String, file: String)
  case constant(SheetMapping.Field, String)
  case unknownReason(String, mark: String)

  // Help
  case saveAsUTF8
  case firstLine(String)
  case headingWords
  case statePeriod
  case mapValue
  case mapIndicator
  case headings([String])
  case quoteHeading(SheetMapping.Field, String)
  case reasons

  /// What is said, in both languages.
  var phrase: Phrase {
    switch self {
    case .noConverter:
      Phrase(
        "the sheet is not UTF-8 or UTF-16, and this system cannot convert GB18030",
        "表格不是UTF-8或UTF-16编码，而本系统无法转换GB18030")
    case .empty: Phrase("the sheet holds no text", "表格没有内容")
    case .noHeadingRow: Phrase("no row of headings is found in the sheet", "表格中找不到表头")
    case .noValues: Phrase("no column of the sheet holds values or targets", "表格中没有数值列或目标列")
    case .noIndicator: Phrase("no column of the sheet names the indicators", "表格中没有指标名称列")
    case .noPeriod(let heading):
      Phrase(
        "the column \(quoted(heading)) has no year, and no title or mapping gives one", "“\(heading)”列没有年份，标题和读取语句也没有给出"
      )
    case .unknownHeading(let heading, let file):
      Phrase("\(quoted(heading)) is no heading of \(file)", "\(file)中没有表头“\(heading)”")
    case .constant(let field, let text):
      Phrase(
        "the field \(field.rawValue) needs a column, and \(text) is a constant", "“\(field.chinese)”须对应一列，而“\(text)”是常量"
      )
    case .unknownReason(let word, let mark):
      Phrase("\(word) is no reason that the mark \(quoted(mark)) can stand for", "“\(word)”不是标记“\(mark)”可以表示的缺失原因")

    case .saveAsUTF8: Phrase("save the sheet as UTF-8", "请将表格另存为UTF-8编码")
    case .firstLine(let text): Phrase("the first line is \(quoted(text))", "首行为“\(text)”")
    case .headingWords:
      Phrase(
        "headings such as 指标, 单位, 责任单位, 2022年, 2023年目标, or region, indicator, period, value are known",
        "可识别的表头如：指标、单位、责任单位、2022年、2023年目标、地区、年份、数值")
    case .statePeriod:
      Phrase("state the year, as in 'with period = 2023'", "可指明年份，如“对应 时期 = 2023”")
    case .mapValue:
      Phrase("name the column of values, as in 'with value = \"…\"'", "可指明数值列，如“对应 数值 = \"…\"”")
    case .mapIndicator:
      Phrase(
        "name the column of indicators, as in 'with indicator = \"…\"', or the one indicator, as in 'with indicator = NAME'",
        "可指明指标列，如“对应 指标 = \"…\"”；只有一个指标时可写“对应 指标 = 名称”")
    case .headings(let headings):
      Phrase(
        "the headings are \(headings.map { quoted($0) }.joined(separator: ", "))",
        "表头有：\(headings.map { "“\($0)”" }.joined(separator: "、"))")
    case .quoteHeading(let field, let text):
      Phrase("for a heading write \(field.rawValue) = \"\(text)\"", "表头须加引号：\(field.chinese) = \"\(text)\"")
    case .reasons:
      Phrase("a mark can be not_reported, unpublished or not_applicable", "标记可以是“未上报”“未公布”或“不适用”")
    }
  }
}

/// Returns `text` in the quotes of an English sentence.
func quoted(_ text: String) -> String {
  "'\(text)'"
}
