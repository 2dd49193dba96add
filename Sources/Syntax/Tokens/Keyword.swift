/// A word, or two words, with a meaning of its own in the grammar.
package enum Keyword: UInt8, CaseIterable, Sendable {
  case use, `import`, unit, param, indicator, alias, aggregate, set, same, hierarchy, target, scenario, rule, correlate
  case show, project, compare, solve, sensitivity, tabulate, explain, report
  case `as`, with, over, by, `where`, require, from, until, at, `for`, under, within, then
  case and, or, not, `in`, to
  case grows, shrinks, rises, falls, reaches, follows, holds
  case perYear, perQuarter, perMonth, upTo, downTo, soThat, orderBy, asOf, ranksWithin, otherwiseMissing, otherwiseHold
  case owner, attribute, group, weight, because, source, severity, kind, better, range, every, step, top, along, of
  case text, adds, assigned, milestone, tolerance

  /// The keywords that begin a statement.
  static let statements = allCases.filter(\.beginsStatement)

  /// How firmly a keyword is taken.
  package enum Kind: String, Sendable {
    /// Never a name.
    case reserved
    /// Two words that are one keyword; alone, neither is reserved on their account.
    case pair
    /// Opens a clause, and is a name where a name is expected.
    case clause
  }

  /// What a keyword does.
  package enum Role: String, Sendable {
    case statement
    case question
    case clause
    case `operator`
    case verb
    case rate
  }

  /// The keyword's line of the table.
  package var entry: KeywordEntry { KeywordEntry.table[Int(rawValue)] }
  /// How firmly the keyword is taken.
  package var kind: Kind { entry.kind }
  /// Whether the keyword begins a statement.
  package var beginsStatement: Bool { rawValue <= Keyword.report.rawValue }
  /// Whether the keyword begins a declaration that may state a unit behind a colon.
  package var declaresUnit: Bool {
    self == .param || self == .indicator || self == .alias || self == .aggregate
  }
  /// Whether the keyword may stand where a name is expected.
  package var isClauseWord: Bool { rawValue >= Keyword.owner.rawValue }
}

