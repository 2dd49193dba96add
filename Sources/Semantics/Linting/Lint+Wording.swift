import Source

extension Lint {
  /// One line that says what is odd.
  var message: Phrase {
    switch self {
    case .unused(let names) where names.count == 1:
      Phrase("\(names[0]) is declared and never used", "“\(names[0])”已声明但从未使用")
    case .unused(let names):
      Phrase("\(names.count) names are declared and never used", "有 \(names.count) 个名称已声明但从未使用")
    case .shareGrows(let growth):
      Phrase(
        "a percentage that \(growth.grows ? "grows" : "shrinks") \(growth.rate) changes by that share of itself, not by percentage points",
        "百分数“\(growth.grows ? "增长" : "下降") \(growth.rate)”是按其自身的比例变化，不是百分点")
    case .rateWithoutPercent(let digits):
      Phrase("a rate of \(digits) without % is \(digits) times the value", "增速 \(digits) 没有写 %，即原值的 \(digits) 倍")
    case .growthOfShare(let function, let name):
      Phrase(
        "\(function.english) of the percentage \(name) is relative, in %, not in percentage points",
        "百分数“\(name)”的\(function.chinese)是相对变化率（%），不是百分点")
    case .conversionByHand(let conversion): conversion.message
    case .ratioAgainstPercent(let digits):
      Phrase(
        "a ratio of like things is a plain number, and \(digits) beside it is \(digits)00%",
        "同类量之比是纯数，与之相比的 \(digits) 相当于 \(digits)00%")
    case .unitlessBesideShare(let name, let unit):
      Phrase(
        "\(name) has no unit, so its 1 is 100%, and here it meets a value in \(unit)",
        "“\(name)”没有单位，其中的 1 即 100%，这里却与以 \(unit) 计的值相遇")
    case .zeroForMissing(let function, let name):
      Phrase(
        "missing values of \(name) count as 0 in \(function.english)", "“\(name)”的缺失值按 0 参与了\(function.chinese)")
    case .rankedGreatestFirst(let name):
      Phrase(
        "the greatest \(name) takes rank 1, though less may be better", "“\(name)”数值最大的排在第 1，但可能越低越好")
    case .constantCondition: Phrase("the condition rests on no data", "条件没有用到任何数据")
    case .sameOnBothSides: Phrase("both sides of the comparison are the same", "比较的两边相同")
    case .targetsWithoutData(let names):
      Phrase(
        "\(names.count) \(names.count == 1 ? "indicator has a target" : "indicators have targets") and no data",
        "有 \(names.count) 个指标有目标而没有实际值")
    case .dataWithoutTargets(let names):
      Phrase(
        "\(names.count) \(names.count == 1 ? "indicator of the sheet has" : "indicators of the sheet have") data and no target",
        "表中有 \(names.count) 个指标有实际值而没有目标")
    case .directionUnknown(_, let count, isSuspect: true):
      Phrase(
        "\(count) \(count == 1 ? "target is" : "targets are") read as at least, though less may be better",
        "有 \(count) 个目标读作“不低于”，但可能越低越好")
    case .directionUnknown(_, let count, isSuspect: false):
      Phrase(
        "\(count) \(count == 1 ? "target is a number alone and is" : "targets are numbers alone and are") read as at least",
        "有 \(count) 个目标只写了一个数，读作“不低于”")
    case .undeclaredUnits(let units):
      Phrase(
        "\(units.count) \(units.count == 1 ? "unit of the sheet is" : "units of the sheet are") not known and \(units.count == 1 ? "converts" : "convert") to no other",
        "表中有 \(units.count) 个单位不认识，不与其他单位换算")
    case .splitByUnit(let name, let others):
      Phrase(
        "the rows of \(name) have units that do not convert, so some are read as \(enumeration(others).english)",
        "“\(name)”各行的单位不能换算，部分行读作“\(enumeration(others).chinese)”")
    case .unreadableUnits(let count):
      Phrase(
        "\(count) unit \(count == 1 ? "cell is no unit, so its" : "cells are no units, so their") numbers have none",
        "有 \(count) 处写的不是计量单位，数值按无单位读取")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .unused(let names) where names.count == 1:
      [Phrase("show it, or leave it out", "请展示它，或将其删除")]
    case .unused(let names):
      [
        Phrase("namely: \(enumeration(names).english)", "即：\(enumeration(names).chinese)"),
        Phrase("show them, or leave them out", "请展示它们，或将其删除"),
      ]
    case .shareGrows(let growth): [growth.help]
    case .rateWithoutPercent(let digits): [Phrase("write \(digits)%", "请写 \(digits)%")]
    case .growthOfShare(_, let name):
      [Phrase("for percentage points write diff(\(name))", "按百分点请写：增量(\(name))")]
    case .conversionByHand(let conversion): conversion.help
    case .ratioAgainstPercent(let digits): [Phrase("write \(digits)%", "请写 \(digits)%")]
    case .unitlessBesideShare(let name, let unit):
      [
        Phrase(
          "if its numbers are in \(unit), say: indicator \(quotedWhereNeeded(name)) : \(unit)",
          "其数值以 \(unit) 计的，请声明：指标 \(quotedWhereNeeded(name)) : \(unit)")
      ]
    case .zeroForMissing(let function, let name):
      [
        Phrase(
          "leave them missing: \(function.english)(\(name))", "请保留缺失：\(function.chinese)(\(name))")
      ]
    case .rankedGreatestFirst(let name):
      [
        Phrase(
          "say it: indicator \(quotedWhereNeeded(name)) better lower, or better higher",
          "请声明：指标 \(quotedWhereNeeded(name)) 指标方向 越低越好，或越高越好")
      ]
    case .constantCondition, .sameOnBothSides:
      [Phrase("compare with another indicator or with an earlier period", "请与另一指标或上期数比较")]
    case .targetsWithoutData(let names), .dataWithoutTargets(let names):
      [Phrase("namely: \(enumeration(names, atMost: 5).english)", "即：\(enumeration(names, atMost: 5).chinese)")]
    case .directionUnknown(let names, _, let isSuspect):
      [
        Phrase("namely: \(enumeration(names, atMost: 5).english)", "即：\(enumeration(names, atMost: 5).chinese)"),
        Phrase(
          "where less is better write: indicator \(quotedWhereNeeded(names[0])) better lower",
          "越低越好的请写：指标 \(quotedWhereNeeded(names[0])) 指标方向 越低越好"),
      ]
        + (isSuspect
          ? [
            Phrase(
              "else write: indicator \(quotedWhereNeeded(names[0])) better higher",
              "否则请写：指标 \(quotedWhereNeeded(names[0])) 指标方向 越高越好")
          ] : [])
    case .undeclaredUnits(let units):
      [Phrase("declare what is meant as a unit:", "确为计量单位的，请声明：")]
        + units.prefix(20).map { Phrase("unit \($0)", "计量单位 \($0)") }
    case .splitByUnit:
      [Phrase("correct the unit in the sheet, or name the one that is meant", "请更正表中的单位，或写明所指的是哪一个")]
    case .unreadableUnits: [Phrase("show data lists them", "“展示 数据问题”可逐条列出")]
    }
  }
}

