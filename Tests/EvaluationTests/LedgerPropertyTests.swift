import Reporting
import TestSupport
import Testing

@testable import Evaluation

/// In every statement, the rows of a sheet are those used and those in the ledger, each once.
@Suite struct LedgerPropertyTests {
  private static let regions = ["a", "b", "c", "d"]
  private static let indicators = ["x", "y", "z"]

  /// A value cell of a random sheet.
  private struct Cell {
    let region: String
    let indicator: String
    let period: Int
    let text: String

    /// The number, where the cell has one.
    var number: Double? { Double(text) }
  }

  /// Returns cells such as long sheets have: with marks, slips, gaps, repetitions and contradictions.
  private func cells(_ random: inout SeededGenerator) -> [Cell] {
    var cells: [Cell] = []
    for indicator in Self.indicators {
      for region in Self.regions {
        for period in 2020...2023 {
          let text: String
          switch Int.random(in: 0..<12, using: &random) {
          case 0: continue
          case 1: text = ""
          case 2: text = "保密"
          case 3: text = "n/a"
          case 4: text = "abc"
          default: text = String(Int.random(in: 0..<6, using: &random))
          }
          cells.append(Cell(region: region, indicator: indicator, period: period, text: text))
          switch Int.random(in: 0..<14, using: &random) {
          case 0: cells.append(cells[cells.count - 1])
          case 1: cells.append(Cell(region: region, indicator: indicator, period: period, text: "9"))
          default: break
          }
        }
      }
    }
    return cells
  }

  private func sheet(_ cells: [Cell]) -> String {
    "region,indicator,unit,period,value\n"
      + cells.map { "\($0.region),\($0.indicator),个,\($0.period),\($0.text)\n" }.joined()
  }

  /// Returns an expression that gives numbers.
  private func expression(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let name = ["x", "y", "z", "two.x", "aliased", "summed"][Int.random(in: 0..<6, using: &random)]
    if depth == 0 { return name }
    func inner() -> String { expression(depth - 1, &random) }
    switch Int.random(in: 0..<17, using: &random) {
    case 0: return "(\(inner()) + \(inner()))"
    case 1: return "(\(inner()) * 0.5 - \(inner()))"
    case 2: return "(\(inner()) / \(inner()) * 1 个)"
    case 3: return "(\(inner()) ?? \(inner()))"
    case 4: return "fill(\(inner()), 1 个, only: not_reported, only: unreadable)"
    case 5: return "if(\(inner()) > \(inner()), \(inner()), \(inner()))"
    case 6: return "prev(\(inner()))"
    case 7: return "diff(\(inner()))"
    case 8: return "rolling(\(inner()), 2, sum)"
    case 9: return "mean(\(inner()), weight: \(inner()))"
    case 10: return "max(\(inner()), \(inner()))"
    case 11: return "(\(inner()))[2021..2023]"
    case 12: return "(\(inner()))[b]"
    case 13: return "-abs(\(inner()))"
    case 14: return "(ratio(\(inner()), \(inner())) * 1 个)"
    case 15: return "sum(\(inner()), balanced: true)"
    default: return "(rank(\(inner())) * 1 个)"
    }
  }

  /// Returns statements with the clauses that lose rows.
  private func statement(_ number: Int, _ random: inout SeededGenerator) -> String {
    func value() -> String { expression(Int.random(in: 0..<4, using: &random), &random) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "show \(value()), \(value())"
    case 1: return "show \(value()) at 2022, 2023/2022"
    case 2: return "show \(value()) where \(value()) > 2 个"
    case 3: return "show \(value()) at 2023 order by -\(value()) top 2"
    case 4: return "rule r\(number): \(value()) > \(value()) where \(value()) < 4 个 severity info"
    case 5: return "target \(value()) >= 2 个 by 2023"
    case 6:
      return "aggregate g\(number) = sum(\(value())) over region where \(value()) > 1 个 require 60%\nshow g\(number)"
    default: return "show count(\(value()) > 1 个), share(known(\(value())))"
    }
  }

  private struct Line {
    let input: Double
    let used: Double
    let lost: Double
  }

  /// Returns the lines of the ledger that a run ends with, by statement, place, indicator and sheet.
  private func ledger(_ run: ScriptRun) -> [[String]: [Line]] {
    guard case .table(let table)? = run.document.blocks.last?.content else { return [:] }
    var lines: [[String]: [Line]] = [:]
    for row in table.rows {
      let words = row.cells.prefix(4).map { cell in if case .text(let text) = cell { text } else { "" } }
      let numbers = row.cells.compactMap { cell in if case .number(let number, _) = cell { number } else { nil } }
      guard numbers.count == 3 else { continue }
      lines[words, default: []].append(Line(input: numbers[0], used: numbers[1], lost: numbers[2]))
    }
    return lines
  }

  @Test func everyRowIsCountedOnce() {
    var random = SeededGenerator(seed: 20)
    var count = 0
    for round in 0..<60 {
      let (first, second) = (cells(&random), cells(&random))
      let statements = (0..<4).map { statement($0, &random) }
      let script =
        "use \"one.csv\"\nuse \"two.csv\"\nalias aliased = x + two.y\naggregate summed = sum(z)\n"
        + statements.joined(separator: "\n")
      let files = ["one.csv": sheet(first), "two.csv": sheet(second)]
      let run = ScriptRun(Array(script.replacing("", with: "").utf8), files: files, inFull: true)
      let rows = ["one": first, "two": second]
      for (key, lines) in ledger(run) {
        count += 1
        let name = key[2].split(separator: ".").last.map(String.init) ?? ""
        let expected = Double(rows[key[3]]?.count { $0.indicator == name } ?? -1)
        let lost = lines.reduce(0) { $0 + $1.lost }
        #expect(
          lines.allSatisfy { $0.input == expected && $0.used == expected - lost },
          "round \(round): \(key) has \(expected) rows\n\(script)")
      }
    }
    #expect(count > 300)
  }

  /// The rows used by a sum with a condition, and by a quotient, as counted row by row.
  @Test func usedRowsAreThoseOfARecount() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<40 {
      let cells = cells(&random)
      let script = """
        use "s.csv"
        aggregate total = sum(x) over region where x > 2 个
        show total at 2022..2023
        show x / y at 2023
        """
      let lines = ledger(ScriptRun(Array(script.utf8), files: ["s.csv": sheet(cells)], inFull: true))
      func used(_ statement: String, _ indicator: String) -> Double? {
        lines.first { $0.key[0] == statement && $0.key[2] == indicator }?.value.first?.used
      }
      /// The value of a cell that all its rows agree on.
      func agreed(_ indicator: String, _ region: String, _ period: Int) -> Double? {
        let numbers = Set(
          cells.filter { $0.indicator == indicator && $0.region == region && $0.period == period }.compactMap(\.number))
        return numbers.count == 1 ? numbers.first : nil
      }
      var summed = 0.0
      var divided = 0.0
      for region in Self.regions {
        for period in 2022...2023 { summed += agreed("x", region, period).map { $0 > 2 ? 1 : 0 } ?? 0 }
        if agreed("x", region, 2023) != nil, let divisor = agreed("y", region, 2023), divisor != 0 { divided += 1 }
      }
      // A sheet that contradicts itself makes the name an error only in its cells, so the rest is counted as ever.
      guard cells.contains(where: { $0.indicator == "x" }), used("total", "x") != nil else { continue }
      #expect(used("total", "x") == summed)
      #expect(used("x / y", "x") == divided)
      #expect(used("x / y", "y") == divided)
    }
  }
}
