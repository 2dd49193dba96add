import Foundation
import TestSupport
import Testing

/// Compares questions on panels of several shapes with what pandas makes of them; `Tests/Corpus/differential/panels.py` writes
/// both the panels and the numbers.
@Suite struct PanelTests {
  private struct Line {
    let sheet: String
    let declarations: String
    let question: String
    let values: [Double?]
  }

  private static func lines() throws -> [Line] {
    let table = DifferentialTests.folder.appending(path: "panels.tsv")
    return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(
        sheet: fields[0], declarations: fields[1], question: fields[2],
        values: fields[3].split(separator: ",").map { $0 == "-" ? nil : Double($0) })
    }
  }

  @Test(arguments: ["sparse.csv", "cube.csv", "monthly.csv"])
  func answersAreThoseOfPandas(_ sheet: String) throws {
    let lines = try Self.lines().filter { $0.sheet == sheet }
    #expect(lines.count > 5)
    let text = try String(contentsOf: DifferentialTests.folder.appending(path: sheet), encoding: .utf8)
    for declarations in Set(lines.map(\.declarations)).sorted() {
      let asked = lines.filter { $0.declarations == declarations }
      let questions = asked.map(\.question).joined(separator: "\n")
      let run = ScriptRun(Array("use \"\(sheet)\"\n\(declarations)\n\(questions)\n".utf8), files: [sheet: text])
      #expect(run.diagnostics.allSatisfy { $0.severity != .error }, "\(run.findings)")
      try #require(run.numbers.count == asked.count)
      for (line, found) in zip(asked, run.numbers) { compare(found, line) }
    }
  }

  private func compare(_ found: [Double?], _ line: Line) {
    guard found.count == line.values.count else {
      Issue.record("\(line.question): \(found.count) numbers, not \(line.values.count)")
      return
    }
    for (index, (number, value)) in zip(found, line.values).enumerated() where !isClose(number, value) {
      Issue.record(
        "\(line.declarations) \(line.question): number \(index) is \(printed(number)), not \(printed(value))")
    }
  }
}

private func printed(_ number: Double?) -> String { number.map { "\($0)" } ?? "missing" }

/// Whether both are missing, or share twelve digits; numbers that cancel share as many of their terms'.
private func isClose(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-12 * max(abs(first), abs(second)) + 1e-13
}
