import Source
import Units

extension AssumptionProblem {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .aggregate(let name):
      Phrase("\(name) is an aggregate and cannot be assumed", "“\(name)”是聚合，不能直接假设")
    case .parameter(let name):
      Phrase(
        "the param \(name) has neither periods nor members; it can only be set with =",
        "参数“\(name)”不分时期和成员，只能用 = 给定")
    case .parameterTwice(let name, _): Phrase("the param \(name) is set twice", "参数“\(name)”给定了两次")
    case .scenarioChosen(let name):
      Phrase(
        "an assumption belongs to the scenario that it stands in, not to \(name)", "假设只属于所在的情景，不能另写情景“\(name)”")
    case .afterOpenOne: Phrase("what stands before then has no end", "“随后”之前的一段没有终止时期")
    case .endsBeforeItBegins: Phrase("the stretch ends before it begins", "这一段的终点早于起点")
    case .periodsTwice: Phrase("the periods of the stretch are said twice", "这一段的时期写了两次")
    case .unknownGuide(let text, _): Phrase("\(text) is nothing to follow", "不能沿用“\(text)”")
    case .growsInPoints(let rate, _, _):
      Phrase("grows and shrinks take a share of the value, and \(rate) is in points", "“增长”“下降”按比例变化，而“\(rate)”是百分点")
    case .changeInPercent(_, let amount, let subject, let unit) where unit.nature == .percentage:
      Phrase(
        "\(subject) is in \(unit.shown) and changes by points, not by \(amount)",
        "“\(subject)”以“\(unit.shown)”计，增减应写百分点，而不是“\(amount)”")
    case .changeInPercent(_, let amount, let subject, let unit):
      Phrase(
        "\(subject) is in \(unit.shown), and \(amount) is no amount of it",
        "“\(subject)”以“\(unit.shown)”计，“\(amount)”不是它的增减量")
    case .amountUnit(let subject, let unit, let found):
      Phrase(
        "\(subject) is in \(unit.shown), not in \(found.shown)", "“\(subject)”以“\(unit.shown)”计，不能写“\(found.shown)”")
    case .impossible(let fault): fault.message
    case .otherwiseTwice: Phrase("what no assumption covers is settled twice", "其余部分写了两次")
    case .ofOneSheet(let name, let whole):
      Phrase(
        "\(name) is one sheet's alone, and \(whole) over all sheets is not assumed by it",
        "“\(name)”只是一张表的指标，合并各表的“\(whole)”不受此假设影响")
    case .assumesNothing(let name, let base?):
      Phrase("\(name) assumes nothing and is \(base)", "情景“\(name)”没有任何假设，与“\(base)”相同")
    case .assumesNothing(let name, nil):
      Phrase("\(name) assumes nothing; every value is held", "情景“\(name)”没有任何假设，各值保持不变")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .ofOneSheet(_, let whole): return [Phrase("write \(whole)", "请写 \(whole)")]
    case .aggregate: return [Phrase("assume what it is made of", "请对其构成指标作假设")]
    case .parameter(let name): return [Phrase("write \(name) = 9%", "请写 \(name) = 9%")]
    case .parameterTwice: return [Phrase("leave one out", "请删去一处")]
    case .scenarioChosen(let name):
      return [
        Phrase(
          "write it in a scenario of its own: scenario s from \(name) { … }", "请另写情景：情景 s 基于 \(name) { … }")
      ]
    case .afterOpenOne: return [Phrase("write until 2025 before then", "请在“随后”前写：直到 2025")]
    case .periodsTwice: return [Phrase("keep at, or from and until, or the brackets", "“时点”、“起自…直到…”与方括号请只保留一种")]
    case .unknownGuide(_, let nearest):
      return
        (nearest.isEmpty
        ? [] : [Phrase("near: \(enumeration(nearest).english)", "相近的有：\(enumeration(nearest).chinese)")])
        + [
          Phrase("write trend(2015..2022), cagr(2018..2022) or a member", "可写：趋势(2015..2022)、年均增速(2018..2022) 或某个成员")
        ]
    case .growsInPoints(let rate, let grows, let isPercentage):
      let change = grows ? AssumptionProblem.AbsoluteChange.rises : .falls
      let (relative, absolute) = (change.relative(percent(rate)), change.absolute(rate))
      return [Phrase("for a relative change write \(relative.english)", "按相对变化请写：\(relative.chinese)")]
        + (isPercentage ? [Phrase("for points write \(absolute.english)", "按百分点请写：\(absolute.chinese)")] : [])
    case .changeInPercent(let change, let amount, _, let unit):
      return [
        Phrase(
          "for a relative change write \(change.relative(amount).english)",
          "按相对变化请写：\(change.relative(amount).chinese)"),
        unit.nature == .percentage
          ? Phrase(
            "for points write \(change.absolute(points(amount)).english)",
            "按百分点请写：\(change.absolute(points(amount)).chinese)")
          : Phrase(
            "for an amount write \(change.absolute("… " + unit.shown).english)",
            "按绝对量请写：\(change.absolute("… " + unit.shown).chinese)"),
      ]
    case .amountUnit(let subject, _, _):
      return [
        Phrase("write the amount in the unit of \(subject)", "请用“\(subject)”的单位书写")
      ]
    case .impossible(let fault): return fault.help
    case .otherwiseTwice: return [Phrase("keep one of the two", "请只保留一处")]
    case .endsBeforeItBegins, .assumesNothing: return []
    }
  }

  private func percent(_ points: String) -> String { number(in: points) + "%" }

  private func points(_ share: String) -> String { number(in: share) + "pp" }

  /// Returns the number that `amount` begins with.
  private func number(in amount: String) -> String {
    let digits = amount.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    return digits.isEmpty ? "…" : String(digits)
  }
}

