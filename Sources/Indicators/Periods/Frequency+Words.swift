import Source

extension Frequency {
  /// The length's name in each language.
  package var name: Phrase {
    switch self {
    case .year: Phrase("year", "年")
    case .half: Phrase("half", "半年")
    case .quarter: Phrase("quarter", "季")
    case .month: Phrase("month", "月")
    }
  }

  /// The words for each length, as sheets print them and scripts write them; an editable table.
  private static let words: [(frequency: Frequency, spellings: String)] = [
    (.year, "year years yearly annual annually a y 年 每年 年度 全年 年报 按年 逐年 一年一次"),
    (.half, "half halfyear half_year half-year halfyearly half-yearly semiannual semi-annual s h 半年 每半年 半年度 半年报 按半年"),
    (.quarter, "quarter quarters quarterly q 季 每季 季度 每季度 季报 按季 按季度 逐季 一季一次"),
    (.month, "month months monthly m 月 每月 月度 每个月 月报 按月 逐月 按月度 一月一次"),
  ]

  private static let frequencyOfWord: [String: Frequency] = {
    var found: [String: Frequency] = [:]
    for (frequency, spellings) in words {
      for word in spellings.split(separator: " ") { found[String(word)] = frequency }
    }
    return found
  }()

  /// Creates the length that `word` names, in either language.
  package init?(word: String) {
    guard let frequency = Self.frequencyOfWord[compactText(word)] else { return nil }
    self = frequency
  }
}
