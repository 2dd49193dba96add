import Indicators
import Source

extension WordList {
  /// The words, each with its spelling in both languages; the English one is how a cell stores it.
  package var words: [Phrase] {
    switch self {
    case .status:
      [
        Phrase("met", "达标"), Phrase("missed", "未达标"), Phrase("pending", "待判"), Phrase("unknown", "不明"),
        Phrase("open", "待下达"), Phrase("manual", "人工判定"),
      ]
    case .verdict: [Phrase("pass", "通过"), Phrase("fail", "不通过"), Phrase("unknown", "不明")]
    case .severity: [Phrase("error", "错误"), Phrase("warning", "警告"), Phrase("info", "提示")]
    case .conflict:
      [
        Phrase("different_target", "目标不同"), Phrase("different_actual", "实际不同"),
        Phrase("formula", "与公式不符"), Phrase("different_unit", "单位不同"), Phrase("rounding", "舍入不同"),
        Phrase("different_force", "力度不同"), Phrase("different_owner", "责任单位不同"),
      ]
    case .note:
      [
        Phrase("unreadable", "无法读取"), Phrase("ignored-row", "忽略的行"), Phrase("ignored-column", "忽略的列"),
        Phrase("title", "标题行"), Phrase("footnote", "脚注"), Phrase("milestone", "里程碑"),
        Phrase("repeated", "重复"), Phrase("clash", "数值冲突"), Phrase("unknown-unit", "未知单位"),
        Phrase("reading", "读法"),
      ]
    case .scenario: [Phrase("actual", "实际"), Phrase("plan", "计划")]
    case .cause: LedgerCause.allCases.map(\.name)
    case .reason: MissingReason.allCases.filter { $0 != .known }.map(\.name)
    }
  }

  /// Returns the stored form of the word spelt `text` in either language.
  package func find(_ text: String) -> String? {
    // Reasons have further spellings, those of marks in `use`.
    if self == .reason { return MissingReason(word: text)?.name.english }
    return words.first { $0.english == text || $0.chinese == text }?.english
  }

  /// Returns the spellings of the stored word `word`.
  package func phrase(_ word: String) -> Phrase {
    words.first { $0.english == word } ?? Phrase(same: word)
  }
}
