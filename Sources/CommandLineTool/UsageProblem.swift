import Reporting
import Session
import Source

/// Everything that can be wrong with a command line.
enum UsageProblem: Error {
  case nothing
  case unknownVerb(String)
  case unknownOption(String)
  case missingValue(String)
  case unexpectedValue(String)
  case badValue(String, String, choices: [String])
  case notAPair(String, String)
  case noScript(String)
  case standardInputTwice
  case unknownTopic(String, nearest: [String])
  case scriptNotFound(String)
  case scriptUnreadable(String, String)
  case unknownReportForm(String)
  case watchingInput
  case onlyRuns(String)
  case byteOrderMarkWithoutCSV
  case outputUnwritable(String?, String)

  /// The finding about this problem.
  var diagnostic: Diagnostic {
    Diagnostic(.error, code, message, at: .command, help: help)
  }

  /// The status with which the process ends.
  var status: ExitStatus { code == .output ? .output : .usage }

  private var code: Diagnostic.Code {
    if case .outputUnwritable = self { .output } else { .usage }
  }

  private var message: Phrase {
    switch self {
    case .nothing: Phrase("gf needs to be told what to do", "请说明要做什么")
    case .unknownVerb(let word): Phrase("gf has no command \(word)", "没有命令“\(word)”")
    case .unknownOption(let option): Phrase("gf has no option \(option)", "没有选项“\(option)”")
    case .missingValue(let option): Phrase("\(option) needs a value", "选项“\(option)”缺少值")
    case .unexpectedValue(let option): Phrase("\(option) takes no value", "选项“\(option)”不带值")
    case .badValue(let option, let value, _): Phrase("\(option) cannot be \(value)", "选项“\(option)”不能取“\(value)”")
    case .notAPair(let option, let text):
      Phrase("\(option) takes NAME=VALUE, not \(text)", "选项“\(option)”应写作 名称=值，而不是“\(text)”")
    case .noScript(let verb): Phrase("gf \(verb) needs a script", "gf \(verb) 需要脚本文件")
    case .standardInputTwice: Phrase("standard input can be read once", "标准输入只能读取一次")
    case .unknownTopic(let topic, _): Phrase("the manual has no entry \(topic)", "手册中没有“\(topic)”")
    case .scriptNotFound(let path): Phrase("there is no script \(path)", "没有脚本“\(path)”")
    case .unknownReportForm(let path):
      Phrase("no report can be written as \(path)", "无法将报告写成“\(path)”")
    case .onlyRuns(let option): Phrase("\(option) goes with gf run alone", "选项“\(option)”只用于 gf run")
    case .watchingInput: Phrase("standard input cannot be watched", "标准输入无法监视")
    case .byteOrderMarkWithoutCSV: Phrase("--bom goes with CSV alone", "选项“--bom”只用于 CSV")
    case .outputUnwritable(nil, let reason):
      Phrase("the answers cannot be written: \(reason)", "答案无法写出：\(reason)")
    case .outputUnwritable(let path?, let reason):
      Phrase("\(path) cannot be written: \(reason)", "“\(path)”无法写入：\(reason)")
    case .scriptUnreadable(let path, let reason): Phrase("\(path) cannot be read: \(reason)", "“\(path)”无法读取：\(reason)")
    }
  }

  private var help: [Phrase] {
    switch self {
    case .badValue(_, _, let choices):
      [Phrase("it can be: \(choices.joined(separator: ", "))", "可取：\(choices.joined(separator: "、"))")]
    case .nothing:
      [Phrase("gf repl answers lines as they are entered; gf --help shows the rest", "gf repl 可逐行输入；其余用法见 gf --help")]
    case .noScript(let verb): [Phrase("write gf \(verb) plan.gf", "请写 gf \(verb) plan.gf")]
    case .unknownVerb(let word) where word.hasSuffix(".gf"):
      [Phrase("write gf run \(word)", "请写 gf run \(word)")]
    case .onlyRuns(let option): [Phrase("write gf run plan.gf \(option)", "请写 gf run plan.gf \(option)")]
    case .unknownVerb, .unknownOption, .missingValue, .unexpectedValue, .notAPair, .standardInputTwice:
      [Phrase("gf --help shows how it is used", "用法见 gf --help")]
    case .unknownTopic(_, let nearest) where !nearest.isEmpty:
      [Phrase("near: \(nearest.joined(separator: ", "))", "相近的有：\(nearest.joined(separator: "、"))")]
    case .unknownTopic:
      [Phrase("it explains statements, functions and relations", "可查语句、函数与内置表")]
    case .unknownReportForm:
      [
        Phrase(
          "the ending chooses the form: \(FileFormat.endings.joined(separator: ", "))",
          "格式由文件名的结尾决定：\(FileFormat.endings.joined(separator: "、"))")
      ]
    case .byteOrderMarkWithoutCSV:
      [Phrase("write --format csv --bom, or --report out.csv --bom", "请写 --format csv --bom 或 --report out.csv --bom")]
    case .watchingInput: [Phrase("save the script to a file", "请先将脚本存为文件")]
    case .outputUnwritable(_?, _): [Phrase("an earlier file of that name is as it was", "同名的旧文件未受影响")]
    case .scriptNotFound, .scriptUnreadable, .outputUnwritable: []
    }
  }
}
