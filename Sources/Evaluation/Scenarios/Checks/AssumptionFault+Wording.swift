import Indicators
import Source

extension AssumptionFault {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .beginsTooLate(let name, let begin, let scenario, let end, _):
      Phrase(
        "the assumption of \(name) touches nothing: it begins in \(begin), and \(scenario) ends in \(end)",
        "对“\(name)”的假设没有作用：它从 \(begin) 开始，而情景“\(scenario)”到 \(end) 为止")
    case .endsWithinData(let name, let end, let dataEnd):
      Phrase(
        "the assumption of \(name) touches nothing: it ends in \(end), and would begin after \(dataEnd), where the data end",
        "对“\(name)”的假设没有作用：它到 \(end) 为止，而数据到 \(dataEnd)，其后才开始")
    case .endsBeforeData(let name, let end, let dataBegin):
      Phrase(
        "the assumption of \(name) touches nothing: it ends in \(end), and the data begin in \(dataBegin)",
        "对“\(name)”的假设没有作用：它到 \(end) 为止，而数据从 \(dataBegin) 开始")
    case .noSuchCells(let name, let members):
      Phrase(
        "the assumption of \(name) touches nothing: it has no values for \(members.joined(separator: ", "))",
        "对“\(name)”的假设没有作用：它没有“\(members.joined(separator: "、"))”的数据")
    case .noData(let name):
      Phrase("the assumption of \(name) touches nothing: it has no values", "对“\(name)”的假设没有作用：它没有任何数据")
    case .shadowed(let name, let winner, _, let scenario):
      Phrase(
        "under \(scenario) the assumption of \(name) has no effect: \(winner) takes its place in every period",
        "情景“\(scenario)”下对“\(name)”的假设不起作用：各期均由“\(winner)”取代")
    case .givesNothing(let name, let reason):
      Phrase(
        "the assumption of \(name) gives no number in any period: \(reason.name.english)",
        "对“\(name)”的假设在各期都得不出数值：\(reason.name.chinese)")
    case .replaces(let name, let count, let first, let last, let isPlan):
      Phrase(
        "the assumption of \(name) replaces \(count) \(count == 1 ? "value" : "values") of the \(isPlan ? "plan" : "data"), \(span(first, last))",
        "对“\(name)”的假设取代了 \(count) 个\(isPlan ? "计划" : "实际")值（\(span(first, last))）")
    case .cutsFormula(let name, _, let period):
      Phrase(
        "the formula of \(name) rests\(period.map { " from \($0) on" } ?? ""): the assumption takes its place",
        "“\(name)”的公式\(period.map { "自 \($0) 起" } ?? "")停用，改由假设给出")
    case .stoppedByRange(let note):
      Phrase(
        "\(note.name) is stopped at \(note.value)\(note.inEnglish), where its range ends",
        "“\(note.name)”\(note.inChinese)到达取值范围的端点 \(note.value)，不再变动")
    case .stoppedByBound(let note):
      Phrase(
        "\(note.name) comes to its bound of \(note.value)\(note.inEnglish)",
        "“\(note.name)”\(note.inChinese)到达所设界限 \(note.value)")
    case .beginsBeyondBound(let note):
      Phrase(
        "\(note.name) lies beyond its bound of \(note.value) already, and jumps to it\(note.inEnglish)",
        "“\(note.name)”原已越过所设界限 \(note.value)，\(note.inChinese)将跳到该值")
    case .outside(let note, let range):
      Phrase(
        "\(note.name) becomes \(note.value)\(note.inEnglish), outside its range \(range)",
        "“\(note.name)”\(note.inChinese)为 \(note.value)，超出取值范围 \(range)")
    case .massOutside(let name, let share, .below(let bound), _):
      Phrase(
        "\(share) of the distribution lies below \(bound), where \(name) has never been",
        "分布有 \(share) 低于 \(bound)，而“\(name)”从未如此")
    case .massOutside(let name, let share, .range(let range), _):
      Phrase(
        "\(share) of the distribution lies outside \(range), the range of \(name)",
        "分布有 \(share) 落在“\(name)”的取值范围 \(range) 之外")
    case .massBelowNothing(let share, _):
      Phrase(
        "\(share) of the distribution lies at -100% or below, where growth leaves nothing",
        "分布有 \(share) 不高于 -100%，不可能有这样的增速")
    case .reachesAtOnce(let name, let by, let begin):
      Phrase(
        "\(name) reaches its value at once: \(by) is past when the path begins, in \(begin)",
        "“\(name)”立即到达所设值：路径自 \(begin) 开始，而 \(by) 已过")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .beginsTooLate(_, let begin, _, _, let planned?):
      [
        Phrase(
          "the plan reaches to \(begin.advanced(by: -1)); to begin after that of one year write from plan[\(planned)]",
          "计划已给到 \(begin.advanced(by: -1))；只从某一年的计划出发请写：基于 计划[\(planned)]")
      ]
    case .beginsTooLate(_, let begin, _, _, nil):
      [Phrase("ask for later periods, such as at \(begin)", "请展示更晚的时期，例如：时点 \(begin)")]
    case .endsWithinData(_, let end, _):
      [Phrase("let it end later, or replace data: from \(end)", "请改为更晚的终点；如要取代实际值，请写：起自 \(end)")]
    case .shadowed: [Phrase("leave it out, or limit the other: from …, until …", "请将其删去，或限定另一项的时期：起自…直到…")]
    case .replaces: [Phrase("to begin after the data leave from out", "如应从数据之后开始，请去掉“起自”")]
    case .cutsFormula: [Phrase("to keep the formula and shift its value write += or *=", "如要保留公式而只作调整，请写 += 或 *=")]
    case .stoppedByRange: [Phrase("say where it stops: up to, down to", "可写明界限：至多、至少")]
    case .massOutside(_, _, .below, _):
      [Phrase("take lognormal, or a distribution with ends such as pert", "可改用对数正态，或有上下限的分布，如 pert")]
    case .massOutside(_, _, .range, _): [Phrase("take a distribution with ends, such as pert", "可改用有上下限的分布，如 pert")]
    case .reachesAtOnce: [Phrase("write a later period behind by", "请在“截至”后写更晚的时期")]
    case .givesNothing(_, .nonPositiveBase):
      [Phrase("from zero or less write an amount: rises …", "基数为零或负时请写绝对量：提高 …")]
    case .givesNothing(_, .outsideData):
      [Phrase("a path goes on from the value in the period before it begins", "路径从其开始前一期的数值出发")]
    case .massBelowNothing: [Phrase("take a smaller deviation", "请减小标准差")]
    case .beginsBeyondBound: [Phrase("is it the right bound: up to, down to?", "请核对界限的方向：至多、至少")]
    case .noData: [Phrase("state a value first: x = … from …", "请先给出数值：x = … 起自 …")]
    case .endsBeforeData, .noSuchCells, .givesNothing, .stoppedByBound, .outside: []
    }
  }

  private func span(_ first: Period, _ last: Period) -> String { first == last ? "\(first)" : "\(first)..\(last)" }
}

extension AssumptionFault.ValueNote {
  fileprivate var inEnglish: String { period.map { " in \($0)" } ?? "" }
  fileprivate var inChinese: String { period.map { "在 \($0) " } ?? "" }
}
