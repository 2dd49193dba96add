import Source

extension MissingReason {
  /// The reason's name in scripts; the English one is also the name for machines.
  package var name: Phrase {
    switch self {
    case .known: Phrase("known", "已知")
    case .notReported: Phrase("not_reported", "未报")
    case .suppressed: Phrase("suppressed", "不公布")
    case .notApplicable: Phrase("not_applicable", "不适用")
    case .unreadable: Phrase("unreadable", "不可读")
    case .undefined: Phrase("undefined", "无定义")
    case .outsideData: Phrase("outside_data", "无数据")
    case .gap: Phrase("gap", "期次中断")
    case .nonPositiveBase: Phrase("non_positive_base", "基数非正")
    case .conflict: Phrase("conflict", "冲突")
    case .coverage: Phrase("coverage", "覆盖不足")
    case .noSuchCombination: Phrase("no_such_combination", "无此组合")
    case .tooLarge: Phrase("too_large", "过大")
    case .stated: Phrase("stated", "缺失")
    case .circular: Phrase("circular", "循环")
    case .never: Phrase("never", "从未")
    }
  }

  /// The reason's name for machines, the same in every language.
  package var identifier: String { name.english }

  /// Other words for a reason that scripts may use.
  private static let furtherWords: [String: MissingReason] = [
    "未上报": .notReported, "未填报": .notReported, "unreported": .notReported,
    "unpublished": .suppressed, "withheld": .suppressed, "未公布": .suppressed, "保密": .suppressed,
    "不公开": .suppressed, "不涉及": .notApplicable, "无法读取": .unreadable,
  ]

  /// Creates the reason that a script calls `word`, in either language; `.known` is none.
  package init?(word: String) {
    let named = Self.allCases.first { $0 != .known && ($0.name.english == word || $0.name.chinese == word) }
    guard let reason = named ?? Self.furtherWords[word] else { return nil }
    self = reason
  }
}
