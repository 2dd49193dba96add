import Foundation
import Testing

private let sheet = "indicator,unit,2022,2023\nincome,元,4,5\n"

@Suite struct CommandTests {
  @Test func aScriptThatIsAnsweredEndsWith0() throws {
    let command = try Command(["a.gf": "use \"s.csv\"\nshow income * 2", "s.csv": sheet])
    let outcome = try command.run("run", "a.gf")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("income * 2  元       8    10"))
  }

  @Test func aRuleThatFailsEndsWith1() throws {
    let command = try Command(["a.gf": "rule r \"no\": 1 > 2\nshow 7"])
    let outcome = try command.run("run", "a.gf")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("7"))
    #expect(outcome.errors.contains("error[rule-failed]: the rule r fails: no"))
  }

  @Test(arguments: [
    (["rum", "a.gf"], "gf has no command rum"), (["run"], "gf run needs a script"), ([], "told what to do"),
    (["run", "a.gf", "--colour"], "gf has no option --colour"), (["run", "a.gf", "--format"], "needs a value"),
    (["run", "a.gf", "--format", "pdf"], "cannot be pdf"), (["run", "a.gf", "--strict=1"], "takes no value"),
    (["run", "a.gf", "--set", "g"], "NAME=VALUE"), (["run", "b.gf"], "there is no script b.gf"),
    (["repl", "b.gf"], "there is no script b.gf"), (["run", "."], "cannot be read"),
    (["run", "-", "-"], "can be read once"), (["a.gf"], "no command a.gf"),
  ])
  func aWrongCommandLineEndsWith2(words: [String], message: String) throws {
    let command = try Command(["a.gf": "show 1"])
    let outcome = try command.run(words)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error[usage]: ") && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func aScriptThatCannotBeUnderstoodEndsWith3() throws {
    let command = try Command(["a.gf": "show 1 +\nshow lost"])
    let outcome = try command.run("run", "a.gf")
    #expect(outcome.status == 3)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("a.gf:") && outcome.errors.hasSuffix("errors\n"))
  }

  @Test func aSheetThatCannotBeReadEndsWith4() throws {
    let command = try Command([
      "a.gf": "use \"lost.csv\"\nshow 1", "b.gf": "use \"s.csv\"\nshow income",
      "s.csv": "indicator,2023\nincome,five\n",
    ])
    #expect(try command.run("run", "a.gf").status == 4)
    #expect(try command.run("run", "b.gf").status == 0)
    #expect(try command.run("run", "b.gf", "--strict").status == 4)
  }

  @Test func anOutputThatCannotBeWrittenEndsWith6() throws {
    let command = try Command(["a.gf": "show 1"])
    #expect(try command.run("run", "a.gf", output: "/dev/full").status == 6)
    #expect(try command.run("--help", output: "/dev/full").status == 6)
  }

  @Test func aScriptInAnotherEncodingIsRefused() throws {
    let command = try Command()
    try Data([0xD6, 0xB8, 0xB1, 0xEA, 0x20, 0x31]).write(to: command.folder.appending(path: "a.gf"))
    let outcome = try command.run("run", "a.gf")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("error[script-encoding]"))
    #expect(try command.run("run", "a.gf", "--lang", "zh").errors.contains("错误[script-encoding]"))
  }

  @Test func aScriptMayComeFromStandardInput() throws {
    let command = try Command(["s.csv": sheet])
    let outcome = try command.run("run", "-", input: "use \"s.csv\"\nshow income[2023]")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("income[2023]  元        5"))
    let wrong = try command.run("run", "-", input: "show lost")
    #expect(wrong.status == 3)
    #expect(wrong.errors.contains("-:1:6"))
  }

  @Test func paramsAndSheetsCanBeReplaced() throws {
    let command = try Command([
      "a.gf": "use \"s.csv\" as 表\nparam g = 5%\nshow income[2023] * (1 + g)", "s.csv": sheet,
      "other.csv": "indicator,unit,2023\nincome,元,100\n",
    ])
    #expect(try command.run("run", "a.gf").output.contains("5.25"))
    #expect(try command.run("run", "a.gf", "--set", "g=7%").output.contains("5.35"))
    #expect(try command.run("run", "a.gf", "--set=g=7%", "--data", "表=other.csv").output.contains("107"))
    #expect(try command.run("run", "a.gf", "--data", "lost=other.csv").status == 2)
  }

  @Test func everyFormatIsWritten() throws {
    let command = try Command(["a.gf": "use \"s.csv\"\nshow income", "s.csv": sheet])
    #expect(try command.run("run", "a.gf", "--format", "text").output.contains("income  元       4     5"))
    #expect(try command.run("run", "a.gf", "--format=md").output.contains("| income |"))
    #expect(try command.run("run", "a.gf", "--format", "csv").output.contains("income,元,4,5\r\n"))
    let json = try command.run("run", "a.gf", "--format", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(value?.first?["kind"] as? String == "table")
  }

  @Test func findingsCanBeReadByTools() throws {
    let command = try Command(["a.gf": "show lost"])
    let outcome = try command.run("check", "a.gf", "--format", "json")
    #expect(outcome.status == 3)
    let findings = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect("\(findings)".contains("unknown-name"))
    let run = try command.run("run", "a.gf", "--format", "json")
    #expect(run.output == "")
    #expect(try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) is [Any])
  }

  @Test func languagesAreChosenByOptionOrLocale() throws {
    let command = try Command(["a.gf": "show lost"])
    #expect(try command.run("run", "a.gf").errors.hasPrefix("error["))
    #expect(try command.run("run", "a.gf", environment: ["LC_ALL": "zh_CN.UTF-8"]).errors.hasPrefix("错误["))
    let english = try command.run("run", "a.gf", "--lang", "en", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(english.errors.hasPrefix("error["))
    #expect(try command.run("run", "a.gf", "--lang", "zh").errors.hasPrefix("错误["))
  }

  @Test func aPipeGetsNoColours() throws {
    let command = try Command(["a.gf": "show lost\nshow 1"])
    #expect(!(try command.run("run", "a.gf").errors.contains("\u{1B}")))
    #expect(!(try command.run("run", "a.gf", environment: ["NO_COLOR": "1"]).errors.contains("\u{1B}")))
  }

  /// `script` gives the command a terminal.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func aTerminalGetsColoursUnlessTheyAreTurnedOff() throws {
    let command = try Command(["a.gf": "show lost"])
    func errors(_ environment: [String: String]) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = ["-qec", "\(Command.binary.path) run a.gf", "/dev/null"]
      process.currentDirectoryURL = command.folder
      process.environment = ["LANG": "C.UTF-8", "TERM": "xterm"].merging(environment) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return text
    }
    #expect(try errors([:]).contains("\u{1B}["))
    #expect(!(try errors(["NO_COLOR": "1"]).contains("\u{1B}[")))
    #expect(!(try errors(["TERM": "dumb"]).contains("\u{1B}[")))
    #expect(try errors(["NO_COLOR": "1"]).contains("unknown-name"))
  }

  @Test func helpBeginsWithExamples() throws {
    let command = try Command()
    let help = try command.run("--help")
    #expect(help.status == 0)
    #expect(help.output.split(separator: "\n").prefix(2).last == "Examples:")
    #expect(try command.run("help").output == help.output)
    #expect(try command.run("run", "--help").output == help.output)
    #expect(try command.run("--version").output.hasPrefix("gf "))
    let chinese = try command.run("help", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.output.split(separator: "\n").prefix(2).last == "示例：")
  }

  @Test func scriptsReadOnlyTheFoldersTheyMay() throws {
    let outside = try Command(["s.csv": sheet])
    let command = try Command(["a.gf": "use \"\(outside.folder.path)/s.csv\"\nshow income"])
    let refused = try command.run("run", "a.gf")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("file-not-allowed"))
    let allowed = try command.run("run", "a.gf", "--allow", outside.folder.path)
    #expect(allowed.status == 0, "\(allowed.errors)")
    // A link does not lead out.
    let link = command.folder.appending(path: "link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside.folder.appending(path: "s.csv"))
    #expect(try command.run("run", "-", input: "use \"link.csv\"\nshow income").errors.contains("file-not-allowed"))
  }

  @Test func anUnreadableFileSaysWhy() throws {
    let command = try Command(["a.gf": "use \"folder\"\nshow 1"])
    try FileManager.default.createDirectory(
      at: command.folder.appending(path: "folder"), withIntermediateDirectories: false)
    let outcome = try command.run("run", "a.gf")
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("file-unreadable") && outcome.errors.contains("directory"), "\(outcome.errors)")
  }
}
