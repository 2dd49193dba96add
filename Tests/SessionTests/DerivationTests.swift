import Reporting
import TestSupport
import Testing

/// A derivation as text shows the ten largest parts; for tools it has all of them.
@Test func toolsGetAllPartsOfAnAggregate() {
  let rows = (1...14).map { "r\($0),x,2023,\($0)\n" }.joined()
  let script = Array("use \"s.csv\"\nexplain sum(x)[2023]".utf8)
  let files = ["s.csv": "region,indicator,period,value\n" + rows]
  let shown = ScriptRun(script, files: files).answers()
  #expect(!shown.contains("x[r4, 2023]"))
  #expect(shown.contains("x[r5, 2023] = 5"))
  let all = ScriptRun(script, files: files, inFull: true).answers(.json)
  for index in 1...14 { #expect(all.contains("x[r\(index), 2023]")) }
}
