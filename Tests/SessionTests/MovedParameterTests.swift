import Reporting
import TestSupport
import Testing

/// Moving a param gives what `--set` gives to a run of its own, to the last bit: nothing that rests on it is kept.
@Suite struct MovedParameterTests {
  private static let declarations = """
    use "t.csv"
    param g in 0..400 = 110
    param h = g * 2
    param e = 0.9 to 1.1
    alias 人均 = 产值 / 人口
    alias 比 = 人均[甲] / 人均[乙]
    set 组 = { 产值 weight 1, 人口 weight 1 }
    aggregate 得分 = mean(scale(组), weight: weight) over indicator
    indicator 产值 better higher
    target 产值[乙] >= 190 万元 by 2022
    target 人均[乙] >= g * 0.05 万元/人 by 2022
    target 产值[甲] >= g * 1 万元 by 2023
    aggregate 达标率 = share(status == met) over targets
    scenario 直 { 产值[甲] grows g * 1% per year; 人口[乙] = h * 1 人 }
    scenario 计 from plan { 人口[甲] = h * e * 1 人 }
    scenario 定 from 计 { 产值[乙] *= g / 100 }

    """
  private static let sheet = """
    地区,指标,单位,年份,数值
    甲,产值,万元,2022,100
    乙,产值,万元,2022,200
    甲,人口,人,2022,10
    乙,人口,人,2022,40

    """

  @Test(arguments: [
    ("h + g", "actual"), ("达标率", "actual"), ("达标率", "直"), ("产值[甲, 2023]", "plan"), ("人均[甲, 2024]", "直"),
    ("比[2023]", "直"), ("人均[乙, 2023]", "定"), ("ratio(产值, 人口)[2023]", "定"), ("产值[甲, 2023, 直] - 产值[甲, 2023, 计]", "定"),
    ("得分[甲, 2023]", "直"), ("chance(人口[甲, 2024] >= 210 人)", "计"), ("chance(人口[甲, 2023] >= 215 人)", "定"),
    ("sum(产值)[2024]", "定"),
  ])
  func movingIsSetting(expression: String, scenario: String) throws {
    let files = ["t.csv": Self.sheet]
    let moved = ScriptRun(
      Array((Self.declarations + "tabulate \(expression) for g in 90..120 step 10 under \(scenario)").utf8),
      files: files, samples: 500)
    guard case .table(let table)? = moved.document.blocks.first?.content else {
      Issue.record("no table: \(moved.findings)")
      return
    }
    #expect(table.rows.count == 4)
    for row in table.rows {
      guard case .number(let place, _) = row.cells[0] else { continue }
      let set = ScriptRun(
        Array((Self.declarations + "show \(expression) under \(scenario)").utf8), files: files,
        settings: [("g", "\(place)")], samples: 500)
      guard case .table(let shown)? = set.document.blocks.first?.content,
        case .number(let expected, _)? = shown.rows[0].cells.last, case .number(let actual, _) = row.cells[1]
      else {
        Issue.record("no number at \(place): \(set.findings)")
        continue
      }
      #expect(actual == expected)
    }
    // A value that did not move would say nothing of what is kept.
    let values = Set(table.rows.map { $0.cells[1] })
    #expect(values.count > 1)
  }
}
