import Indicators
import Semantics
import Source
import Syntax
import Testing
import Units

@testable import Evaluation

/// When samples meet a target or a condition, against exact shares and an independent simulation.
@Suite struct MeetingTimesTests {
  private static let script = """
    use "s.csv"
    target x >= 106 by 2026
    alias y = x
    scenario s { x rises normal(3, 4) per year }
    show y >= 106 at 2024..2026 under s
    """

  /// Shares at each period are normal; those by each period are of 4,000,000 paths.
  ///
  /// python3 -c "
  /// import numpy as np; from scipy.stats import norm; g=np.random.default_rng(3)
  /// m=np.cumsum(3+4*g.standard_normal((3,4*10**6)),axis=0)+100>=106; f=np.logical_or.accumulate(m,axis=0)
  /// print([100*norm.sf((6-3*k)/(4*k**.5)) for k in (1,2,3)], [100*x.mean() for x in f])"
  private static let met = [22.663, 50, 66.751]
  private static let metByThen = [22.632, 52.553, 71.183]

  @Test func sharesAreThoseOfAnIndependentSimulation() throws {
    var evaluator = try evaluator()
    let scenario = try #require(evaluator.program.scenarios.first).id
    let judged = evaluator.meetingTimes(ofTarget: 0, in: scenario)
    let target = try #require(judged)
    #expect(target.periods.map(\.description) == ["2024", "2025", "2026"])
    #expect(target.known == 10_000)
    #expect(target.samples == 10_000)
    for (share, exact) in zip(target.met + target.metByThen, Self.met + Self.metByThen) {
      // Four standard errors of 10,000 samples.
      #expect(abs(share - exact) < 2)
    }
    #expect(abs(target.never + (target.metByThen.last ?? 0) - 100) < 1e-9)
    // The condition says the same as the target, sample by sample.
    guard case .values(let question) = evaluator.program.questions[0] else { throw Failure() }
    let times = evaluator.meetingTimes(of: question.items[0].expression, in: scenario)
    let condition = try #require(times)
    #expect(condition.met == target.met)
    #expect(condition.metByThen == target.metByThen)
    // And its last share is the target's chance.
    let table = evaluator.table(.targets, in: [scenario])
    guard case .numbers(let chances) = table.columns[TargetColumn.chance.rawValue] else { throw Failure() }
    #expect(chances[0] == target.met.last)
  }

  @Test func nothingUncertainHasNoTimes() throws {
    var evaluator = try evaluator()
    let certain = evaluator.meetingTimes(ofTarget: 0, in: .actual)
    #expect(certain?.known == nil)
    let nothing = evaluator.meetingTimes(ofTarget: 7, in: .actual)
    #expect(nothing?.known == nil)
    let scenario = try #require(evaluator.program.scenarios.first).id
    let late = Period(year: 2025)
    let judged = evaluator.meetingTimes(ofTarget: 0, in: scenario, over: late...late)
    let times = try #require(judged)
    #expect(times.met == times.metByThen)
  }

  private struct Failure: Error {}

  private func evaluator() throws -> Evaluator {
    var units = UnitTable.standard
    var names = NameTable()
    let reading = readSheet(
      Bytes(Array("指标,2022年,2023年\nx,97,100\n".utf8)), file: "s.csv", name: "s", mappings: [], units: &units,
      names: &names)
    let catalogue = Catalogue(units: units, names: names, sheets: [reading.sheet])
    let text = SourceText(id: SourceID(0), name: "case.gf", bytes: Array(Self.script.utf8))
    let unit = ScriptUnit(syntax: parse(text).script, text: text, qualifier: nil, isMain: true)
    let (program, findings) = check([unit], catalogue: catalogue, settings: [])
    try #require(!findings.contains { $0.severity == .error })
    return Evaluator(program: program, catalogue: catalogue, texts: [text], language: .english)
  }
}
