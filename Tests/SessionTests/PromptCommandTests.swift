import Foundation
import Testing

private let sheet = "indicator,unit,2022,2023\nincome,元,4,5\n"

/// The command `gf repl` whose lines come from elsewhere than a terminal.
@Suite struct PromptCommandTests {
  @Test func answersAloneGoToStandardOutput() throws {
    let command = try Command(["s.csv": sheet, "a.gf": "use \"s.csv\"\nalias x = income * 2\nshow x"])
    let outcome = try command.run("repl", "a.gf", input: "x at 2023\nshow x at 2023\nalias x = income * 3\nx")
    #expect(outcome.status == 3)
    #expect(
      outcome.output
        == "   unit  2023\n─  ────  ────\nx  元      10\n   unit  2022  2023\n─  ────  ────  ────\nx  元      12    15\n")
    #expect(outcome.errors.contains("1 question stands there") && outcome.errors.contains("x is redefined"))
    #expect(!outcome.errors.contains("gf> ") && !outcome.errors.contains("Ctrl-D"))
  }

  @Test func theStatusIsThatOfTheFirstLineThatFailed() throws {
    let command = try Command()
    #expect(try command.run("repl", input: "1 + 1\n").status == 0)
    #expect(try command.run("repl", input: "").status == 0)
    #expect(try command.run("repl", input: "use \"none.csv\"\n1 +\n").status == 4)
    #expect(try command.run("repl", input: "1 + )\nuse \"none.csv\"\n2").status == 3)
    #expect(try command.run("repl", input: ":none\n2").status == 2)
    #expect(try command.run("repl", input: "rule r: 1 > 2\n2").status == 1)
    // What stands behind :quit is not read.
    #expect(try command.run("repl", input: "1\n:quit\n:none").status == 0)
    #expect(try command.run("repl", input: "1\n", output: "/dev/full").status == 6)
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    let command = try Command(["old.gf": "old"])
    let saved = try command.run("repl", input: "param a = 1\na\n:save new.gf\n:save old.gf\n")
    #expect(saved.status == 2)
    #expect(saved.errors.contains("wrote new.gf") && saved.errors.contains("there is a file old.gf"))
    #expect(try command.run("run", "new.gf").output.contains("a      1"))
    #expect(try String(contentsOf: command.folder.appending(path: "old.gf"), encoding: .utf8) == "old")
    #expect(try command.run("repl", input: "param a = 1\n:save! old.gf\n").status == 0)
    #expect(try String(contentsOf: command.folder.appending(path: "old.gf"), encoding: .utf8) == "param a = 1\n")
    #expect(try command.run("repl", input: ":save none/a.gf\n").status == 6)
  }

  @Test func aScriptThatIsLoadedReadsItsFolder() throws {
    let other = try Command(["s.csv": sheet, "a.gf": "use \"s.csv\""])
    let command = try Command()
    let outcome = try command.run("repl", input: ":load \(other.folder.path)/a.gf\nincome\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("income  元"))
    #expect(try command.run("repl", input: "use \"\(other.folder.path)/s.csv\"").status == 4)
  }

  @Test func optionsHold() throws {
    let command = try Command(["s.csv": sheet, "a.gf": "use \"t.csv\"\nparam g = 1"])
    let outcome = try command.run(
      "repl", "a.gf", "--data", "t=s.csv", "--set", "g=7", "--format", "csv", "--lang", "zh",
      input: "income * g at 2023\n")
    #expect(outcome.status == 3)
    let shown = try command.run(
      "repl", "a.gf", "--data", "t=s.csv", "--set", "g=7", "--format", "csv",
      input: "show income * g at 2023\n:help x\n")
    #expect(shown.output.contains("35"), "\(shown.output)\(shown.errors)")
    #expect(shown.output.contains("the manual has no entry x"))
  }

  /// `script` gives the command a terminal.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func aTerminalHasAPromptAndAHistory() throws {
    let command = try Command()
    let history = command.folder.appending(path: "kept/history")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", Command.binary.path, "/dev/null"]
    process.currentDirectoryURL = command.folder
    process.environment = ["LANG": "C.UTF-8", "TERM": "xterm", "GF_HISTORY": history.path]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data("20 + 22\n:quit\n".utf8))
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("gf> ") && text.contains("42") && text.contains(":help explains"))
    // Without libedit no line is kept.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: history.path) else { return }
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try String(contentsOf: history, encoding: .utf8) == "20 + 22\n:quit\n")
  }
}
