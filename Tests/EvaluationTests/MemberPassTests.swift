import Indicators
import Semantics
import Source
import Syntax
import TestSupport
import Testing
import Units

@testable import Evaluation

/// What is computed member by member, in one pass and without keeping the members, is what the whole set gives: values,
/// coverage, findings and what values rest on.
@Suite struct MemberPassTests {
  private let script = """
    set all = indicators where sheet == d
    param pace = 5%
    param ease = 2%
    scenario up { all follows trend(2020..2023) }
    scenario half { all grows cagr(all, 2020..2023) / 2 per year }
    scenario bent {
      x grows pace per year up to 60
      y = 3 from 2023 until 2024
      pace = 6%
    }
    scenario late from bent {
      x follows cagr(2020..2023) until 2021
      z += 1 at 2022
      ease = 1%
    }
    aggregate total = sum(all * 2 - all) over zone, region
    aggregate last = sum(all[2026]) over region, zone
    aggregate known_last = count(known(all[2026])) over region, zone
    aggregate slopes = max(slope(all, 2020..2023)) over region
    aggregate firsts = first(period where all > 20 and period > 2023) over period
    aggregate never = count(not known(firsts)) over region, zone
    aggregate weighed = mean(all[2025], weight: abs(all[2021])) over region, zone
    aggregate averages = mean(all) over region
    aggregate counted = count(all) by zone
    aggregate sums = sum(all * 2) over indicator, zone, region
    aggregate means = mean(all) over region, indicator
    aggregate least = min(all[2026] - 3) over indicator, region, zone
    aggregate greatest = max(abs(all)) over indicator, zone
    aggregate present = count(known(all[2024])) over indicator, region, zone
    aggregate demanding = sum(all * 1) over indicator, region, zone require 80%
    aggregate in_2025 = count(firsts == 2025) over indicator, region, zone
    aggregate later = count(firsts > 2024) over indicator, region
    aggregate at_no_time = count(not known(firsts)) over indicator, region, zone
    alias both = total + last
    """
  private let questions = """
    show both[up], total[up], last[up], never[up], weighed[up], known_last[up] at 2026
    show both[half], last[half], never[half], slopes[half] at 2026
    show both[bent], last[bent], never[bent], weighed[bent], known_last[bent] at 2026
    show both[late], last[late], never[late], slopes[late] at 2026
    show last, slopes, never, averages, counted, averages[half], counted[late], averages[bent]
    show sums, means, least, greatest, present, demanding, in_2025, later, at_no_time
    show sums[half], means[half], least[half], present[half], demanding[half], in_2025[half], later[half], at_no_time[half]
    show sums[bent], means[late], greatest[late], demanding[bent], in_2025[bent], later[late], at_no_time[up], in_2025[up]
    """

  /// First periods and single periods alone are asked of the members, so that what comes before need not be computed.
  private let laterScript = """
    set all = indicators where sheet == d
    param pace = 4%
    scenario up { all follows trend(2020..2023) }
    scenario half { all grows cagr(all, 2020..2023) / 2 per year }
    scenario cagr { all follows cagr(2020..2023) }
    scenario bent from up {
      x grows pace per year from 2025
      y = 3 from 2023 until 2024
    }
    scenario never_reached { all grows 2% per year until 2021 }
    aggregate firsts = first(period where meets(all) and period > 2023) over period
    aggregate in_2024 = count(firsts == 2024) over indicator, region, zone
    aggregate before_2026 = count(firsts < 2026) over indicator, region
    aggregate found = count(known(firsts)) over indicator, region, zone
    aggregate never = count(not known(firsts)) over zone, indicator
    aggregate last = sum(all[2026]) over indicator, region, zone
    aggregate later = count(known(all[2025..2026])) over indicator, region, zone
    aggregate met = count(meets(all)) over indicator, region, zone
    aggregate spread_out = max(firsts) over indicator, region
    """
  private let laterQuestions = """
    show in_2024[up], before_2026[up], found[up], never[up], last[up], later[up]
    show in_2024[half], before_2026[half], found[half], never[half], last[half], later[half]
    show in_2024[cagr], before_2026[cagr], found[cagr], never[cagr], last[cagr]
    show in_2024[bent], before_2026[bent], found[bent], never[bent], last[bent], spread_out[bent]
    show in_2024[never_reached], last[never_reached]
    show met[up], firsts, in_2024, never
    show all[up] at 2022, 2026
    """

