import TestSupport
import Testing

/// An aggregate over all cells of a formula is the same whether they are collapsed as they are computed or afterwards.
@Suite struct StreamedAggregateTests {
  private func script(_ functions: [String]) -> String {
    var script = "use \"d.csv\"\nalias whole = -(a - b) / (c + 2) * 100 + a\nalias has = known(c)\n"
    for function in functions {
      script += "aggregate \(function)_at_once = \(function)(-(a - b) / (c + 2) * 100 + a) over region, period\n"
      script += "aggregate \(function)_after = \(function)(whole) over region, period\n"
      script += "show \"{\(function)_at_once : .12}\"\nshow \"{\(function)_after : .12}\"\n"
    }
    script += "aggregate count_at_once = count(known(c)) over region, period\n"
    script += "aggregate count_after = count(has) over region, period\n"
    return script + "show \"{count_at_once}\"\nshow \"{count_after}\"\n"
  }

  /// Runs the script over a sheet of 3,000 regions and six years, of which one in `gap` rows lacks a number.
  private func lines(gap: Int) -> [Substring] {
    var random = SeededGenerator(seed: UInt64(gap))
    var data = "region,period,a,b,c\n"
    for region in 0..<3_000 {
      for year in 2015...2020 {
        let numbers = (0..<3).map { _ in String(Double(Int.random(in: -90_000...90_000, using: &random)) / 1000) }
        let isGap = Int.random(in: 0..<gap, using: &random) == 0
        data += "R\(region),\(year),\(numbers[0]),\(numbers[1]),\(isGap ? "" : numbers[2])\n"
      }
    }
    let run = ScriptRun(Array(script(["mean", "min", "max"]).utf8), files: ["d.csv": data])
    return run.answers(.csv).split(whereSeparator: \.isNewline)
  }

  @Test(arguments: [1_000_000_000, 500])
  func collapsingAtOnceIsCollapsingAfterwards(gap: Int) {
    let lines = lines(gap: gap)
    #expect(lines.count == 8)
    for pair in stride(from: 0, to: lines.count - 1, by: 2) { #expect(lines[pair] == lines[pair + 1]) }
  }
}
