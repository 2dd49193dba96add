import Source

/// Everything the checker can find wrong with params that a question moves.
enum MovingProblem {
  /// What is to be moved is a value of the script, and no param.
  case notAParameter(String)
  /// A param is to be moved twice.
  case movedTwice(String)
  /// None of the params that are moved, or one of them, reaches what is asked.
  case noEffect([String], on: String)
  /// No param reaches what is asked.
  case nothingToMove(String)
  /// A step is not greater than 0.
  case stepNotPositive
  /// A step's unit is not that of the param.
  case stepUnit(String, of: String, unit: String)
  /// A param is to go to the ends of its range and has none.
  case rangeNeeded(String)
  /// A question goes beyond the range that the param states.
  case beyondRange(String, lower: String, upper: String)
  /// A grid has more axes than a table.
  case tooManyAxes(Int)
  /// A grid has more cells than the limit.
  case tooManyCells(limit: Int)

  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .notAParameter: .unknownParameter
    case .movedTwice: .nameTaken
    case .noEffect, .nothingToMove: .noEffect
    case .stepNotPositive, .rangeNeeded, .beyondRange: .outOfRange
    case .stepUnit: .unitMismatch
    case .tooManyAxes, .tooManyCells: .limit
    }
  }

  /// Whether the question can be answered all the same.
  var isWarning: Bool {
    switch self {
    case .noEffect, .beyondRange: true
    case .notAParameter, .movedTwice, .nothingToMove, .stepNotPositive, .stepUnit, .rangeNeeded, .tooManyAxes,
      .tooManyCells:
      false
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .notAParameter(let name): Phrase("\(name) is no param, and only params are moved", "“\(name)”不是参数，只有参数可以变动")
    case .movedTwice(let name): Phrase("\(name) is to be moved twice", "“\(name)”重复出现")
    case .noEffect(let names, let what):
      Phrase(
        "\(enumeration(names).english) \(names.count == 1 ? "does" : "do") not reach \(what)",
        "“\(enumeration(names).chinese)”影响不到“\(what)”")
    case .nothingToMove(let what): Phrase("no param reaches \(what)", "没有参数影响“\(what)”")
    case .stepNotPositive: Phrase("a step is greater than 0", "步长应大于 0")
    case .stepUnit(let step, let name, let unit):
      Phrase("\(name) is in \(unit), and the step \(step) is not", "“\(name)”的单位是 \(unit)，步长 \(step) 与之不符")
    case .rangeNeeded(let name): Phrase("\(name) states no range to go to the ends of", "“\(name)”没有取值范围，不知变动到何处")
    case .beyondRange(let name, let lower, let upper):
      Phrase("this goes beyond the range \(lower)..\(upper) of \(name)", "超出“\(name)”的取值范围 \(lower)..\(upper)")
    case .tooManyAxes(let count):
      Phrase("a table has at most two axes, and these are \(count)", "试算表最多两个维度，这里有 \(count) 个")
    case .tooManyCells(let limit): Phrase("the grid would have more than \(limit) cells", "试算表将超过 \(limit) 个单元格")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .notAParameter(let name):
      [
        Phrase(
          "declare a param, and let the scenario use it: param g in 0%..10% = 5%, \(quotedWhereNeeded(name)) grows g per year",
          "请先声明参数，再在情景中使用：参数 g 属于 0%..10% = 5%，\(quotedWhereNeeded(name)) 增长 g 每年")
      ]
    case .movedTwice: [Phrase("leave one out", "请删去一处")]
    case .noEffect:
      [Phrase("use the param in a formula, or in an assumption of the scenario asked", "请在公式或所采用的情景中用到该参数")]
    case .nothingToMove:
      [
        Phrase(
          "declare one: param g in 0%..10% = 5%, and use it in the scenario asked", "请声明并在情景中使用：参数 g 属于 0%..10% = 5%")
      ]
    case .stepNotPositive: [Phrase("write a step such as 1% or 1pp", "例如：1% 或 1pp")]
    case .stepUnit(_, _, let unit):
      [Phrase("write a step in \(unit); ask of params in other units by themselves", "步长请以 \(unit) 计；单位不同的参数请分开提问")]
    case .rangeNeeded(let name):
      [
        Phrase(
          "write a step behind it: by 1pp; or a range: param \(name) in 0%..10% = …",
          "请写步长：按照 1pp；或声明范围：参数 \(name) 属于 0%..10% = …")
      ]
    case .beyondRange: [Phrase("widen the range where the param is declared", "如属有意，请放宽参数声明中的范围")]
    case .tooManyAxes: [Phrase("ask for two, and choose values of the others with --set", "请只写两个，其余用 --set 取定")]
    case .tooManyCells: [Phrase("take longer steps", "请加大步长")]
    }
  }
}
