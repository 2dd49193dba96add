extension Diagnostic.Severity {
  /// The word before a finding.
  package var word: Phrase {
    switch self {
    case .error: Phrase("error", "错误")
    case .warning: Phrase("warning", "警告")
    case .note: Phrase("note", "说明")
    }
  }

  /// Says how many findings of this weight there are.
  package func counted(_ count: Int) -> Phrase {
    let plural = count == 1 ? "" : "s"
    return Phrase("\(count) \(word.english)\(plural)", "\(count) 个\(word.chinese)")
  }

  /// The look of the finding on a terminal.
  var style: TerminalStyle {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

/// The fixed words around a finding.
enum DiagnosticWording {
  static let help = Phrase("help", "建议")
  static let fix = Phrase("fix", "可改为")
  static let commandLine = Phrase("command line", "命令行")
  static let colon = Phrase(": ", "：")
  static let comma = Phrase(", ", "，")

  /// Says what a change does.
  static func change(_ old: String, _ new: String) -> Phrase {
    if old.isEmpty { return Phrase("insert `\(new)`", "插入 `\(new)`") }
    if new.isEmpty { return Phrase("remove `\(old)`", "删去 `\(old)`") }
    return Phrase("replace `\(old)` with `\(new)`", "将 `\(old)` 改为 `\(new)`")
  }
}
