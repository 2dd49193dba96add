import Foundation
import Testing

private let sheet = "indicator,unit,2022,2023\nincome,元,4,5\n"
private let script = """
  use "s.csv"
  show 1 + 1
  report "Income" { text "Up to {income[2023]}." show income }
  """

@Suite struct ReportFileTests {
  @Test(arguments: [
    ("out.md", "# Income\n"), ("out.txt", "Income\n\n"), ("out.json", "[\n  {\n    \"title\": \"Income\""),
    ("out.csv", "Up to 5元.\r\n"),
  ])
  func aReportIsWrittenInTheFormOfItsEnding(name: String, beginning: String) throws {
    let command = try Command(["a.gf": script, "s.csv": sheet])
    let outcome = try command.run("run", "a.gf", "--report", name)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "wrote \(name)\n")
    // What stands in the report is not printed again.
    #expect(outcome.output.contains("1 + 1") && !outcome.output.contains("income"))
    let report = try command.text(of: name)
    #expect(report.hasPrefix(beginning), "\(report)")
    #expect(!report.contains("1 + 1"))
    #expect(report.contains("SHA-256"))
  }

  @Test func aWorkbookIsAnArchive() throws {
    let command = try Command(["a.gf": script, "s.csv": sheet])
    #expect(try command.run("run", "a.gf", "--report", "out.xlsx").status == 0)
    let bytes = try Data(contentsOf: command.folder.appending(path: "out.xlsx"))
    #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
  }

  /// The mark goes before CSV alone, wherever it is written.
  @Test func byteOrderMarksAreForCSV() throws {
    let command = try Command(["a.gf": script, "s.csv": sheet])
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let printed = try command.run("run", "a.gf", "--format", "csv", "--bom")
    #expect(printed.status == 0 && Array(printed.output.utf8).starts(with: mark))
    let written = try command.run("run", "a.gf", "--bom", "--report", "out.csv", "--report", "out.txt")
    #expect(written.status == 0 && !Array(written.output.utf8).starts(with: mark))
    #expect(try Data(contentsOf: command.folder.appending(path: "out.csv")).starts(with: mark + Array("Up to".utf8)))
    #expect(try Data(contentsOf: command.folder.appending(path: "out.txt")).starts(with: Array("Income".utf8)))
    for arguments in [["--bom"], ["--format", "json", "--bom"], ["--report", "out.xlsx", "--bom"]] {
      let refused = try command.run(["run", "a.gf"] + arguments)
      #expect(refused.status == 2 && refused.errors.hasPrefix("error[usage]: --bom goes with CSV alone"))
    }
    #expect(try command.run("run", "a.gf", "--format", "csv", "--bom=1").status == 2)
    #expect(try command.run("check", "a.gf", "--bom").errors.hasPrefix("error[usage]: --bom goes with gf run alone"))
  }

  @Test func withoutAReportInTheScriptAllAnswersAreOne() throws {
    let command = try Command(["plan.gf": "use \"s.csv\"\nshow income * 2", "s.csv": sheet])
    let outcome = try command.run("run", "plan.gf", "--report", "out.md")
    #expect(outcome.output == "")
    let report = try command.text(of: "out.md")
    #expect(report.hasPrefix("# plan\n") && report.contains("income \\* 2"))
  }

  /// `sha256sum`, where the system has it, tells the same of the files.
  @Test func digestsAreThoseOfTheFiles() throws {
    let command = try Command(["a.gf": script, "s.csv": "\u{FEFF}" + sheet])
    _ = try command.run("run", "a.gf", "--report", "out.csv")
    let report = try command.text(of: "out.csv")
    #expect(report.contains("a.gf,script,,\(Self.digest(of: "a.gf", command))"))
    #expect(report.contains("s.csv,s,2,\(Self.digest(of: "s.csv", command))"))
  }

  private static func digest(of name: String, _ command: Command) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [command.folder.appending(path: name).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return "" }
    return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
  }

  @Test func aReportThatCannotBeWrittenLeavesTheOldOne() throws {
    let command = try Command(["a.gf": script, "s.csv": sheet])
    let missing = try command.run("run", "a.gf", "--report", "no/such/out.md")
    #expect(missing.status == 6)
    #expect(missing.errors.hasPrefix("error[output]: no/such/out.md cannot be written"))
    // A script that cannot be understood writes nothing.
    try "old".write(to: command.folder.appending(path: "out.md"), atomically: true, encoding: .utf8)
    let broken = try Command(["a.gf": "report \"x\" { show lost }"])
    try "old".write(to: broken.folder.appending(path: "out.md"), atomically: true, encoding: .utf8)
    #expect(try broken.run("run", "a.gf", "--report", "out.md").status == 3)
    #expect(try broken.text(of: "out.md") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: broken.folder.path).sorted() == ["a.gf", "out.md"])
  }

  @Test func aLinkStaysALinkAndPermissionsStay() throws {
    let command = try Command(["a.gf": script, "s.csv": sheet, "real.md": "old"])
    let files = FileManager.default
    let (link, real) = (command.folder.appending(path: "out.md").path, command.folder.appending(path: "real.md").path)
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try files.createSymbolicLink(atPath: link, withDestinationPath: real)
    #expect(try command.run("run", "a.gf", "--report", "out.md").status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == real)
    #expect(try command.text(of: "real.md").hasPrefix("# Income"))
    #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
  }

  @Test(arguments: [
    (["run", "a.gf", "--report", "x.pdf"], "no report can be written as x.pdf"),
    (["run", "a.gf", "--report", "html"], "no report can be written as html"),
    (["check", "a.gf", "--report", "x.md"], "--report goes with gf run alone"),
    (["check", "a.gf", "--watch"], "--watch goes with gf run alone"),
    (["run", "-", "--watch"], "standard input cannot be watched"),
  ])
  func aWrongReportIsRefused(words: [String], message: String) throws {
    let outcome = try Command(["a.gf": script, "s.csv": sheet]).run(words)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func watchingAnswersAgainWhenASheetChanges() throws {
    let command = try Command(["a.gf": script, "s.csv": sheet])
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["run", "a.gf", "--watch", "--report", "out.md"]
    process.currentDirectoryURL = command.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    #expect(command.waits(for: "Up to 5元.", in: "out.md"))
    try Data("indicator,unit,2022,2023\nincome,元,4,77\n".utf8).write(to: command.folder.appending(path: "s.csv"))
    #expect(command.waits(for: "Up to 77元.", in: "out.md"))
    // A script that is broken while it is edited leaves the report as it is, and the watch goes on.
    try Data("show (".utf8).write(to: command.folder.appending(path: "a.gf"))
    usleep(600_000)
    try Data("report \"Anew\" { show 3 }".utf8).write(to: command.folder.appending(path: "a.gf"))
    #expect(command.waits(for: "# Anew", in: "out.md"))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }
}

extension Command {
  /// Returns the text of the file called `name`.
  fileprivate func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Returns whether the file called `name` comes to hold `text` within half a minute.
  fileprivate func waits(for text: String, in name: String) -> Bool {
    for _ in 0..<300 {
      if (try? self.text(of: name))?.contains(text) ?? false { return true }
      usleep(100_000)
    }
    return false
  }
}
