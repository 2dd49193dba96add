import Indicators
import Semantics
import Source

/// Everything that can be found wrong only with the data at hand.
enum EvaluationProblem {
  /// Sheets give an indicator different values, and a script uses it without saying whose.
  case differentValues(String, String, String, sheets: [String])
  /// A text takes one cell and was given several.
  case severalCells(Int)
  /// A value that needs its own earlier periods has none.
  case noPeriods(String)
  /// A condition varies over dimensions that the table does not show.
  case conditionVaries([String])
  /// Values vary over dimensions by which they are not gathered.
  case valuesVary([String])
  /// A relation would have more rows than the limit.
  case tooManyRows(limit: Int)
  /// A target is judged by parts of its period, and only the indicator's kind would tell what they make.
  case kindNeeded(String)
  /// Aggregates meet that rest on different members.
  case coverageDiffers([String], MemberDifference, MemberRemedy)
  /// A member named as a total is collapsed beside others.
  case totalAmongParts(String, [String], of: Dimension)
  /// Printed totals differ from the sums of their parts.
  case imbalance(count: Int, first: String, unjudged: Int)
  /// A result would be larger than the limit.
  case tooLarge(limit: Int)
  /// The samples of a value would be more numbers than are kept.
  case tooManySamples(Int, Int, limit: Int)
  /// The user ended sampling after the first of so many samples.
  case interrupted(Int, of: Int)
  /// Values need each other in one cell of a scenario.
  case circularCells([String], at: Period?, scenario: String)
  /// A question takes one cell and was given several, or none can be chosen.
  case oneCellNeeded(Int, by: [Phrase], example: [String])
  /// A param is to be sought, and nothing says between which values.
  case searchRangeNeeded(String)
  /// Two assumptions of one scenario cover one cell.
  case assumptionsClash(String, Period?, first: SourceRange)
  /// The draws of two names that are tied have no place in common.
  case tiedApart(String, String, byMembers: Bool)

  /// A projection has no period to show.
  case nothingToProject
  /// A picture has nothing to show in the form called so.
  case nothingToDraw(PictureFault, Phrase)

  /// Returns the finding about this problem at `range`.
  func diagnostic(at range: SourceRange) -> Diagnostic { diagnostic(at: .script(range)) }

