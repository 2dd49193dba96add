import Source
import Testing

/// Recounts the audit's findings from the cells of the sheets.
@Suite struct AuditRecountTests {
  @Test func aloneEverySheetHas49Retreats() throws {
    let plan = try PlanRecount()
    #expect(plan.rows.count == 344)
    // Without the rows of 表1, which has no actual of its own.
    let own = try plan.retreats(joining: []).filter { !$0.hasPrefix("表1.") }
    #expect(own.count == 49)
    let found = try places("show targets at sheet, line where retreat", in: "scorecard")
    #expect(Set(found.map { $0[0] + ".csv:" + $0[1] }.filter { !$0.hasPrefix("表1.") }) == own)
  }

  @Test func auditFindsEveryRetreat() throws {
    let found = try places("show targets at sheet, line where retreat", in: "audit")
    let recounted = try PlanRecount().retreats(joining: PlanRecount.same)
    #expect(Set(found.map { $0[0] + ".csv:" + $0[1] }) == recounted)
    #expect(found.count == recounted.count)
    #expect(recounted.count == 51)
  }

  /// 89 rows with an actual of their own, and one of 表1 whose actual stands in 附表4.
  @Test func scorecardFindsWhatIsMetAlready() throws {
    let met = try PlanRecount().rows.filter { row in row.actual.flatMap { row.isMet(by: $0) } == true }.map(\.place)
    #expect(met.count == 89)
    let found = try places("show targets at sheet, line where met_already", in: "scorecard")
    #expect(Set(found.map { $0[0] + ".csv:" + $0[1] }) == Set(met + ["表1.csv:10"]))
  }

  /// Three things under one name, and seven under several.
  @Test(arguments: [("scorecard", [], 2, 1), ("audit", PlanRecount.same, 5, 4)])
  func findsEveryDifferentNumber(script: String, same: [[String]], targets: Int, actuals: Int) throws {
    let plan = try PlanRecount()
    let differentTargets = try plan.pairs(joining: same) { differ($0.target, $0, $1.target, $1) }
    #expect(differentTargets.count == targets)
    #expect(try conflicts("class in [different_target, different_force]", in: script) == differentTargets)
    let differentActuals = try plan.pairs(joining: same) { differ($0.actual, $0, $1.actual, $1) }
    #expect(differentActuals.count == actuals)
    #expect(try conflicts("class in [different_actual, rounding]", in: script) == differentActuals)
  }

  @Test(arguments: [("scorecard", []), ("audit", PlanRecount.same)])
  func findsEveryDifferentOwner(script: String, same: [[String]]) throws {
    let recounted = try PlanRecount().pairs(joining: same) { first, second in
      !first.owners.isEmpty && !second.owners.isEmpty && first.owners != second.owners
    }
    #expect(recounted.count > 5)
    #expect(try conflicts("class == different_owner", in: script) == recounted)
  }

  /// No unit stands in the way once the audit has stated the five that differ.
  @Test func noUnitStandsInTheWay() throws {
    #expect(try conflicts("class == different_unit", in: "audit").isEmpty)
    let everything = try places("show conflicts at first_place, second_place", in: "audit")
    #expect(everything.count == 21)
  }

  private func differ(_ one: Double?, _ first: PlanRecount.Row, _ other: Double?, _ second: PlanRecount.Row) -> Bool {
    guard let one, let other else { return false }
    let (left, right) = (one * first.scale, other * second.scale)
    return abs(left - right) > 1e-9 * max(abs(left), abs(right))
  }

  /// Returns the places of the conflicts for which `condition` holds.
  private func conflicts(_ condition: String, in script: String) throws -> Set<[String]> {
    Set(try places("show conflicts at first_place, second_place where \(condition)", in: script))
  }

  /// Returns the cells of the answer to `question`, asked of what a script of the example declares.
  private func places(_ question: String, in script: String) throws -> [[String]] {
    let run = try Run("question", text: "import \"\(script).gf\"\n\(question)\n", format: .csv)
    #expect(run.status == .fine, "\(run.findings)")
    // The headings, then the rows.
    return run.answers.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
