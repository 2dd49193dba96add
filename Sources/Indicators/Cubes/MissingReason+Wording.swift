import Source

extension MissingReason {
  /// The word that stands in a table where the number would be.
  package var mark: Phrase {
    switch self {
    case .known: Phrase("known", "已知")
    case .notReported: Phrase("unreported", "未报")
    case .suppressed: Phrase("withheld", "不公布")
    case .notApplicable: Phrase("n/a", "不适用")
    case .unreadable: Phrase("unreadable", "不可读")
    case .undefined: Phrase("undefined", "无定义")
    case .outsideData: Phrase("no data", "无数据")
    case .gap: Phrase("gap", "期次中断")
    case .nonPositiveBase: Phrase("base not positive", "基数非正")
    case .conflict: Phrase("conflict", "冲突")
    case .coverage: Phrase("low coverage", "覆盖不足")
    case .noSuchCombination: Phrase("–", "–")
    case .tooLarge: Phrase("too large", "过大")
    case .stated: Phrase("missing", "缺失")
    case .circular: Phrase("circular", "循环")
    case .never: Phrase("never", "从未")
    }
  }

  /// Why there is no number, in words that finish a sentence.
  package var explanation: Phrase {
    switch self {
    case .known: Phrase("the value is known", "数值已知")
    case .notReported: Phrase("the sheet has a place for it, and nothing was reported", "表中有此项，但未填报")
    case .suppressed: Phrase("the figure exists and is withheld", "数据存在但不公布")
    case .notApplicable: Phrase("the figure does not apply here", "此处不适用该指标")
    case .unreadable: Phrase("the cell cannot be read as a number", "单元格内容无法读作数字")
    case .undefined: Phrase("the computation has no answer, such as 0/0", "计算无意义，例如 0/0")
    case .outsideData: Phrase("no sheet has a row for it", "没有任何表含有此项")
    case .gap: Phrase("a period in between is not in the data", "数据缺少其间的时期")
    case .nonPositiveBase: Phrase("growth from zero or below has no meaning", "基数为零或负，增速无意义")
    case .conflict: Phrase("two sources ask for different values", "两处来源要求的数值不同")
    case .coverage: Phrase("too few of the values it is made from are known", "构成它的数值已知者过少")
    case .noSuchCombination: Phrase("the sheet has no such combination of members", "表中没有这样的成员组合")
    case .tooLarge: Phrase("the result would be larger than the limit", "结果超出规模上限")
    case .stated: Phrase("the script says that it is missing", "脚本规定此值缺失")
    case .circular: Phrase("the value needs itself", "此值要用到自身")
    case .never: Phrase("the condition holds in no period", "没有满足条件的时期")
    }
  }
}
