import Reporting
import TestSupport
import Testing

/// Random sheets of two indicators that share some regions and periods.
private struct RandomSheet {
  /// The known values of each indicator by region and year.
  var values: [String: [String: [Int: Double]]] = ["x": [:], "y": [:]]
  /// The cells that the sheet has without a value.
  var missing: [String: Set<String>] = ["x": [], "y": []]
  var text = "region,indicator,period,value\n"

  init(_ random: inout SeededGenerator) {
    for indicator in ["x", "y"] {
      for region in ["a", "b", "c"] where Int.random(in: 0..<4, using: &random) > 0 {
        for year in 2020...2023 {
          switch Int.random(in: 0..<4, using: &random) {
          case 0: break
          case 1:
            missing[indicator]?.insert("\(region) \(year)")
            text += "\(region),\(indicator),\(year),\n"
          default:
            let value = Double(Int.random(in: -50...50, using: &random)) / 4
            values[indicator]?[region, default: [:]][year] = value
            text += "\(region),\(indicator),\(year),\(value)\n"
          }
        }
      }
    }
    // A first cell each, so that both indicators are in the sheet.
    text += "d,x,2021,1\nd,y,2021,2\n"
    values["x"]?["d"] = [2021: 1]
    values["y"]?["d"] = [2021: 2]
  }

  /// Returns the numbers that `script` gives for this sheet.
  func numbers(_ script: String) -> [[Double?]] {
    let run = ScriptRun(Array("use \"s.csv\"\n\(script)".utf8), files: ["s.csv": text])
    #expect(run.findings == "", "\(text)")
    return run.numbers
  }

  func value(_ indicator: String, _ region: String, _ year: Int) -> Double? { values[indicator]?[region]?[year] }
}

@Suite struct AlignmentPropertyTests {
  private let sheets: [RandomSheet] = {
    var random = SeededGenerator(seed: 7)
    return (0..<60).map { _ in RandomSheet(&random) }
  }()

  @Test func joiningDoesNotDependOnTheOrderOfOperands() {
    for sheet in sheets {
      let numbers = sheet.numbers(
        "show x + y by region order by region at 2020..2023\nshow y + x by region order by region at 2020..2023\n"
          + "show x * y by region order by region at 2020..2023\nshow y * x by region order by region at 2020..2023\n"
          + "show x - y by region order by region at 2020..2023\nshow -(y - x) by region order by region at 2020..2023")
      #expect(numbers.count == 6)
      #expect(numbers[0] == numbers[1], "\(sheet.text)")
      #expect(numbers[2] == numbers[3], "\(sheet.text)")
      #expect(numbers[4].map { $0.map { $0 + 0 } } == numbers[5].map { $0.map { $0 + 0 } }, "\(sheet.text)")
    }
  }

  @Test func aCellIsKnownExactlyWhereBothAre() {
    for sheet in sheets {
      for region in ["a", "b", "c", "d"] where sheet.text.contains("\n\(region),") {
        let found = sheet.numbers("show (x + y)[\"\(region)\"] at 2020..2023")
        let expected = (2020...2023).map { year -> Double? in
          guard let x = sheet.value("x", region, year), let y = sheet.value("y", region, year) else { return nil }
          return x + y
        }
        #expect(found == [expected], "\(sheet.text)")
      }
    }
  }

  @Test func thePeriodsOfASumAreThoseOfBothOperands() {
    for sheet in sheets {
      let years = (2020...2023).filter { year in
        ["x", "y"].contains { name in
          sheet.values[name]?.values.contains { $0[year] != nil } == true
            || sheet.missing[name]?.contains { $0.hasSuffix("\(year)") } == true
        }
      }
      let run = ScriptRun(
        Array("use \"s.csv\"\nshow not known(x) and not known(y) or true by region".utf8), files: ["s.csv": sheet.text])
      guard case .table(let table) = run.document.blocks.first?.content else {
        Issue.record("no table")
        continue
      }
      #expect(table.columns.dropFirst().map(\.heading.english) == years.map { "\($0)" }, "\(sheet.text)")
    }
  }

  @Test func noMissingValueBecomesANumber() {
    let formulas = [
      "x + 1", "x * 0", "0 / x", "x ^ 0", "abs(x)", "round(x, 1)", "min(x, 3)", "max(3, x)", "if(x > 0, 1, 2)",
      "-x", "x - x", "x[2022]", "if(known(x), x, missing)",
    ]
    for sheet in sheets.prefix(20) {
      let script = formulas.map { "show (\($0))[\"d\"] at 2020..2023\n" }.joined()
      for (formula, found) in zip(formulas, sheet.numbers(script)) {
        for (year, number) in zip(2020...2023, found) where year != 2021 && !formula.contains("[") {
          #expect(number == nil, "\(formula) in \(year)")
        }
        if !formula.contains("[") { #expect(found.count == 4) } else { #expect(found.allSatisfy { $0 == nil }) }
      }
    }
  }
}