  /// Returns the finding about this problem at `site`.
  func diagnostic(at site: Site) -> Diagnostic {
    switch self {
    case .differentValues(let name, let first, let second, let sheets):
      Diagnostic(
        .error, .conflictingValues,
        Phrase("the sheets give \(name) different values", "各表给出的“\(name)”数值不同"), at: site,
        help: [
          Phrase("one says \(first), another \(second)", "一处为 \(first)，另一处为 \(second)")
        ]
          + (sheets.count < 2
            ? []
            : [
              Phrase(
                "name the sheet: \(sheets.map { "\($0).\(name)" }.joined(separator: ", "))",
                "请写明哪张表：\(sheets.map { "\($0).\(name)" }.joined(separator: "、"))")
            ]))
    case .severalCells(let count):
      Diagnostic(
        .error, .severalCells,
        Phrase("a text takes one cell, and this has \(count)", "文字中只能填入一个值，这里有 \(count) 个"), at: site,
        help: [Phrase("choose one: x[2023]", "请选定其一：x[2023]")])
    case .noPeriods(let name):
      Diagnostic(
        .error, .noPeriods,
        Phrase("\(name) needs its own earlier periods, and has none", "“\(name)”要用到自身的上一期，但没有时期"), at: site,
        help: [Phrase("let it rest on a series of the data as well", "请同时引用数据中的某个序列")])
    case .conditionVaries(let names):
      Diagnostic(
        .error, .uncoveredDimension,
        Phrase(
          "the condition varies by \(names.joined(separator: ", ")), which the table does not show",
          "条件随“\(names.joined(separator: "、"))”变化，而表中没有这一维度"),
        at: site,
        help: [Phrase("filter what is aggregated: aggregate a = sum(x) where …", "请在聚合中筛选：聚合 a = 求和(x) 筛选 …")])
    case .valuesVary(let names):
      Diagnostic(
        .warning, .uncoveredDimension,
        Phrase(
          "the values also vary by \(names.joined(separator: ", ")), which stands beside",
          "数值还随“\(names.joined(separator: "、"))”变化，一并列出"),
        at: site,
        help: [Phrase("aggregate them first: aggregate a = sum(x) by …", "可先聚合：聚合 a = 求和(x) 按照 …")])
    case .tooManyRows(let limit):
      Diagnostic(
        .error, .limit,
        Phrase("the sheets have more than \(limit) cells, too many to list", "各表的单元格超过 \(limit) 个，无法逐一列出"),
        at: site,
        help: [
          Phrase(
            "count them by an indicator's own dimensions: count(reason(x) == not_reported) by region",
            "可按指标自身的维度计数：计数(缺失原因(x) == 未报) 按照 地区")
        ])
    case .kindNeeded(let name):
      Diagnostic(
        .warning, .kind,
        Phrase(
          "the parts of a year of \(name) make no year as long as its kind is not known",
          "“\(name)”的指标类型未知，各期数值不能合成全年数"),
        at: site,
        help: [
          Phrase(
            "say it: indicator \(name) kind cumulative, or flow, level, ratio",
            "请声明：指标 \(name) 指标类型 累计（或 流量、存量、比率）")
        ])
    case .oneCellNeeded(let count, let dimensions, let example):
      Diagnostic(
        .error, .severalCells,
        Phrase(
          "one value is asked for, and this has \(count): by \(dimensions.map(\.english).joined(separator: ", "))",
          "这里需要一个值，而它有 \(count) 个：按\(dimensions.map(\.chinese).joined(separator: "、"))"), at: site,
        help: [
          Phrase(
            "choose one: x[\(example.joined(separator: ", "))]", "请选定其一：x[\(example.joined(separator: ", "))]"),
          Phrase("or make one of them: alias m = mean(x)", "或先合成一个：别名 m = 均值(x)"),
        ])
    case .searchRangeNeeded(let name):
      Diagnostic(
        .error, .outOfRange,
        Phrase("\(name) is to be sought, and nothing says between which values", "求解“\(name)”，但不知在什么范围内寻找"),
        at: site,
        help: [
          Phrase(
            "say it in the question: solve \(quotedWhereNeeded(name)) in 0%..10% so that …",
            "请在提问中写明：求解 \(quotedWhereNeeded(name)) 属于 0%..10% 使得 …")
        ])
    case .circularCells(let names, let period, let scenario):
      Diagnostic(
        .error, .cycle,
        Phrase(
          "under \(scenario), \(names.joined(separator: " and ")) need each other\(period.map { " in \($0)" } ?? "")",
          "情景“\(scenario)”下，\(names.joined(separator: "与"))\(period.map { "在 \($0) " } ?? "")循环引用"),
        at: site,
        help: [Phrase("assume one of them in every period", "请在各期对其中之一作出假设")])
    case .assumptionsClash(let name, let period, let first):
      Diagnostic(
        .error, .assumption,
        Phrase(
          "\(name) is assumed twice\(period.map { " in \($0)" } ?? "")",
          "对“\(name)”\(period.map { "在 \($0) " } ?? "")作了两次假设"),
        at: site, others: [.init(.script(first), Phrase("first assumed here", "先在这里假设"))],
        help: [Phrase("end the first before the second begins: until 2024", "请让前一项先结束：直到 2024")])
    case .nothingToProject:
      Diagnostic(
        .error, .noPeriods, Phrase("there is no period to project", "没有可推演的时期"), at: site,
        help: [Phrase("say until when, after the data end: until 2027", "请写明推演到何时，须晚于数据末期：直到 2027")])
    case .nothingToDraw(let fault, let form): fault.diagnostic(as: form, at: site)
    case .tiedApart(let first, let second, let byMembers):
      Diagnostic(
        .error, .correlation,
        byMembers
          ? Phrase("\(first) and \(second) have no member in common", "“\(first)”与“\(second)”没有共同的成员")
          : Phrase(
            "\(first) and \(second) have no length of period in common", "“\(first)”与“\(second)”的时期长短不同"),
        at: site,
        help: [
          Phrase(
            "draws are tied at the same member and period: tie two params instead",
            "关联只在相同成员、相同时期之间成立：请改为关联两个参数")
        ])
    case .coverageDiffers(let names, let difference, let remedy):
      Diagnostic(
        .warning, .coverageDiffers, difference.message(names), at: site, help: difference.help + [remedy.help]
      )
    case .totalAmongParts(let total, let parts, let dimension):
      Diagnostic(
        .warning, .totalAmongParts,
        Phrase("\(total) looks like a total, and is taken together with its parts", "“\(total)”像是合计，却与各分项一并计算"),
        at: site,
        help: [
          Phrase("state it: hierarchy \(sum(total, parts))", "请声明：层级 \(sum(total, parts))"),
          Phrase(
            "or leave it out: where \(quotedWhereNeeded(dimension.name)) != \(quotedWhereNeeded(total))",
            "或排除：筛选 \(quotedWhereNeeded(dimension.name)) != \(quotedWhereNeeded(total))"),
        ])
    case .imbalance(let count, let first, let unjudged):
      Diagnostic(
        .warning, .imbalance,
        Phrase(
          count == 1
            ? "1 printed total differs from the sum of its parts"
            : "\(count) printed totals differ from the sums of their parts",
          "\(count) 个合计数与分项之和不符"), at: site,
        help: [
          Phrase(first, first),
          Phrase("all: show conflicts where class == imbalance", "全部：展示 conflicts 筛选 class == imbalance"),
        ] + (unjudged == 0 ? [] : [.unjudged(unjudged)]))
    case .tooLarge(let limit):
      Diagnostic(
        .error, .limit,
        Phrase("the result would have more than \(limit) cells", "结果将超过 \(limit) 个单元格"),
        at: site, help: [Phrase("choose periods or members first", "请先选定时期或成员")])
    case .tooManySamples(let cells, let samples, let limit):
      Diagnostic(
        .error, .limit,
        Phrase(
          "\(cells) cells of \(groupedDigits(samples)) samples are more than \(groupedDigits(limit)) numbers",
          "\(cells) 个单元格各 \(groupedDigits(samples)) 个样本，超过 \(groupedDigits(limit)) 个数的上限"),
        at: site,
        help: [Phrase("choose periods or members first, or take fewer --samples", "请先选定时期或成员，或减少 --samples")])
    case .interrupted(let known, let count):
      Diagnostic(
        .error, .interrupted,
        Phrase(
          "interrupted after \(groupedDigits(known)) of \(groupedDigits(count)) samples",
          "抽样中断：\(groupedDigits(count)) 个样本中只完成 \(groupedDigits(known)) 个"), at: site,
        help: [Phrase("what rests on samples is that of those", "凡依据样本的结果均只用这些样本")])
    }
  }
}

