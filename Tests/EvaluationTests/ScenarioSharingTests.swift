import Indicators
import Semantics
import Source
import Syntax
import Testing

@testable import Evaluation

/// A scenario computes what its assumptions reach, and takes the rest from the scenario that has it.
@Suite struct ScenarioSharingTests {
  private let script = """
    param g = 6
    param h = 4
    alias a = g * 2
    alias b = h * 2
    alias c = a + b
    aggregate met = share(status == met) over targets
    target c >= 1 by 2025
    scenario base from actual { g = 7 }
    scenario child from base { h = 5 }
    scenario other from base { }
    """

  private func evaluator() -> Evaluator {
    let text = SourceText(id: SourceID(0), name: "s.gf", bytes: Array(script.utf8))
    let unit = ScriptUnit(syntax: parse(text).script, text: text, qualifier: nil, isMain: true)
    let catalogue = Catalogue(units: .standard, names: NameTable(), sheets: [])
    let program = check([unit], catalogue: catalogue, settings: []).program
    return Evaluator(program: program, catalogue: catalogue, texts: [text], language: .english)
  }

  private func number(_ evaluator: inout Evaluator, _ definition: Definition, _ scenario: Int) -> Double? {
    guard case .numbers(let cube) = evaluator.value(of: definition, in: evaluator.program.scenarios[scenario].id) else {
      return nil
    }
    return cube[0]
  }

  @Test func onlyWhatAssumptionsReachIsComputedAnew() throws {
    var evaluator = evaluator()
    let (a, b, c) = (Definition.alias(0), Definition.alias(1), Definition.alias(2))
    #expect(number(&evaluator, c, 0) == 22)
    // g, h, a, b and c.
    #expect(evaluator.reaches.computedCount == 5)
    #expect(number(&evaluator, a, 1) == 14)
    #expect(evaluator.reaches.computedCount == 5)
    // The child's assumption reaches h, b and c.
    #expect(number(&evaluator, c, 1) == 24)
    #expect(evaluator.reaches.computedCount == 8)
    #expect(number(&evaluator, c, 2) == 22)
    #expect(number(&evaluator, b, 2) == 8)
    #expect(evaluator.reaches.computedCount == 8)
  }

  /// Which targets are met is a matter of the whole scenario.
  @Test func whatLooksAtAWholeScenarioIsNotShared() {
    var evaluator = evaluator()
    _ = evaluator.value(of: .aggregate(0), in: evaluator.program.scenarios[0].id)
    let computed = evaluator.reaches.computedCount
    _ = evaluator.value(of: .aggregate(0), in: evaluator.program.scenarios[2].id)
    #expect(evaluator.reaches.computedCount == computed + 1)
  }
}
