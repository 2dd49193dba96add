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
}
