import Source

/// Everything the checker can find wrong with sets and their use.
enum SetProblem {
  /// An indicator is a member twice.
  case elementTwice(String)
  /// A set within a set is given a weight, though its members have their own.
  case weightOfSet(String)
  /// A formula that has a value for each indicator of a set is no indicator itself.
  case formulaOfSet(String)
  /// Indicators in units of their own are joined.
  case mixedIndicators(String)
  /// Weights are asked for where what is weighted rests on no set, or on several.
  case weightsOfSets([String])
  /// Weights are asked for that the set does not give to all its members.
  case weightsMissing(String, [String])
  /// The condition of a set asks for more than the table of indicators holds.
  case conditionOfIndicators
  /// A formula is to be held against targets, which only indicators have.
  case planOfFormula
  /// No indicator meets the condition of a set.
  case emptySet(String)

  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .elementTwice: .nameTaken
    case .weightOfSet, .weightsOfSets, .weightsMissing: .weights
    case .formulaOfSet, .conditionOfIndicators, .planOfFormula: .typeMismatch
    case .mixedIndicators: .unitMismatch
    case .emptySet: .emptySet
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .elementTwice(let name): Phrase("\(name) stands in the set twice", "“\(name)”在指标组中重复出现")
    case .weightOfSet(let name):
      Phrase("the members of the set \(name) have weights of their own", "指标组“\(name)”的成员各有权重")
    case .formulaOfSet(let name):
      Phrase("\(name) has a value for each indicator of a set already", "“\(name)”本身就含有多项指标")
    case .mixedIndicators(let name):
      Phrase("the indicators of \(name) have units of their own", "“\(name)”各指标单位不同")
    case .weightsOfSets(let sets) where sets.isEmpty:
      Phrase("weight is the weights of a set, and no set is weighed here", "“权重”指指标组的权重，这里没有指标组")
    case .weightsOfSets(let sets):
      Phrase(
        "weight could be that of several sets: \(sets.joined(separator: ", "))",
        "“权重”可能属于多个指标组：\(sets.joined(separator: "、"))")
    case .weightsMissing(let set, let names):
      Phrase(
        "the set \(set) gives no weight to \(enumeration(names).english)",
        "指标组“\(set)”没有给出权重：\(enumeration(names).chinese)")
    case .conditionOfIndicators:
      Phrase("a set is chosen by the columns of indicators and by constants alone", "指标组只能用指标表的列和常数来筛选")
    case .planOfFormula: Phrase("only an indicator or a set is held against its targets", "只有指标或指标组才有目标可比")
    case .emptySet(let name):
      Phrase("the set \(name) is empty: no indicator meets its condition", "指标组“\(name)”为空：没有符合条件的指标")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .elementTwice: [Phrase("leave one out", "请删去一处")]
    case .weightOfSet: [Phrase("list the members with the weights that they are to have", "请逐项列出指标并写明权重")]
    case .formulaOfSet: [Phrase("list the indicators, and apply the formula to the set", "请列出指标本身，再对指标组套用公式")]
    case .mixedIndicators(let name):
      [
        Phrase("bring them to one scale first: scale(\(name))", "请先标准化：标准化(\(name))"),
        Phrase("or take one: \(name)[…]", "或选定一项：\(name)[…]"),
      ]
    case .weightsOfSets(let sets) where sets.isEmpty:
      [Phrase("weigh a set: mean(scale(s), weight: weight) over indicator", "请对指标组加权：均值(标准化(组), 权重: 权重) 针对 指标")]
    case .weightsOfSets: [Phrase("weigh one set at a time", "请逐个指标组加权")]
    case .weightsMissing(_, let names):
      [Phrase("write \(names.first ?? "x") weight 10", "请写：\(names.first ?? "x") 权重 10")]
    case .planOfFormula: [Phrase("scale the indicators themselves: scale(x, method: plan)", "请直接标准化指标：标准化(x, 方法: 计划)")]
    case .conditionOfIndicators, .emptySet:
      [Phrase("see what there is: show indicators", "可先查看：展示 指标表")]
    }
  }
}
