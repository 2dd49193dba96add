import Source

/// What chooses nothing, or everything, and so says nothing of the data.
enum Vacuity {
  /// A filter is true nowhere.
  case filterKeepsNothing(FilterUse)
  /// A filter is true everywhere.
  case filterKeepsAll(FilterUse)
  /// A rule has no cell in which it can be judged.
  case ruleJudgesNothing(String, unknown: Int)
  /// What a target judges is missing everywhere.
  case targetJudgesNothing(String)
  /// A target's number is a thousand times the last value or more, or a thousandth or less.
  case targetOfUnlikelySize(String, asked: String, value: String)

  /// Returns the finding at `site`.
  func diagnostic(at site: Site) -> Diagnostic {
    switch self {
    case .filterKeepsNothing(let use):
      let unknown = use.unknown
      return Diagnostic(
        use.subject.isQuestionOfRows ? .note : .warning, .matchesNothing,
        Phrase("the condition is true of no \(use.subject.noun.english)", "没有\(use.subject.noun.chinese)满足条件"),
        at: site,
        help: unknown == 0
          ? []
          : [
            Phrase(
              "for \(unknown) of \(use.total) it is unknown", "\(use.total) 个中有 \(unknown) 个条件不明")
          ])
    case .filterKeepsAll(let use):
      return Diagnostic(
        use.subject.isRows ? .note : .warning, .matchesEverything,
        Phrase(
          "the condition is true of every \(use.subject.noun.english), and leaves nothing out",
          "所有\(use.subject.noun.chinese)都满足条件，没有筛掉任何一个"),
        at: site)
    case .ruleJudgesNothing(let name, let unknown):
      return Diagnostic(
        .warning, .matchesNothing,
        Phrase("the rule \(name) has nothing to judge", "规则“\(name)”没有可判的数据"), at: site,
        help: unknown == 0
          ? []
          : [Phrase("in \(unknown) \(unknown == 1 ? "cell" : "cells") a value is missing", "有 \(unknown) 处缺少数值")])
    case .targetOfUnlikelySize(let name, let asked, let value):
      return Diagnostic(
        .warning, .unlikelySize,
        Phrase(
          "the target of \(name) asks for \(asked), and the last value is \(value)",
          "“\(name)”的目标为 \(asked)，而最近的实际值为 \(value)"),
        at: site, help: [Phrase("is the unit right?", "请核对单位")])
    case .targetJudgesNothing(let name):
      return Diagnostic(
        .warning, .matchesNothing,
        Phrase("\(name) has no value in any period, so the target judges nothing", "“\(name)”在任何时期都没有数值，目标无从判断"),
        at: site, help: [Phrase("explain shows which operand is missing", "“溯源”可看出缺的是哪一项")])
    }
  }
}

extension FilterUse.Subject {
  /// Whether the filter is of a relation's rows.
  var isRows: Bool {
    switch self {
    case .countedRows, .shownRows: true
    case .aggregate, .table, .rule: false
    }
  }

  /// Whether the rows are asked for, so that none is an answer.
  var isQuestionOfRows: Bool {
    switch self {
    case .shownRows: true
    case .aggregate, .table, .rule, .countedRows: false
    }
  }

  /// What the filter chooses from.
  var noun: Phrase { isRows ? Phrase("row", "行") : Phrase("cell", "单元格") }
}
