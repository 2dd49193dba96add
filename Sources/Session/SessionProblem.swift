import Semantics
import Source

/// Everything that can go wrong between the files and the checker.
enum SessionProblem {
  case fileNotFound(String)
  case fileNotAllowed(String)
  case fileUnreadable(String, String)
  case notUTF8(String)
  case importCircle([String])
  case sheetNameTaken(String)
  case unknownSheet(String, choices: [String])
  case unknownField(String, choices: [String])
  case settingUnreadable(String, String)
  case unreadableCells(count: Int, strict: Bool)
  case ignoredRows(count: Int)
  case clashes(count: Int)
  case ruleFailed(name: String, message: String, isError: Bool, scenario: Phrase?)
  case targetsMissed(count: Int, scenario: Phrase)
  case tooManyTargets(count: Int, scenario: Phrase)
  /// `_` is written where there is no last result; or the last answer was no single value.
  case noLastResult(isSeveral: Bool)

  /// Returns the finding about this problem at `site`.
  func diagnostic(at site: Site, others: [Diagnostic.Label] = []) -> Diagnostic {
    Diagnostic(severity, code, message, at: site, others: others, help: help)
  }

  /// Returns the finding about this problem at `site`, without what is to be done about it.
  func finding(at site: Site) -> Diagnostic { Diagnostic(severity, code, message, at: site) }

  private var severity: Diagnostic.Severity {
    switch self {
    case .unreadableCells(_, let strict): strict ? .error : .warning
    case .ignoredRows, .clashes, .targetsMissed: .warning
    case .tooManyTargets: .note
    case .ruleFailed(_, _, let isError, _): isError ? .error : .warning
    case .fileNotFound, .fileNotAllowed, .fileUnreadable, .importCircle, .notUTF8, .sheetNameTaken, .unknownSheet,
      .unknownField, .settingUnreadable, .noLastResult:
      .error
    }
  }

  private var code: Diagnostic.Code {
    switch self {
    case .fileNotFound: .fileNotFound
    case .fileNotAllowed: .fileNotAllowed
    case .fileUnreadable: .fileUnreadable
    case .importCircle: .importCircle
    case .notUTF8: .scriptEncoding
    case .sheetNameTaken: .nameTaken
    case .unknownSheet, .noLastResult: .unknownName
    case .unknownField: .unknownWord
    case .settingUnreadable: .setting
    case .unreadableCells: .unreadableCells
    case .ignoredRows: .ignoredRows
    case .clashes: .clashingCells
    case .ruleFailed: .ruleFailed
    case .targetsMissed, .tooManyTargets: .targetMissed
    }
  }

  private var message: Phrase {
    switch self {
    case .fileNotFound(let path): Phrase("there is no file \(path)", "没有文件“\(path)”")
    case .fileNotAllowed(let path):
      Phrase("\(path) lies outside the folders that may be read", "“\(path)”不在允许读取的文件夹内")
    case .fileUnreadable(let path, let reason): Phrase("\(path) cannot be read: \(reason)", "“\(path)”无法读取：\(reason)")
    case .notUTF8(let path): Phrase("\(path) is no text in UTF-8", "“\(path)”不是 UTF-8 文本")
    case .importCircle(let names):
      Phrase(
        "scripts import each other in a circle: \(names.joined(separator: " → "))",
        "脚本循环引入：\(names.joined(separator: " → "))")
    case .sheetNameTaken(let name): Phrase("two sheets are called \(name)", "有两张表都叫“\(name)”")
    case .unknownSheet(let name, _): Phrase("no sheet is called \(name)", "没有名为“\(name)”的表")
    case .unknownField(let name, _): Phrase("\(name) is no field of a sheet", "“\(name)”不是表的字段")
    case .settingUnreadable(let name, let value): Phrase("\(name)=\(value) is no value", "“\(name)=\(value)”不是可用的值")
    case .unreadableCells(let count, _):
      Phrase(
        count == 1 ? "1 cell cannot be read and is missing" : "\(count) cells cannot be read and are missing",
        "有 \(count) 个单元格无法读取，按缺失处理")
    case .ignoredRows(let count):
      Phrase("\(count) \(count == 1 ? "row was" : "rows were") left out", "有 \(count) 行未采用")
    case .clashes(let count):
      Phrase(
        "\(count) \(count == 1 ? "cell is" : "cells are") given twice with different values", "有 \(count) 个单元格前后数值不同")
    case .ruleFailed(let name, let message, _, let scenario):
      Phrase(
        "\(scenario.map { "under \($0.english), " } ?? "")the rule \(name) fails\(message.isEmpty ? "" : ": \(message)")",
        "\(scenario.map { "“\($0.chinese)”情景下，" } ?? "")规则“\(name)”不通过\(message.isEmpty ? "" : "：\(message)")")
    case .tooManyTargets(let count, let scenario):
      Phrase(
        "under \(scenario.english), \(count) targets are too many to be judged unasked",
        "“\(scenario.chinese)”情景下目标多达 \(count) 个，未逐一判定")
    case .noLastResult(let isSeveral):
      isSeveral
        ? Phrase("the last answer was no single value that `_` could stand for", "上一个答案不是单一的值，`_` 无从代表")
        : Phrase("nothing has been answered yet that `_` could stand for", "尚无答案，`_` 无从代表")
    case .targetsMissed(let count, let scenario):
      Phrase(
        count == 1
          ? "under \(scenario.english), 1 target that rests on its assumptions is missed"
          : "under \(scenario.english), \(count) targets that rest on its assumptions are missed",
        "“\(scenario.chinese)”情景下，以其假设为依据的目标有 \(count) 个未达标")
    }
  }

  private var help: [Phrase] {
    switch self {
    case .fileNotFound: [Phrase("paths are relative to the script's folder", "路径以脚本所在文件夹为起点")]
    case .fileNotAllowed:
      [Phrase("allow the folder: --allow FOLDER", "可加选项允许读取：--allow 文件夹")]
    case .sheetNameTaken: [Phrase("name one: use \"…\" as NAME", "请另取名：读取 \"…\" 作为 名称")]
    case .unknownSheet(_, let choices), .unknownField(_, let choices):
      [Phrase("there are: \(choices.joined(separator: ", "))", "现有：\(choices.joined(separator: "、"))")]
    case .settingUnreadable(let name, _): [Phrase("write --set \(name)=7%", "请写 --set \(name)=7%")]
    case .unreadableCells, .ignoredRows, .clashes: [Phrase("show data lists them", "“展示 数据问题”可逐条列出")]
    case .notUTF8: [Phrase("save the script as UTF-8", "请把脚本另存为 UTF-8")]
    case .tooManyTargets(_, let scenario):
      [
        Phrase(
          "ask for them: show targets where status == missed under \(quotedWhereNeeded(scenario.english))",
          "如需判定：展示 目标表 筛选 状态 == 未达标 采用 \(quotedWhereNeeded(scenario.chinese))")
      ]
    case .noLastResult:
      [Phrase("`_` is the value of the last line that was an expression", "`_` 是上一行表达式的值")]
    case .fileUnreadable, .importCircle, .ruleFailed, .targetsMissed: []
    }
  }
}
