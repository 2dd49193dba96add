import Source

/// Everything that can be wrong with a command of the prompt.
enum CommandProblem: Error {
  case unknown(String, nearest: [String])
  case ambiguous(String, choices: [Phrase])
  case needsArgument(Command.Name)
  case takesNoArgument(Command.Name)
  case unknownName(String, nearest: [String])
  case unknownScenario(String, choices: [String])
  case unknownKind(String, choices: [Phrase])
  case unknownSetting(String, choices: [Phrase])
  case badValue(Phrase, String, choices: [String])
  case valueMissing(Phrase, choices: [String])
  case nothingToExplain
  case nothingLoaded

  /// The finding about this problem.
  var diagnostic: Diagnostic { Diagnostic(.error, code, message, at: .command, help: help) }

  private var code: Diagnostic.Code {
    switch self {
    case .unknownName: .unknownName
    case .unknownScenario: .unknownScenario
    case .unknown, .ambiguous, .needsArgument, .takesNoArgument, .unknownKind, .unknownSetting, .badValue,
      .valueMissing, .nothingToExplain, .nothingLoaded:
      .usage
    }
  }

  private var message: Phrase {
    switch self {
    case .unknown(let word, _): Phrase("there is no command :\(word)", "没有命令 :\(word)")
    case .ambiguous(let word, _): Phrase(":\(word) begins several commands", ":\(word) 是多个命令的开头")
    case .needsArgument(let name):
      Phrase(
        ":\(name.phrase.english) needs \(name.argument.english)",
        ":\(name.phrase.chinese) 之后应写明\(name.argument.chinese)")
    case .takesNoArgument(let name):
      Phrase("nothing stands behind :\(name.phrase.english)", ":\(name.phrase.chinese) 之后不写内容")
    case .unknownName(let name, _): Phrase("nothing is called \(name)", "没有名为“\(name)”的对象")
    case .unknownScenario(let name, _): Phrase("no scenario is called \(name)", "没有名为“\(name)”的情景")
    case .unknownKind(let word, _): Phrase("\(word) is no kind of name", "“\(word)”不是名称的类别")
    case .unknownSetting(let word, _): Phrase("there is no setting \(word)", "没有设置项“\(word)”")
    case .badValue(let setting, let value, _):
      Phrase("\(setting.english) cannot be \(value)", "设置项“\(setting.chinese)”不能取“\(value)”")
    case .valueMissing(let setting, _): Phrase("\(setting.english) needs a value", "设置项“\(setting.chinese)”缺少值")
    case .nothingToExplain: Phrase("there is no result to explain yet", "尚无可溯源的结果")
    case .nothingLoaded: Phrase("no script is loaded", "尚未载入脚本")
    }
  }

  private var help: [Phrase] {
    switch self {
    case .unknown(_, let nearest) where !nearest.isEmpty, .unknownName(_, let nearest) where !nearest.isEmpty:
      [Phrase("near: \(nearest.joined(separator: ", "))", "相近的有：\(nearest.joined(separator: "、"))")]
    case .unknown: [Phrase(":help lists the commands", ":帮助 列出全部命令")]
    case .unknownName: [Phrase(":search finds names by a part of them", ":搜索 可按部分文字查找")]
    case .ambiguous(_, let choices):
      [
        Phrase(
          "it can be: \(choices.map { ":" + $0.english }.joined(separator: ", "))",
          "可以是：\(choices.map { ":" + $0.chinese }.joined(separator: "、"))")
      ]
    case .unknownKind(_, let choices), .unknownSetting(_, let choices):
      [
        Phrase(
          "it can be: \(choices.map(\.english).joined(separator: ", "))",
          "可以是：\(choices.map(\.chinese).joined(separator: "、"))")
      ]
    case .unknownScenario(_, let choices), .badValue(_, _, let choices), .valueMissing(_, let choices):
      [Phrase("it can be: \(choices.joined(separator: ", "))", "可以是：\(choices.joined(separator: "、"))")]
    case .needsArgument(let name):
      [Phrase(":help lists the commands", ":帮助 列出全部命令，包括 :\(name.phrase.chinese)")]
    case .nothingToExplain: [Phrase("write :explain EXPRESSION", "请写 :溯源 表达式")]
    case .nothingLoaded: [Phrase("write :load FILE", "请写 :载入 文件")]
    case .takesNoArgument: []
    }
  }
}
