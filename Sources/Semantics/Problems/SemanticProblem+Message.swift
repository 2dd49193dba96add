import Indicators
import Source
import Units

extension SemanticProblem {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .unknownName(let name, _, let relation):
      if let relation {
        Phrase("\(relation.name.english) has no column \(name)", "\(relation.name.chinese)没有“\(name)”这一列")
      } else {
        Phrase("nothing is called \(name)", "没有名为“\(name)”的指标、别名或参数")
      }
    case .nameTaken(let name, _): Phrase("\(name) is declared twice", "“\(name)”重复声明")
    case .builtInName(let name): Phrase("\(name) is built in and cannot be declared", "“\(name)”是内置名称，不能声明")
    case .qualifierNeeded(let name, _): Phrase("\(name) could be several things", "“\(name)”含义不唯一")
    case .cycle(let names):
      Phrase(
        "\(names[0]) needs itself: \((names + [names[0]]).joined(separator: " → "))",
        "“\(names[0])”循环引用：\((names + [names[0]]).joined(separator: " → "))")
    case .scenarioCycle(let names):
      Phrase(
        "scenarios rest on each other: \((names + [names[0]]).joined(separator: " → "))",
        "情景互相以对方为基础：\((names + [names[0]]).joined(separator: " → "))")
    case .assumption(let problem): problem.message
    case .projectionEndsBeforeItBegins: Phrase("the projection ends before it begins", "推演的终点早于起点")
    case .distributionElsewhere:
      Phrase("a distribution stands in an assumption or a param only", "分布只能写在假设或参数中")
    case .tie(let problem): problem.message
    case .samples(let problem): problem.message
    case .unknownSheet(let name, _): Phrase("no sheet is called \(name)", "没有名为“\(name)”的表")
    case .sameUnknown(let name, _):
      Phrase("no indicator or member is called \(name)", "没有名为“\(name)”的指标或成员")
    case .aliasOfObserved(let name):
      Phrase("\(name) is an indicator with observations of its own", "“\(name)”是已有实际值的指标")
    case .partTwice(let name): Phrase("\(name) stands twice among the parts", "“\(name)”在分项中重复")
    case .relationAsValue(let name):
      Phrase("\(name) is a relation and has no single value", "“\(name)”是内置表，不是一个值")
    case .unknownFunction(let name, _): Phrase("no function is called \(name)", "没有名为“\(name)”的函数")
    case .wrongArguments(let builtin):
      Phrase("\(builtin.english) is called as \(builtin.signature)", "函数“\(builtin.chinese)”的写法是 \(builtin.signature)")
    case .clausesWithoutAggregate(let name):
      Phrase("\(name) does not collapse dimensions", "“\(name)”不是聚合函数")
    case .unknownUnit(let text, _): Phrase("\(text) is not a known unit", "不认识单位“\(text)”")
    case .unitClash(let joining, let left, let right, _, _): clash(joining, left.shown, right.shown)
    case .noRoot(let unit, let exponent):
      Phrase("\(unit.shown) to the power \(exponent) is no unit", "“\(unit.shown)”的 \(exponent) 次方不成单位")
    case .percentPlusPercent(_, _, let left, let right, _):
      Phrase("adding \(right.shown) to \(left.shown) can mean two things", "“\(left.shown)”加“\(right.shown)”有两种含义")
    case .percentAgainstPoints:
      Phrase("% and percentage points are different", "百分比与百分点不同")
    case .unitMissing(let digits, let expected):
      Phrase("\(digits) has no unit where \(expected.shown) is expected", "“\(digits)”缺少单位，这里应为“\(expected.shown)”")
    case .annotation(let declared, let found):
      Phrase(
        "declared as \(declared.shown), but the formula gives \(found.shown)",
        "声明的单位是“\(declared.shown)”，公式得到的是“\(found.shown)”")
    case .mixedUnits(let name):
      Phrase("the rows of \(name) have units of their own", "“\(name)”各行单位不同")
    case .toleranceUnit:
      Phrase("a tolerance in % of a percentage can mean two things", "百分数的“%”误差有两种含义")
    case .withinNeeded:
      Phrase("two computed values need a tolerance", "两个计算值相比需要写明误差")
    case .unitCycle(let names):
      Phrase(
        "units are declared by each other: \(names.joined(separator: ", "))", "单位互相定义：\(names.joined(separator: "、"))")
    case .unitTaken(let name): Phrase("the unit \(name) is known already", "单位“\(name)”已经存在")
    case .unitReplaced(let name, let printed, let declared):
      Phrase(
        "the numbers of \(name) are taken as \(declared.shown), not as \(printed.shown)",
        "“\(name)”的数按“\(declared.shown)”读，不按表中的“\(printed.shown)”")
    case .clashingUnits(let name, let first, let second):
      Phrase(
        "the sheets give \(name) in \(first.shown) and in \(second.shown), which do not convert",
        "各表中“\(name)”的单位“\(first.shown)”与“\(second.shown)”不能换算")
    case .expected(let what): what.message
    case .mixedFrequency(let left, let right, _):
      Phrase(
        "\(left.word.english) and \(right.word.english) values meet in one expression",
        "\(left.word.chinese)数据与\(right.word.chinese)数据不能直接混用")
    case .nothingDue(let name, let frequency):
      Phrase(
        "\(name) has no \(frequency.word.english) values, so nothing is due every \(frequency.name.english)",
        "“\(name)”没有\(frequency.word.chinese)数据，频次“\(frequency.name.chinese)”不起作用")
    case .notAConstant: Phrase("a constant is needed here", "这里需要常数")
    case .aggregateKind(let problem): problem.message
    case .kindNeeded(let name): Phrase("the kind of \(name) is not known", "“\(name)”的指标类型未知")
    case .ratioSummed(let name): Phrase("the sum of the ratio \(name) means nothing", "“\(name)”是比率，不能相加")
    case .ratioAveraged(let name):
      Phrase("the mean of the ratio \(name) weighs small and large alike", "“\(name)”是比率，简单平均不分大小")
    case .levelSummed(let name): Phrase("the level \(name) does not add over periods", "“\(name)”是存量，不能跨期相加")
    case .time(let problem): problem.message
    case .unknownMember(let name, let dimension, _, _):
      Phrase("\(dimension.english) has no member \(name)", "“\(dimension.chinese)”中没有“\(name)”")
    case .ambiguousSelector(let name, let readings):
      Phrase(
        "\(name) could be \(readings.joined(separator: " or "))", "“\(name)”可能是\(readings.joined(separator: "或"))")
    case .chosenTwice(let dimension):
      Phrase("brackets choose one \(dimension), and here are two", "方括号中“\(dimension)”只能选一个，这里有两个")
    case .unknownScenario(let name, _): Phrase("no scenario is called \(name)", "没有名为“\(name)”的情景")
    case .unknownDimension(let name, _): Phrase("the data have no dimension \(name)", "数据没有“\(name)”这一维度")
    case .unknownColumn(let name, let relation, _, _):
      if let relation {
        Phrase("\(relation.name.english) has no column \(name)", "\(relation.name.chinese)没有“\(name)”这一列")
      } else {
        Phrase("targets have no column \(name)", "目标没有“\(name)”这一列")
      }
    case .unknownWord(let word, let place, _):
      Phrase("\(word) is no \(place.english)", "“\(word)”不是可用的\(place.chinese)")
    case .deadlineMissing: Phrase("a target needs a deadline", "目标缺少期限")
    case .baselineAfterDeadline: Phrase("the baseline lies after the deadline", "基期晚于期限")
    case .outOfRange(let name, let lower, let upper):
      Phrase("the value of \(name) lies outside \(lower)..\(upper)", "“\(name)”的值超出 \(lower)..\(upper)")
    case .valuesOutside(let name, let count):
      Phrase(
        "\(count) \(count == 1 ? "value" : "values") of \(name) \(count == 1 ? "lies" : "lie") outside the range",
        "“\(name)”有 \(count) 个值超出取值范围")
    case .rangeReversed: Phrase("the range runs from the greater to the smaller", "区间的下限大于上限")
    case .bandsDescend(let first, let second):
      Phrase("the band \(second) begins no higher than \(first)", "分档“\(second)”的下限不高于“\(first)”")
    case .unknownParameter(let name, _): Phrase("no param is called \(name)", "没有名为“\(name)”的参数")
    case .topNeedsCount: Phrase("top takes a whole number above 0", "“取前”后面应为正整数")
    case .set(let problem): problem.message
    case .moving(let problem): problem.message
    case .format(let problem): problem.message
    case .comparison(let problem): problem.message
    case .undated(let relation):
      Phrase("\(relation.name.english) has no date", "“\(relation.name.chinese)”没有时点")
    }
  }

  private func clash(_ joining: Joining, _ left: String, _ right: String) -> Phrase {
    switch joining {
    case .add: Phrase("cannot add \(right) to \(left)", "不能把“\(right)”加到“\(left)”上")
    case .subtract: Phrase("cannot subtract \(right) from \(left)", "不能从“\(left)”中减去“\(right)”")
    case .compare: Phrase("cannot compare \(left) with \(right)", "“\(left)”与“\(right)”不能比较")
    case .choose: Phrase("the values to choose from are in \(left) and in \(right)", "可选值的单位不同：“\(left)”与“\(right)”")
    }
  }
}

extension SemanticProblem.Expectation {
  /// One line that says what is needed.
  var message: Phrase {
    switch self {
    case .number: Phrase("a number is needed here", "这里需要数值")
    case .truth: Phrase("a condition is needed here", "这里需要条件")
    case .plainNumber: Phrase("a number without a unit is needed here", "这里需要不带单位的数")
    case .constant: Phrase("a constant is needed here", "这里需要常数")
    case .periods: Phrase("a period or a range of periods is needed here", "这里需要时期或时期区间")
    case .year: Phrase("a year is needed here", "这里需要年份")
    case .text: Phrase("a text is needed here", "这里需要文字")
    case .share: Phrase("a number from 0% to 100% is needed here", "这里需要 0% 到 100% 之间的数")
    }
  }
}

extension Frequency {
  /// The word for values of this frequency.
  var word: Phrase {
    switch self {
    case .year: Phrase("yearly", "年度")
    case .half: Phrase("half-yearly", "半年度")
    case .quarter: Phrase("quarterly", "季度")
    case .month: Phrase("monthly", "月度")
    }
  }
}
