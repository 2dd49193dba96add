import Foundation
import TestSupport
import Testing

/// Compares the functions of time on a sheet of months, with late beginnings and gaps, with what pandas makes of it;
/// `Tests/Corpus/differential/time.py` writes both.
@Suite struct TimeDifferentialTests {
  @Test func seriesAreWhatPandasComputes() throws {
    let folder = DifferentialTests.folder
    let lines = try String(contentsOf: folder.appending(path: "time.tsv"), encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(lines.count > 20)
    var script = """
      use "time.csv"
      indicator f kind flow
      indicator l kind level
      indicator w kind level

      """
    for line in lines { script += "show \(line[0]) at \(line[1])\n" }
    let sheet = try String(contentsOf: folder.appending(path: "time.csv"), encoding: .utf8)
    let run = ScriptRun(Array(script.utf8), files: ["time.csv": sheet])
    #expect(run.findings == "")
    try #require(run.numbers.count == lines.count)
    for (line, found) in zip(lines, run.numbers) {
      let expected = line[2].split(separator: ",").map { Double($0) }
      try #require(found.count == expected.count, "\(line[0])")
      #expect(found.contains { $0 != nil } && found.contains { $0 == nil }, "\(line[0]) shows both")
      for (cell, pair) in zip(found, expected).enumerated() {
        #expect(isClose(pair.0, pair.1), "\(line[0]), cell \(cell): \(pair)")
      }
    }
  }
}

/// Whether both are missing, or differ by rounding alone.
private func isClose(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-12 * max(100, abs(second))
}
