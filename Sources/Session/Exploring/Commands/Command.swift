import Source

/// A line that begins with a colon: it is about the session, and no statement.
struct Command {
  /// The commands, in the order in which help lists them.
  enum Name: CaseIterable {
    case help, list, info, search, explain, whatif, load, reload, run, save, replace, scenario, set, time, undo, quit
  }

  /// Which command it is.
  let name: Name
  /// What stands behind it.
  let argument: String

  /// Whether `line` is a command.
  static func isCommand(_ line: String) -> Bool {
    let first = line.unicodeScalars.first { $0 != " " && $0 != "\t" }
    return first == ":" || first == "："
  }

  /// Understands `line`, which is a command; the beginning of a command's name will do where no other begins so.
  init(_ line: String) throws(CommandProblem) {
    let text = line.drop { $0 == " " || $0 == "\t" }.dropFirst()
    let word = String(text.prefix { !$0.isWhitespace })
    argument = text.dropFirst(word.count).trimmed
    if let name = Name(word: word) {
      self.name = name
      return
    }
    let begun = Name.allCases.filter { name in
      name != .replace && (name.phrase.english.hasPrefix(word) || name.phrase.chinese.hasPrefix(word))
    }
    guard !word.isEmpty, begun.count == 1 else {
      throw begun.isEmpty || word.isEmpty
        ? .unknown(word, nearest: Self.nearest(to: word)) : .ambiguous(word, choices: begun.map(\.phrase))
    }
    name = begun[0]
  }

  private static func nearest(to word: String) -> [String] {
    nearestNames(to: word, among: Name.allCases.flatMap { [$0.phrase.english, $0.phrase.chinese] }, atMost: 3)
  }

  /// The names of all commands.
  static let names = Name.allCases.map(\.phrase)
}

extension Command.Name {
  /// Finds the command that is called `word` in either language.
  init?(word: String) {
    guard let name = Self.allCases.first(where: { $0.phrase.english == word || $0.phrase.chinese == word }) else {
      return nil
    }
    self = name
  }

  /// What the command is called.
  var phrase: Phrase {
    switch self {
    case .help: Phrase("help", "帮助")
    case .list: Phrase("list", "列表")
    case .info: Phrase("info", "信息")
    case .search: Phrase("search", "搜索")
    case .explain: Phrase("explain", "溯源")
    case .whatif: Phrase("whatif", "假如")
    case .load: Phrase("load", "载入")
    case .reload: Phrase("reload", "重载")
    case .run: Phrase("run", "运行")
    case .save: Phrase("save", "保存")
    case .replace: Phrase("save!", "保存!")
    case .scenario: Phrase("scenario", "情景")
    case .set: Phrase("set", "设置")
    case .time: Phrase("time", "计时")
    case .undo: Phrase("undo", "撤销")
    case .quit: Phrase("quit", "退出")
    }
  }

  /// What stands behind it; empty where nothing does.
  var argument: Phrase {
    switch self {
    case .help: Phrase("[NAME]", "[名称]")
    case .list: Phrase("[KIND]", "[类别]")
    case .info: Phrase("NAME", "名称")
    case .search: Phrase("TEXT", "文字")
    case .explain: Phrase("[EXPRESSION]", "[表达式]")
    case .whatif: Phrase("ASSUMPTIONS", "假设")
    case .load: Phrase("FILE", "文件")
    case .save, .replace: Phrase("FILE", "文件")
    case .scenario: Phrase("[NAME]", "[名称]")
    case .set: Phrase("[NAME VALUE]", "[名称 值]")
    case .reload, .run, .time, .undo, .quit: Phrase("", "")
    }
  }

  /// What it does, in one sentence without a period.
  var summary: Phrase {
    switch self {
    case .help: Phrase("this list, or what the manual says of a word", "本列表，或手册中关于某个词的说明")
    case .list: Phrase("the names of the session, with units and where they come from", "会话中的名称、单位与来源")
    case .info: Phrase("all that is known of a name", "关于某个名称的一切")
    case .search:
      Phrase("names, owners and members that hold a text, or begin with pinyin initials", "按文字或拼音首字母查找名称、责任单位与成员")
    case .explain: Phrase("where a value comes from; the last result by default", "某个值的来历，默认为上一个结果")
    case .whatif: Phrase("what assumptions would change; the colon may be left out", "假设会带来的变化；冒号可省")
    case .load: Phrase("takes the declarations of a script in", "载入脚本中的声明")
    case .reload: Phrase("reads all scripts and sheets again", "重新读取脚本与数据")
    case .run: Phrase("answers the questions of the scripts that are loaded", "回答已载入脚本中的问题")
    case .save: Phrase("writes the session as a script", "把会话保存为脚本")
    case .replace: Phrase("writes it over a file that is there", "保存并覆盖已有文件")
    case .scenario: Phrase("answers everything under a scenario; actual ends it", "此后都在某个情景下回答；“实际”恢复")
    case .set: Phrase("shows the settings, or changes one", "显示或更改设置")
    case .time: Phrase("says how long answers take, or no more", "开始或停止显示用时")
    case .undo: Phrase("takes the last change back", "撤销上一次改动")
    case .quit: Phrase("leaves", "退出")
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// What help says of a command.
package struct CommandHelp: Sendable {
  /// What the command is called.
  package let name: Phrase
  /// How it is written, without the colon.
  package let usage: Phrase
  /// What it does, in one sentence without a period.
  package let summary: Phrase

  /// The commands, in order.
  package static let all: [CommandHelp] = Command.Name.allCases.map { name in
    let argument = name.argument
    let usage = Phrase(
      argument.english.isEmpty ? name.phrase.english : "\(name.phrase.english) \(argument.english)",
      argument.chinese.isEmpty ? name.phrase.chinese : "\(name.phrase.chinese) \(argument.chinese)")
    return CommandHelp(name: name.phrase, usage: usage, summary: name.summary)
  }
}
