import TestSupport
import Testing

/// A random sheet of months of two regions, complete or with rows that never came.
private struct RandomMonths {
  /// Each region's values by year and month; nil where there is no row.
  var values: [[Double?]] = []

  init(_ random: inout SeededGenerator, missing: Int) {
    for _ in 0..<2 {
      values.append(
        (0..<24).map { _ in
          Int.random(in: 0..<100, using: &random) < missing
            ? nil : Double(Int.random(in: 1...4_000, using: &random)) / 8
        })
    }
  }

  /// The sheet, with the value `change` gives for each cell and the value before it in the same year.
  func sheet(_ change: (_ values: [Double?], _ month: Int) -> Double? = { $0[$1] }) -> String {
    var text = "region,indicator,unit,period,value\n"
    for (region, own) in values.enumerated() {
      for month in 0..<24 {
        guard let value = change(own, month) else { continue }
        let part = month % 12 + 1
        text += "r\(region),x,元,\(2022 + month / 12)M\(part < 10 ? "0" : "")\(part),\(value)\n"
      }
    }
    return text
  }

  /// Returns the numbers that `script` gives.
  func numbers(_ script: String, _ sheet: String) -> [[Double?]] {
    let run = ScriptRun(Array("use \"s.csv\"\n\(script)".utf8), files: ["s.csv": sheet])
    #expect(run.diagnostics.isEmpty, "\(run.findings)")
    return run.numbers
  }
}

@Suite struct TimePropertyTests {
  private func each(missing: Int, _ body: (RandomMonths) -> Void) {
    var random = SeededGenerator(seed: 29)
    for _ in 0..<40 { body(RandomMonths(&random, missing: missing)) }
  }

  /// Returns the sum of `parts`, or nil where one is missing.
  private func sum(_ parts: ArraySlice<Double?>) -> Double? {
    parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }.reduce(0, +)
  }

  @Test func longerPeriodsAreTheSumsOfAllTheirParts() {
    each(missing: 4) { months in
      let script = """
        indicator x kind flow
        show annual(x) at 2022..2023
        show halfyearly(x) at 2022H1..2023H2
        show quarterly(x) at 2022Q1..2023Q4
        """
      let found = months.numbers(script, months.sheet())
      for (table, length) in [(0, 12), (1, 6), (2, 3)] {
        let expected = months.values.flatMap { own in
          stride(from: 0, to: 24, by: length).map { sum(own[$0..<$0 + length]) }
        }
        #expect(found[table] == expected, "\(length) \(months)")
      }
    }
  }

  @Test func monthsAloneAddUpToTheCumulativeValues() {
    each(missing: 0) { months in
      let sheet = months.sheet { own, month in sum(own[month / 12 * 12...month]) }
      let script = """
        indicator x kind cumulative
        show diff(x) at 2022M01..2023M12
        show ytd(diff(x)) - x at 2022M01..2023M12
        show annual(x) - annual(diff(x)) at 2022..2023
        show sum(quarterly(x)[2022Q4] - annual(x)[2022])
        """
      let found = months.numbers(script, sheet)
      #expect(found[0] == months.values.flatMap { $0 }, "\(months)")
      #expect(found[1].count == 48 && found[1].allSatisfy { $0 == 0 }, "\(months)")
      #expect(found[2] == [0, 0, 0, 0], "\(months)")
      #expect(found[3] == [0], "\(months)")
    }
  }

  /// A single month is known exactly where it and the one before it are, or where it begins a year.
  @Test func noMonthAloneIsTakenAcrossAGapOrAYear() {
    each(missing: 15) { months in
      let found = months.numbers("indicator x kind cumulative\nshow diff(x) at 2022M01..2023M12", months.sheet())
      let expected = months.values.flatMap { own in
        (0..<24).map { month -> Double? in
          guard let value = own[month] else { return nil }
          if month % 12 == 0 { return value }
          return own[month - 1].map { value - $0 }
        }
      }
      #expect(found[0] == expected, "\(months)")
    }
  }

  @Test func chainsOfLinksAreTheIndexWithTheSameBase() {
    each(missing: 0) { months in
      let run = months.numbers(
        "show chain(index(x), 2023) at 2022M05, 2023M05\nshow x at 2022M05/2023M05", months.sheet())
      for region in 0..<2 {
        let (index, base, growth) = (run[0][2 * region], run[0][2 * region + 1], run[1][region])
        #expect(base == 100)
        #expect(agrees(index, growth.map { $0 + 100 }), "\(months)")
      }
    }
  }

  /// Growth over a year, and over a month, are those of the two values, wherever both are known, and nothing else.
  @Test func growthIsOfTwoKnownValues() {
    each(missing: 15) { months in
      let found = months.numbers("show yoy(x) at 2022M01..2023M12\nshow mom(x) at 2022M01..2023M12", months.sheet())
      for (table, back) in [(0, 12), (1, 1)] {
        let expected = months.values.flatMap { own in
          (0..<24).map { month -> Double? in
            guard month >= back, let value = own[month], let base = own[month - back] else { return nil }
            return (value / base - 1) * 100
          }
        }
        #expect(zip(found[table], expected).allSatisfy { agrees($0, $1) }, "\(back) \(months)")
        #expect(found[table].count == 48)
      }
    }
  }
}
