import Source
import Syntax
import Units

extension SemanticProblem {
  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .unknownName(let name, let nearest, _) where keywordPrefix(of: name) != nil:
      [
        Phrase(
          "\(keywordPrefix(of: name) ?? "") is a keyword: put a blank after it",
          "“\(keywordPrefix(of: name) ?? "")”是关键字：后面请空一格")
      ] + similar(nearest)
    case .unknownName(_, let nearest, _), .unknownSheet(_, let nearest), .sameUnknown(_, let nearest),
      .unknownFunction(_, let nearest), .unknownScenario(_, let nearest), .unknownParameter(_, let nearest):
      similar(nearest)
    case .unknownUnit(let text, let nearest):
      similar(nearest) + [Phrase("declare it: unit \(text)", "可以声明：计量单位 \(text)")]
    case .builtInName: [Phrase("choose another name", "请另取名称")]
    case .nameTaken(let name, _):
      [Phrase("rename one; a sheet's indicator is reached as SHEET.\(name)", "请改名；表中的指标可写作 表名.\(name)")]
    case .qualifierNeeded(_, let choices):
      [Phrase("write one of: \(enumeration(choices).english)", "请写明：\(enumeration(choices).chinese)")]
    case .cycle:
      [Phrase("a value may need its own earlier period: prev(x)", "可以引用自身的上一期：上期(x)")]
    case .aliasOfObserved(let name):
      [Phrase("state a rule instead: rule r: \(name) ≈ formula within 0.5%", "请改写为规则：规则 r: \(name) ≈ 公式 误差不超 0.5%")]
    case .relationAsValue(let name):
      [Phrase("show \(name), or aggregate it: count() over \(name)", "可以“展示 \(name)”，或聚合：计数() 针对 \(name)")]
    case .wrongArguments(let builtin):
      [Phrase("it gives \(builtin.summary.english)", "它给出\(builtin.summary.chinese)")]
    case .clausesWithoutAggregate:
      [
        Phrase(
          "use one of: \(enumeration(Builtin.aggregateNames.map(\.english), atMost: 20).english)",
          "可用的聚合函数：\(enumeration(Builtin.aggregateNames.map(\.chinese), atMost: 20).chinese)")
      ]
    case .unitClash(let joining, let left, let right, _, _): clashHelp(joining, left, right)
    case .percentPlusPercent(_, _, _, _, let amount):
      [
        Phrase("for a relative change write * (1 + \(amount.written))", "按相对变化请写 * (1 + \(amount.written))"),
        amount.points.map { Phrase("for percentage points write + \($0)pp", "按百分点请写 + \($0)pp") }
          ?? Phrase(
            "for percentage points state \(amount.written) in pp", "按百分点请把“\(amount.written)”的单位写作 pp"),
      ]
    case .noRoot(let unit, let exponent):
      [
        Phrase(
          "take the root of plain numbers: (x / 1 \(unit.shown)) ^ \(exponent)",
          "请先化为纯数再开方：(x / 1 \(unit.shown)) ^ \(exponent)")
      ]
    case .percentAgainstPoints(_, _, let instead?):
      [Phrase("a difference of percentages is in pp: write \(instead)", "百分数之差以百分点计：请写 \(instead)")]
    case .percentAgainstPoints(_, _, nil):
      [Phrase("a difference of percentages is in pp, a percentage in %", "百分数之差以百分点（pp）计，百分数以 % 计")]
    case .unitMissing(let digits, let expected) where expected.nature == .percentage:
      shareHelp(digits)
    case .unitMissing(let digits, let expected):
      [
        Phrase(
          "write \(digits)\(expected.nature == .plain ? " " : "")\(expected.symbol)",
          "请写 \(digits)\(expected.nature == .plain ? " " : "")\(expected.symbol)")
      ]
    case .annotation: [Phrase("change the unit after the colon, or the formula", "请修改冒号后的单位或公式")]
    case .mixedUnits:
      [Phrase("count rows, or aggregate a column in % such as completion", "可以计数，或聚合“完成度”这样的百分比列")]
    case .toleranceUnit:
      [
        Phrase("write within 0.5pp for an absolute tolerance", "绝对误差请写：误差不超 0.5pp"),
        Phrase("write within 0.005 for a relative one", "相对误差请写：误差不超 0.005"),
      ]
    case .withinNeeded: [Phrase("write within 0.5% behind it", "请在后面写：误差不超 0.5%")]
    case .clashingUnits(let name, let first, _):
      [
        Phrase(
          "name one sheet's, or state the unit: indicator SHEET.'\(name)' : \(first.shown)",
          "请写明哪张表，或声明单位：指标 表名.'\(name)' : \(first.shown)")
      ]
    case .nothingDue:
      [Phrase("say how often the sheet has values: every year", "请按表中数据的时期填写，例如：频次 年")]
    case .aggregateKind(let problem): problem.help
    case .mixedFrequency(_, _, let offer): offer?.help ?? []
    case .kindNeeded(let name):
      [Phrase("say it: indicator \(name) kind flow", "请声明：指标 \(name) 指标类型 流量")]
    case .ratioSummed:
      [Phrase("add numerator and denominator, and divide: sum(a) / sum(b)", "请分子分母分别相加再相除：求和(a) / 求和(b)")]
    case .ratioAveraged(let name):
      [Phrase("weigh it by its denominator: mean(\(name), weight: w)", "请按分母加权：均值(\(name), 权重: w)")]
    case .levelSummed(let name): [Phrase("take the last: last(\(name))", "请取期末值：末个(\(name))")]
    case .time(let problem): problem.help
    case .unknownMember(_, _, let members, _) where members.isEmpty: []
    case .unknownMember(_, _, let members, let nearest):
      similar(nearest) + [Phrase("it has: \(enumeration(members).english)", "现有：\(enumeration(members).chinese)")]
    case .ambiguousSelector: [Phrase("a member in double quotes is always a member", "加双引号的总是成员")]
    case .chosenTwice(let dimension):
      [Phrase("for several write where \(dimension) in [a, b]", "选多个请写：筛选 \(dimension) 属于 [甲, 乙]")]
    case .unknownDimension(_, let choices):
      [Phrase("they have: \(enumeration(choices).english)", "现有：\(enumeration(choices).chinese)")]
    case .unknownColumn(_, _, let choices, let nearest):
      similar(nearest) + [
        Phrase(
          "there are: \(enumeration(choices, atMost: 40).english)", "现有：\(enumeration(choices, atMost: 40).chinese)")
      ]
    case .unknownWord(_, _, let choices):
      [Phrase("write one of: \(enumeration(choices).english)", "可用：\(enumeration(choices).chinese)")]
    case .bandsDescend:
      [Phrase("write the bands from the lowest bound to the highest", "请按下限由低到高书写各档")]
    case .assumption(let problem): problem.help
    case .distributionElsewhere:
      [Phrase("give it a name: param g = 5% to 7%", "请先取名：参数 g = 5% 至 7%")]
    case .tie(let problem): problem.help
    case .samples(let problem): problem.help
    case .deadlineMissing: [Phrase("write by 2023 behind it", "请在后面写：截至 2023")]
    case .set(let problem): problem.help
    case .projectionEndsBeforeItBegins:
      [Phrase("write the earlier period first: from 2023 until 2027", "请把较早的时期写在前面：起自 2023 直到 2027")]
    case .moving(let problem): problem.help
    case .format(let problem): problem.help
    case .comparison(let problem): problem.help
    case .undated:
      [
        Phrase(
          "as of goes with targets, rules, cells and assumptions", "“截止时点”用于目标表、规则表、单元格表与假设表")
      ]
    case .partTwice, .scenarioCycle, .unitCycle, .unitTaken, .unitReplaced, .expected,
      .notAConstant,
      .baselineAfterDeadline, .outOfRange,
      .rangeReversed, .valuesOutside,
      .topNeedsCount:
      []
    }
  }

  /// Returns the Chinese keyword that `name` begins with before a digit, as in 增长6.
  private func keywordPrefix(of name: String) -> String? {
    KeywordEntry.table.flatMap { [$0.chinese, $0.secondChinese] }.compactMap { $0 }.first { word in
      !word.isEmpty && name.hasPrefix(word) && (name.dropFirst(word.count).first?.isNumber ?? false)
    }
  }

  private func similar(_ nearest: [String]) -> [Phrase] {
    if nearest.isEmpty { return [] }
    return [Phrase("near: \(enumeration(nearest).english)", "相近的有：\(enumeration(nearest).chinese)")]
  }

  /// A bare number where a share is expected may be meant in percent, or as a part of 1.
  private func shareHelp(_ digits: String) -> [Phrase] {
    var readings = ["\(digits)%"]
    if let number = Double(digits), number.magnitude <= 1 {
      readings.insert(shortestString(significantDecimal(number * 100, digits: 12)) + "%", at: 0)
    }
    return [
      Phrase("write \(readings.joined(separator: " or "))", "请写 \(readings.joined(separator: " 或 "))")
    ]
  }

  private func clashHelp(_ joining: Joining, _ left: MeasurementUnit, _ right: MeasurementUnit) -> [Phrase] {
    switch joining {
    case .add where left.factors.isEmpty || right.factors.isEmpty,
      .subtract where left.factors.isEmpty || right.factors.isEmpty:
      [Phrase("say the unit of the number where it is declared", "请在声明处写明该数的单位")]
    case .add, .subtract:
      [
        Phrase(
          "divide one by the other for a value in \(left.shown)/\(right.shown)",
          "相除可得以“\(left.shown)/\(right.shown)”计的值")
      ]
    case .compare, .choose:
      [Phrase("bring both to one unit", "请先统一单位")]
    }
  }
}