/// One line of the keyword table.
package struct KeywordEntry: Hashable, Sendable {
  /// The keyword.
  package let keyword: Keyword
  /// How firmly it is taken.
  package let kind: Keyword.Kind
  /// What it does.
  package let role: Keyword.Role
  /// The English spelling.
  package let english: String
  /// The Chinese spelling.
  package let chinese: String
  /// The Chinese spelling that another clause uses.
  package let secondChinese: String?

  private init(
    _ keyword: Keyword, _ kind: Keyword.Kind, _ role: Keyword.Role, _ english: String, _ chinese: String,
    or secondChinese: String? = nil
  ) {
    self.keyword = keyword
    self.kind = kind
    self.role = role
    self.english = english
    self.chinese = chinese
    self.secondChinese = secondChinese
  }

  /// Every spelling of the keyword.
  package var spellings: [String] { [english, chinese] + (secondChinese.map { [$0] } ?? []) }

  /// The keywords in the order of their cases.
  package static let table: [KeywordEntry] = [
    KeywordEntry(.use, .reserved, .statement, "use", "读取"),
    KeywordEntry(.import, .reserved, .statement, "import", "引入"),
    KeywordEntry(.unit, .reserved, .statement, "unit", "计量单位"),
    KeywordEntry(.param, .reserved, .statement, "param", "参数"),
    KeywordEntry(.indicator, .reserved, .statement, "indicator", "指标"),
    KeywordEntry(.alias, .reserved, .statement, "alias", "别名"),
    KeywordEntry(.aggregate, .reserved, .statement, "aggregate", "聚合"),
    KeywordEntry(.set, .reserved, .statement, "set", "指标组"),
    KeywordEntry(.same, .reserved, .statement, "same", "等同"),
    KeywordEntry(.hierarchy, .reserved, .statement, "hierarchy", "层级"),
    KeywordEntry(.target, .reserved, .statement, "target", "目标"),
    KeywordEntry(.scenario, .reserved, .statement, "scenario", "情景"),
    KeywordEntry(.rule, .reserved, .statement, "rule", "规则"),
    KeywordEntry(.correlate, .reserved, .statement, "correlate", "关联"),
    KeywordEntry(.show, .reserved, .question, "show", "展示"),
    KeywordEntry(.project, .reserved, .question, "project", "推演"),
    KeywordEntry(.compare, .reserved, .question, "compare", "比较"),
    KeywordEntry(.solve, .reserved, .question, "solve", "求解"),
    KeywordEntry(.sensitivity, .reserved, .question, "sensitivity", "敏感性"),
    KeywordEntry(.tabulate, .reserved, .question, "tabulate", "试算"),
    KeywordEntry(.explain, .reserved, .question, "explain", "溯源"),
    KeywordEntry(.report, .reserved, .question, "report", "报告"),
    KeywordEntry(.as, .reserved, .clause, "as", "作为"),
    KeywordEntry(.with, .reserved, .clause, "with", "对应"),
    KeywordEntry(.over, .reserved, .clause, "over", "针对"),
    KeywordEntry(.by, .reserved, .clause, "by", "按照", or: "截至"),
    KeywordEntry(.where, .reserved, .clause, "where", "筛选"),
    KeywordEntry(.require, .reserved, .clause, "require", "至少覆盖"),
    KeywordEntry(.from, .reserved, .clause, "from", "起自", or: "基于"),
    KeywordEntry(.until, .reserved, .clause, "until", "直到"),
    KeywordEntry(.at, .reserved, .clause, "at", "时点"),
    KeywordEntry(.for, .reserved, .clause, "for", "对于"),
    KeywordEntry(.under, .reserved, .clause, "under", "采用"),
    KeywordEntry(.within, .reserved, .clause, "within", "误差不超"),
    KeywordEntry(.then, .reserved, .clause, "then", "随后"),
    KeywordEntry(.and, .reserved, .operator, "and", "并且"),
    KeywordEntry(.or, .reserved, .operator, "or", "或者"),
    KeywordEntry(.not, .reserved, .operator, "not", "并非"),
    KeywordEntry(.in, .reserved, .operator, "in", "属于"),
    KeywordEntry(.to, .reserved, .operator, "to", "至"),
    KeywordEntry(.grows, .reserved, .verb, "grows", "增长"),
    KeywordEntry(.shrinks, .reserved, .verb, "shrinks", "下降"),
    KeywordEntry(.rises, .reserved, .verb, "rises", "提高"),
    KeywordEntry(.falls, .reserved, .verb, "falls", "降低"),
    KeywordEntry(.reaches, .reserved, .verb, "reaches", "达至"),
    KeywordEntry(.follows, .reserved, .verb, "follows", "沿用"),
    KeywordEntry(.holds, .reserved, .verb, "holds", "保持"),
    KeywordEntry(.perYear, .pair, .rate, "per year", "每年"),
    KeywordEntry(.perQuarter, .pair, .rate, "per quarter", "每季"),
    KeywordEntry(.perMonth, .pair, .rate, "per month", "每月"),
    KeywordEntry(.upTo, .pair, .clause, "up to", "至多"),
    KeywordEntry(.downTo, .pair, .clause, "down to", "至少"),
    KeywordEntry(.soThat, .pair, .clause, "so that", "使得"),
    KeywordEntry(.orderBy, .pair, .clause, "order by", "排序"),
    KeywordEntry(.asOf, .pair, .clause, "as of", "截止时点"),
    KeywordEntry(.ranksWithin, .pair, .verb, "ranks within", "排名前"),
    KeywordEntry(.otherwiseMissing, .pair, .clause, "otherwise missing", "其余缺失"),
    KeywordEntry(.otherwiseHold, .pair, .clause, "otherwise hold", "其余保持"),
    KeywordEntry(.owner, .clause, .clause, "owner", "责任单位"),
    KeywordEntry(.attribute, .clause, .clause, "attribute", "指标属性"),
    KeywordEntry(.group, .clause, .clause, "group", "类别"),
    KeywordEntry(.weight, .clause, .clause, "weight", "权重"),
    KeywordEntry(.because, .clause, .clause, "because", "理由"),
    KeywordEntry(.source, .clause, .clause, "source", "来源"),
    KeywordEntry(.severity, .clause, .clause, "severity", "严重性"),
    KeywordEntry(.kind, .clause, .clause, "kind", "指标类型"),
    KeywordEntry(.better, .clause, .clause, "better", "指标方向"),
    KeywordEntry(.range, .clause, .clause, "range", "取值范围"),
    KeywordEntry(.every, .clause, .clause, "every", "频次"),
    KeywordEntry(.step, .clause, .clause, "step", "步长"),
    KeywordEntry(.top, .clause, .clause, "top", "取前"),
    KeywordEntry(.along, .clause, .clause, "along", "路径"),
    KeywordEntry(.of, .clause, .clause, "of", "范围"),
    KeywordEntry(.text, .clause, .statement, "text", "正文"),
    KeywordEntry(.adds, .clause, .verb, "adds", "增加"),
    KeywordEntry(.assigned, .clause, .verb, "assigned", "待下达"),
    KeywordEntry(.milestone, .clause, .verb, "milestone", "里程碑"),
    KeywordEntry(.tolerance, .clause, .clause, "tolerance", "容差"),
  ]
}