/// Returns a total and its parts as a script writes them.
private func sum(_ total: String, _ parts: [String]) -> String {
  "\(quotedWhereNeeded(total)) = \(parts.map(quotedWhereNeeded).joined(separator: " + "))"
}

extension Evaluator {
  /// Returns whether `definition` is an indicator whose sheets disagree on a cell, so that its bare name has no use.
  package mutating func isDisputed(_ definition: Definition) -> Bool {
    guard case .indicator(let position) = definition, program.indicators[position].parts.count > 1 else { return false }
    let data = data(ofIndicator: position)
    return data.findings.reasons(in: data.cube).contains(.conflict)
  }

  /// Reports an indicator whose sheets disagree on a cell, where a script uses it under its bare name.
  mutating func reportConflicts(_ definition: Definition, at range: SourceRange, _ scenario: ScenarioID) {
    guard isDisputed(definition), case .indicator(let position) = definition,
      let conflict = actualConflicts(position).first
    else { return }
    let name = program.indicators[position].name
    let sheets = Set([conflict.first.sheet, conflict.second.sheet].compactMap { $0 }).sorted()
    func said(_ side: Conflict.Side) -> String { "\(side.text) (\(place(side.site)))" }
    report(
      EvaluationProblem.differentValues(name, said(conflict.first), said(conflict.second), sheets: sheets)
        .diagnostic(at: range))
  }
}