extension AssumptionProblem.AbsoluteChange {
  /// Returns how a change by the share `amount` is written.
  func relative(_ amount: String) -> Phrase {
    switch self {
    case .rises: Phrase("grows \(amount)", "增长 \(amount)")
    case .falls: Phrase("shrinks \(amount)", "下降 \(amount)")
    case .adds: Phrase("*= (1 + \(amount))", "*= (1 + \(amount))")
    }
  }

  /// Returns how a change by `amount` is written.
  func absolute(_ amount: String) -> Phrase {
    switch self {
    case .rises: Phrase("rises \(amount)", "提高 \(amount)")
    case .falls: Phrase("falls \(amount)", "降低 \(amount)")
    case .adds: Phrase(same: "+= \(amount)")
    }
  }
}

extension AssumptionProblem.DistributionFault {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .negativeDeviation: Phrase("a standard deviation cannot be negative", "标准差不能为负")
    case .endsReversed: Phrase("the lower end lies above the upper one", "下限高于上限")
    case .likeliestOutside: Phrase("the likeliest value lies outside the two ends", "最可能值不在上下限之间")
    case .medianNotPositive: Phrase("the median of a lognormal distribution lies above 0", "对数正态分布的中位数必须大于 0")
    case .shapeNotPositive: Phrase("the two numbers of a beta distribution lie above 0", "贝塔分布的两个参数必须大于 0")
    case .chanceOutside: Phrase("a chance lies between 0 and 1", "概率应在 0 与 1 之间")
    case .chancesNotOne: Phrase("the chances do not add up to 1", "各概率之和不为 1")
    }
  }

  /// What to do about it.
  var help: [Phrase] {
    switch self {
    case .likeliestOutside: [Phrase("write the lower end, the likeliest value, the upper end", "请依次书写：下限、最可能值、上限")]
    case .endsReversed: [Phrase("write the lower end first", "请先写下限")]
    case .chanceOutside, .chancesNotOne: [Phrase("write choose(5%: 0.3, 8%: 0.7)", "请写 择一(5%: 0.3, 8%: 0.7)")]
    case .negativeDeviation, .medianNotPositive, .shapeNotPositive: []
    }
  }
}
