import Source
import TestSupport
import Testing

/// What would be too large is refused, and never tried.
@Suite struct LimitTests {
  /// Returns a sheet of 12,000 members of one dimension.
  private func sheet(_ dimension: String, _ indicator: String) -> String {
    "\(dimension),indicator,period,value\n" + (0..<12_000).map { "m\($0),\(indicator),2023,1\n" }.joined()
  }

  @Test func twoLargeDimensionsDoNotMeet() {
    let run = ScriptRun(
      Array("use \"a.csv\" use \"b.csv\" show x * y".utf8),
      files: ["a.csv": sheet("region", "x"), "b.csv": sheet("sector", "y")])
    #expect(run.diagnostics.map(\.code) == [.limit])
    #expect(run.status == .limit)
  }

  /// A scenario with many targets is not held against each of them unless that is asked, and says so.
  @Test func manyTargetsAreNotJudgedUnasked() throws {
    let sheet =
      "region,indicator,period,value,2024年目标\n" + (0..<5_001).map { "m\($0),x,2023,1,>=2\n" }.joined()
    let script =
      "use \"a.csv\" scenario s { x grows 1% per year } aggregate a = sum(x) over region show a at 2024 under s"
    let run = ScriptRun(Array(script.utf8), files: ["a.csv": sheet])
    let finding = try #require(run.diagnostics.first { $0.code == .targetMissed })
    #expect(finding.severity == .note)
    #expect(finding.message.english.contains("5001 targets"))
  }
}
