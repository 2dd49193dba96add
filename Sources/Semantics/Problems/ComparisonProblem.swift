import Source

/// Everything the checker can find wrong with a comparison of scenarios.
enum ComparisonProblem {
  /// A single scenario is named.
  case oneScenario(String)
  /// A scenario is named twice.
  case scenarioTwice(String)

  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .oneScenario: .wrongArguments
    case .scenarioTwice: .nameTaken
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .oneScenario(let name):
      Phrase("\(name) is compared with nothing", "“\(name)”没有比较的对象")
    case .scenarioTwice(let name):
      Phrase("\(name) stands in the comparison twice", "“\(name)”在比较中重复出现")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .oneScenario(let name) where name == "actual" || name == "实际":
      [Phrase("name a second scenario: compare \(name), plan", "请再写一个情景：比较 \(name), 计划")]
    case .oneScenario(let name):
      [Phrase("name a second scenario: compare actual, \(name)", "请再写一个情景：比较 实际, \(name)")]
    case .scenarioTwice: [Phrase("each scenario after the first is held against the first", "其后的每个情景都与第一个比较")]
    }
  }
}
