import Foundation
import TestSupport
import Testing

/// Compares the paths of scenarios on panels of years, quarters and months with what numpy makes of them;
/// `Tests/Corpus/differential/paths.py` writes the panels and the numbers.
@Suite struct PathDifferentialTests {
  private struct Line {
    let sheet: String
    let script: String
    let values: [Double?]
  }

  private static func lines() throws -> [Line] {
    let table = DifferentialTests.folder.appending(path: "paths.tsv")
    return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let scenarios = fields[2].components(separatedBy: " | ").map { scenario in
        let parts = scenario.components(separatedBy: ": ")
        return "scenario \(parts[0]) { \(parts[1...].joined(separator: ": ")) }"
      }
      return Line(
        sheet: fields[0],
        script: """
          use "\(fields[0])"
          \(fields[1])
          \(scenarios.joined(separator: "\n"))
          show \(fields[4]) at \(fields[5]) by region under \(fields[3])
          """,
        values: fields[6].split(separator: ",").map { $0 == "-" ? nil : Double($0) })
    }
  }

  @Test(arguments: ["paths-1.csv", "paths-4.csv", "paths-12.csv"])
  func pathsAreThoseOfNumpy(_ sheet: String) throws {
    let text = try String(contentsOf: DifferentialTests.folder.appending(path: sheet), encoding: .utf8)
    let lines = try Self.lines().filter { $0.sheet == sheet }
    #expect(lines.count > 40)
    for line in lines {
      let run = ScriptRun(Array(line.script.utf8), files: [sheet: text])
      #expect(run.diagnostics.allSatisfy { $0.severity != .error }, "\(line.script)\n\(run.findings)")
      try #require(run.numbers.count == 1, "\(line.script)")
      let found = run.numbers[0]
      try #require(found.count == line.values.count, "\(line.script): \(found.count), not \(line.values.count)")
      if let cell = found.indices.first(where: { !isClose(found[$0], line.values[$0]) }) {
        Issue.record("\(line.script)\ncell \(cell) is \(printed(found[cell])), not \(printed(line.values[cell]))")
      }
    }
  }
}

private func printed(_ number: Double?) -> String { number.map { "\($0)" } ?? "missing" }

/// Whether both are missing, or share twelve digits; numbers that cancel share as many of their terms'.
private func isClose(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-12 * max(abs(first), abs(second), 10)
}
