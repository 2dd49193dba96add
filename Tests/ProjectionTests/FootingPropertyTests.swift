import TestSupport
import Evaluation
import Indicators
import Semantics
import Session
import Testing

/// What values of scenarios are said to rest on, held against what they are without assumptions.
@Suite struct FootingPropertyTests {
  private static let formulas = [
    "x", "y", "z", "率", "p", "q", "差", "total", "均", "x ?? z", "if(x > 20, y, z)", "rolling(y, 2)", "yoy(z)",
    "x / total", "rank(x)", "x[a] + prev(p)", "sum(x) where y > 20", "clamp(率, 5%, 40%)",
  ]

  /// Calls `check` with every formula in every scenario of random scripts: what it is there, and what it is in scenarios
  /// that assume nothing, one that holds and the other that is the root.
  private func checkAll(
    rounds: Int, seed: UInt64,
    _ check: (_ value: Cube, _ footings: Footings, _ held: Cube, _ root: Cube, _ holds: Bool, String) -> Void
  ) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      let scenarios = RandomScenarios(&random)
      let declared = scenarios.names.filter { $0.hasPrefix("s") }
      let script =
        scenarios.script + "scenario none { }\nscenario nothing from plan { }\n"
        + Self.formulas.map { "show \($0) at 2026 under none, nothing, \(declared.joined(separator: ", "))\n" }.joined()
      let session = scenarios.session(script)
      let context = "round \(round)\n\(script)\(scenarios.sheet)"
      #expect(session.canAnswer, "\(context) \(session.diagnostics.map(\.message.english))")
      var evaluator = session.evaluator
      for case .values(let question) in evaluator.program.questions {
        for scenario in question.scenarios.dropFirst(2) {
          let root = evaluator.program.chain(of: scenario).root
          let held = question.scenarios[root == .plan ? 1 : 0]
          let expression = question.items[0].expression
          let value = evaluator.value(of: expression, in: scenario).presence
          guard let footings = evaluator.footings(of: expression, in: scenario) else { continue }
          let same = [held, root].map { evaluator.value(of: expression, in: $0).presence.overAxes(value.axes) }
          check(
            value, footings.overAxes(value.axes), same[0], same[1],
            evaluator.program.chain(of: scenario).declared.lazy.compactMap(\.holds).first ?? true,
            "\(question.items[0].heading) under \(scenario.word), \(context)")
        }
      }
    }
  }

  private func isSame(_ first: Cube, _ second: Cube, _ offset: Int) -> Bool {
    guard let one = first[offset], let other = second[offset] else {
      return (first[offset] == nil) == (second[offset] == nil)
    }
    return one.bitPattern == other.bitPattern
  }

  @Test func whatNoAssumptionReachesIsAsWithoutAssumptions() {
    var counts = (data: 0, held: 0, assumed: 0, changed: 0)
    checkAll(rounds: 60, seed: 8) { value, footings, held, root, holds, context in
      for offset in 0..<value.count {
        let footing = footings[offset]
        switch footing.word {
        case "data":
          counts.data += 1
          #expect(isSame(value, root, offset), "\(value.axes) \(offset) \(context)")
        case "held":
          counts.held += 1
          if holds { #expect(isSame(value, held, offset), "\(value.axes) \(offset) \(context)") }
        default:
          counts.assumed += 1
          if !isSame(value, held, offset) { counts.changed += 1 }
        }
      }
    }
    #expect(counts.data > 5000 && counts.held > 1000 && counts.assumed > 1000 && counts.changed > 500, "\(counts)")
  }
}
