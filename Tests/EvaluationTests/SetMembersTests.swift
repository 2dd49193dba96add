import TestSupport
import Testing

/// Values of a set are the same whether its members are computed one by one, as of a large set, or alone.
@Suite struct SetMembersTests {
  private let script = """
    use "d.csv"
    use "t.csv" with target = "target", better = "dir", period = 2026
    set all = indicators where sheet == d
    scenario up { all follows trend(2020..2023) }
    scenario half { all grows cagr(all, 2020..2023) / 2 per year }
    scenario late { all grows 3% per year }
    aggregate total = sum(all * 2 - all) over region
    aggregate slopes = sum(slope(all, 2020..2023)) over region
    aggregate starts = max(trend(all, 2020..2023)[2020]) over region
    aggregate firsts = first(period where meets(all) and period > 2023) over period
    aggregate early = count(firsts == 2024) over region
    aggregate never = count(not known(firsts)) over region
    aggregate middle = median(all[2022]) over region
    aggregate last = sum(all[2026]) over region
    aggregate least = min(all) over region
    aggregate average = mean(all) over region
    aggregate reported = count(all) over region
    aggregate each = max(all) by region
    show total, total[up], total[half]
    show slopes, starts, middle
    show least, average, reported, least[up], average[half], reported[up]
    show each["R7"]
    show early[up], never[up], early[half], never[half], last[up], last[half]
    show early[late], never[late], last[late]
    """

  /// Returns sheets of 300 regions, four years and a target for each, of the indicators with these numbers.
  private func sheets(_ indicators: Range<Int>) -> [String: String] {
    var data = "region,indicator,period,value\n"
    var targets = "region,indicator,dir,target\n"
    for indicator in indicators {
      var random = SeededGenerator(seed: UInt64(indicator))
      for region in 0..<300 {
        let base = Int.random(in: 100...900, using: &random)
        for year in 2020...2023 {
          let value = base + (year - 2020) * Int.random(in: -30...60, using: &random)
          let isGap = Int.random(in: 0..<60, using: &random) == 0 && year != 2020 && year != 2023
          if !isGap { data += "R\(region),I\(indicator),\(year),\(Double(value) / 8)\n" }
        }
        let (share, isUp) = (Int.random(in: 80...130, using: &random), Bool.random(using: &random))
        targets += "R\(region),I\(indicator),\(isUp ? "up" : "down"),\(Double(base * share / 100) / 8)\n"
      }
    }
    return ["d.csv": data, "t.csv": targets]
  }

  private func lines(_ indicators: Range<Int>) -> [Substring] {
    let run = ScriptRun(Array(script.utf8), files: sheets(indicators))
    #expect(run.status == .fine, "\(run.findings)")
    return run.answers(.csv).split(whereSeparator: \.isNewline)
  }

  @Test func membersOfALargeSetAreAsTheyAreAlone() {
    let all = lines(0..<16)
    for indicator in [0, 7, 15] {
      let own = lines(indicator..<indicator + 1)
      #expect(own.filter { $0.hasPrefix("I") } == all.filter { $0.hasPrefix("I\(indicator),") })
      #expect(own.count == 13)
    }
  }
}
