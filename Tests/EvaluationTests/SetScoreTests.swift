import Foundation
import Reporting
import TestSupport
import Testing

/// Compares composite scores of a random sheet with those of `Tests/Corpus/differential/scores.py`, which knows nothing of gf.
@Suite struct SetScoreTests {
  /// A score of one region and sector in one period.
  private static func scores(_ method: String) throws -> [Double?] {
    let table = DifferentialTests.folder.appending(path: "scores.tsv")
    return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 5, fields[0] == method else { return nil }
      return .some(Double(fields[4]))
    }
  }

  @Test(arguments: ["range", "z"])
  func scoresAreWhatOthersCompute(method: String) throws {
    let expected = try Self.scores(method)
    try #require(expected.count == 42)
    let script = """
      use "random.csv"
      indicator w better lower
      set s = { x weight 3, w weight 2, y weight 1 }
      aggregate score = mean(scale(s, method: \(method)), weight: weight) over indicator
      show score by region, sector at 2022..2023
      """
    let sheet = try String(contentsOf: DifferentialTests.folder.appending(path: "random.csv"), encoding: .utf8)
    let run = ScriptRun(Array(script.utf8), files: ["random.csv": sheet])
    #expect(run.findings == "")
    let found = try #require(run.numbers.first)
    try #require(found.count == expected.count)
    for (number, score) in zip(found, expected) {
      switch (number, score) {
      case (let number?, let score?): #expect(abs(number - score) <= 1e-12 * max(1, abs(score)))
      case (nil, nil): break
      case (_, _): Issue.record("\(String(describing: number)) against \(String(describing: score))")
      }
    }
  }

  @Test func recordsCarryTheUnitOfEachRow() {
    let run = ScriptRun(
      Array("use \"s.csv\"\nset s = { x, y }\nshow s, diff(s) at 2023".utf8),
      files: ["s.csv": "指标,单位,2022年,2023年\nx,元,40000,42500\ny,%,50,51\n"])
    #expect(
      run.answers(.csv)
        == "indicator,unit,s 2023,diff(s) 2023,diff(s) 2023 unit\r\nx,元,42500,2500,元\r\ny,%,51,1,pp\r\n")
    #expect(run.answers(.json).contains(#"["x", "元", {"value": 42500, "unit": "元"}, {"value": 2500, "unit": "元"}]"#))
    #expect(run.answers(.json).contains(#"["y", "%", {"value": 51, "unit": "%"}, {"value": 1, "unit": "pp"}]"#))
    #expect(run.answers(.markdown).contains("1pp"))
  }
}
