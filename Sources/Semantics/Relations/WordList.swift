import Indicators
import Source

extension WordList {
  /// The words, each with its spelling in both languages; the English one is how a cell stores it.
  package var words: [Phrase] {
    switch self {
    case .status:
      [
        Phrase("met", "达标"), Phrase("missed", "未达标"), Phrase("pending", "待判"), Phrase("unknown", "不明"),
        Phrase("open", "待下达"), Phrase("manual", "人工判定"), Phrase("ahead", "快于时序"), Phrase("on track", "符合时序"),
        Phrase("behind", "落后于时序"),
      ]
    case .verdict: [Phrase("pass", "通过"), Phrase("fail", "不通过"), Phrase("unknown", "不明")]
    case .severity: [Phrase("error", "错误"), Phrase("warning", "警告"), Phrase("info", "提示")]
    case .conflict:
      [
        Phrase("different_target", "目标不同"), Phrase("different_actual", "实际不同"),
        Phrase("formula", "与公式不符"), Phrase("imbalance", "分项合计不符"), Phrase("different_unit", "单位不同"),
        Phrase("rounding", "舍入不同"),
        Phrase("different_force", "力度不同"), Phrase("different_owner", "责任单位不同"),
      ]
    case .note:
      [
        Phrase("unreadable", "无法读取"), Phrase("ignored-row", "忽略的行"), Phrase("ignored-column", "忽略的列"),
        Phrase("title", "标题行"), Phrase("footnote", "脚注"), Phrase("milestone", "里程碑"),
        Phrase("repeated", "重复"), Phrase("clash", "数值冲突"), Phrase("unknown-unit", "未知单位"),
        Phrase("reading", "读法"),
      ]
    case .light: [Phrase("red", "红灯"), Phrase("yellow", "黄灯"), Phrase("green", "绿灯")]
    case .scenario: [Phrase("actual", "实际"), Phrase("plan", "计划")]
    case .kind: IndicatorKind.allCases.map { Phrase($0.rawValue, $0.chinese) }
    case .direction: [Phrase("higher", "越高越好"), Phrase("lower", "越低越好")]
    case .frequency: [Phrase("year", "年"), Phrase("half", "半年"), Phrase("quarter", "季"), Phrase("month", "月")]
    case .cause: LedgerCause.allCases.map(\.name)
    case .assumption: AssumptionState.allCases.map(\.name)
    case .footing: [Phrase("data", "数据"), Phrase("held", "沿用"), Phrase("assumption", "假设")]
    case .reason: MissingReason.allCases.filter { $0 != .known }.map(\.name)
    }
  }

  /// Further spellings of a word, by the word.
  private var otherSpellings: [String: [String]] {
    switch self {
    case .status: ["on track": ["on_track", "与时序持平", "正常"], "ahead": ["快于进度"], "behind": ["落后于进度"]]
    case .light: ["red": ["红"], "yellow": ["黄"], "green": ["绿"]]
    case .verdict, .severity, .conflict, .note, .scenario, .kind, .direction, .frequency, .cause, .reason, .assumption,
      .footing:
      [:]
    }
  }

  /// Returns the stored form of the word spelt `text` in either language.
  package func find(_ text: String) -> String? {
    // Reasons have further spellings, those of marks in `use`.
    if self == .reason { return MissingReason(word: text)?.name.english }
    return words.first { word in
      word.english == text || word.chinese == text || (otherSpellings[word.english] ?? []).contains(text)
    }?.english
  }

  /// Returns the position of the stored word `word` in the list.
  package func position(of word: String) -> Int? {
    words.firstIndex { $0.english == word }
  }

  /// Returns the spellings of the stored word `word`.
  package func phrase(_ word: String) -> Phrase {
    words.first { $0.english == word } ?? Phrase(same: word)
  }
}