extension GrowthOfShare {
  /// How the change is written in points.
  var help: Phrase {
    let amount = "\(points ?? "…")pp"
    return switch (isTarget, grows) {
    case (true, true): Phrase("for percentage points write adds \(amount)", "按百分点请写：增加 \(amount)")
    case (true, false): Phrase("for percentage points write adds -\(amount)", "按百分点请写：增加 -\(amount)")
    case (false, true): Phrase("for percentage points write rises \(amount)", "按百分点请写：提高 \(amount)")
    case (false, false): Phrase("for percentage points write falls \(amount)", "按百分点请写：降低 \(amount)")
    }
  }
}

extension HandMadeConversion {
  /// One line that says what the factor does.
  var message: Phrase {
    switch self {
    case .ratioTimes(let digits, let unit):
      Phrase(
        "* \(digits) makes the ratio \(digits) times as large, not a \(unit)",
        "乘以 \(digits) 是把比值放大 \(digits) 倍，并不是换成 \(unit)")
    case .percentOver(let digits, let unit):
      Phrase(
        "/ \(digits) divides a value in \(unit), which is a share already",
        "以 \(unit) 计的值已是份额，再除以 \(digits) 就缩小了 \(digits) 倍")
    case .size(let digits, let unit, let divides, _):
      Phrase(
        "\(divides ? "/" : "*") \(digits) makes the value in \(unit) \(digits) times as \(divides ? "small" : "large")",
        "\(divides ? "除以" : "乘以") \(digits) 是把以“\(unit)”计的值\(divides ? "缩小" : "放大") \(digits) 倍")
    }
  }

  /// What to do instead.
  var help: [Phrase] {
    switch self {
    case .ratioTimes(let digits, let unit):
      [
        Phrase(
          "leave * \(digits) out and say the unit: alias NAME : \(unit) = …",
          "请去掉乘以 \(digits)，并写明单位：别名 名称 : \(unit) = …")
      ]
    case .percentOver(let digits, _):
      [Phrase("leave / \(digits) out: shares are counted as shares", "请去掉除以 \(digits)：百分数会按份额计算")]
    case .size(let digits, _, let divides, let meant):
      [
        Phrase(
          "units convert by themselves: leave \(divides ? "/" : "*") \(digits) out and say the unit: alias NAME : \(meant) = …",
          "单位会自动换算：请去掉\(divides ? "除以" : "乘以") \(digits)，并写明单位：别名 名称 : \(meant) = …")
      ]
    }
  }
}
