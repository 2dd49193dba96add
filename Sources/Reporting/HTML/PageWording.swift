import Source

/// The words of a page that no answer has.
enum PageWording {
  static let answers = Phrase("Answers", "结果")
  static let contents = Phrase("Contents", "目录")
  static let redIsUp = Phrase("red is up", "红涨绿跌")
  static let greenIsUp = Phrase("green is up", "绿涨红跌")
  static let numbers = Phrase("Numbers of the chart", "图中数据")
  static let table = Phrase("table", "表格")
}
