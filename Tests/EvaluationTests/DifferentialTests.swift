import Foundation
import Source
import TestSupport
import Testing

/// Compares aggregates of a random sheet with what numpy and scipy make of it; `Tests/Corpus/differential/expected.py`
/// writes both.
@Suite struct DifferentialTests {
  struct Line {
    let aggregate: String
    let by: String
    let values: [Double?]
  }

  static let folder = CorpusFile.folder.appending(path: "differential")

  static func lines() throws -> [Line] {
    try String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Line(
        aggregate: String(fields[0]), by: String(fields[1]),
        values: fields[2].split(separator: ",").map { $0 == "-" ? nil : Double($0) })
    }
  }

  @Test func aggregatesAreWhatOthersCompute() throws {
    let lines = try Self.lines()
    #expect(lines.count > 250)
    var script = "use \"random.csv\"\n"
    for (index, line) in lines.enumerated() {
      script += "aggregate a\(index) = \(line.aggregate)\nshow a\(index)"
      if !line.by.isEmpty { script += " by \(line.by)" }
      script += line.aggregate.contains("period") ? "\n" : " at 2022..2023\n"
    }
    let sheet = try String(contentsOf: Self.folder.appending(path: "random.csv"), encoding: .utf8)
    let run = ScriptRun(Array(script.utf8), files: ["random.csv": sheet])
    #expect(run.findings == "")
    let found = run.numbers
    try #require(found.count == lines.count)
    for (line, numbers) in zip(lines, found) {
      #expect(numbers.count == line.values.count, "\(line.aggregate)")
      for (number, value) in zip(numbers, line.values) {
        #expect(isClose(number, value), "\(line.aggregate): \(numbers) against \(line.values)")
      }
    }
  }
}

/// Whether both are missing, or differ by rounding alone.
private func isClose(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-12 * max(1, abs(first), abs(second))
}