  /// Returns an evaluator of a script over `panel`, a sheet with a third indicator, by region alone and in other years, and one that
  /// asks something of most lanes.
  private func evaluator(
    _ panel: RandomPanel, _ script: String, _ questions: String, isByMember: Bool
  ) -> Evaluator {
    var names = NameTable()
    var units = UnitTable.standard
    let third = "region,indicator,period,value\nr0,z,2022,7\nr1,z,2022,9\nr0,z,2024,8.5\n"
    let wide = panel.text.split(separator: "\n").dropFirst().joined(separator: "\n")
    let rows = third.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",")
      return "\(cells[0]),,\(cells[1]),\(cells[2]),\(cells[3])"
    }
    let bytes = Array(("region,zone,indicator,period,value\n" + wide + "\n" + rows.joined(separator: "\n") + "\n").utf8)
    let sheet = readSheet(Bytes(bytes), file: "d.csv", name: "d", mappings: [], units: &units, names: &names).sheet
    var asked = "region,zone,indicator,2026 target\n"
    for (number, key) in panel.values.keys.sorted().flatMap({ name in panel.places.map { (name, $0) } }).enumerated()
    where number % 5 > 0 {
      asked += "\(key.1.region),\(key.1.area),\(key.0),\(["≥", "≤", ">", "<"][number % 4])\(number * 7 % 50)\n"
    }
    // A region that the data do not have.
    asked += "elsewhere,\(RandomPanel.areas[0]),x,≥1\n"
    let targets = readSheet(
      Bytes(Array(asked.utf8)), file: "t.csv", name: "t", mappings: [], units: &units, names: &names
    ).sheet
    let catalogue = Catalogue(units: units, names: names, sheets: [sheet, targets])
    let text = SourceText(id: SourceID(0), name: "s.gf", bytes: Array("\(script)\n\(questions)\n".utf8))
    let unit = ScriptUnit(syntax: parse(text).script, text: text, qualifier: nil, isMain: true)
    let checked = check([unit], catalogue: catalogue, settings: [])
    #expect(checked.diagnostics.allSatisfy { $0.severity != .error }, "\(checked.diagnostics)")
    var evaluator = Evaluator(program: checked.program, catalogue: catalogue, texts: [text], language: .english)
    evaluator.fewestCellsMemberwise = isByMember ? 1 : .max
    return evaluator
  }

  /// Returns all that the questions bring to light, a line each.
  private func lines(_ evaluator: inout Evaluator) -> [String] {
    var lines: [String] = []
    for case .values(let question) in evaluator.program.questions {
      for item in question.items {
        if case .numbers(let cube) = evaluator.value(of: item.expression, in: .actual) {
          lines.append("\(cube.axes.map(\.labels)) \((0..<cube.count).map { cube[$0] }) \(cube.reasons)")
        }
        let footing = evaluator.footing(of: item.expression, .actual)
        lines.append("\(footing.values) \(evaluator.possibleFooting(of: item.expression, .actual).rawValue)")
      }
    }
    for key in evaluator.coverages.keys.sorted(by: {
      ($0.range.start, $0.scenario.index) < ($1.range.start, $1.scenario.index)
    }) {
      guard let coverage = evaluator.coverages[key] else { continue }
      lines.append("\(coverage.known.values) of \(coverage.frame.values), \(coverage.droppedUnknown)")
    }
    lines += evaluator.assumptionFindings().map { "\($0)" }
    return lines
  }

  @Test func membersInOnePassGiveWhatTheWholeSetGives() {
    compare(script, questions, seed: 61)
  }

  @Test func membersOfWhichLittleIsLookedAtGiveWhatTheWholeSetGives() {
    compare(laterScript, laterQuestions, seed: 62)
  }

  private func compare(_ script: String, _ questions: String, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let panel = RandomPanel(&random)
      var (byMember, whole) = (
        evaluator(panel, script, questions, isByMember: true), evaluator(panel, script, questions, isByMember: false)
      )
      let (found, expected) = (lines(&byMember), lines(&whole))
      #expect(found == expected, "\(panel.text)")
      #expect(Set(byMember.diagnostics) == Set(whole.diagnostics))
      #expect(whole.membersAhead.isEmpty && whole.passedOverlays.isEmpty)
      #expect(byMember.membersAhead.isEmpty && !byMember.passedOverlays.isEmpty)
    }
  }
}
