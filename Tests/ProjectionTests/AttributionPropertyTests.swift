import TestSupport
import Evaluation
import Indicators
import Projection
import Semantics
import Session
import Source
import Testing

/// What holds for the attribution of any difference between any scenarios.
@Suite struct AttributionPropertyTests {
  private static let named = ["x", "y", "z", "率", "p", "q", "差", "total", "均"]

  /// Calls `check` with two scenarios each, their comparison, and the evaluator that made it.
  private func compareAll(
    rounds: Int, seed: UInt64, _ check: (CompareQuestion, ScenarioComparison, Evaluator, String) -> Void
  ) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      let scenarios = RandomScenarios(&random)
      let (first, second) = (
        scenarios.names.randomElement(using: &random), scenarios.names.randomElement(using: &random)
      )
      guard let first, let second, first != second else { continue }
      let script =
        scenarios.script + "compare \(first), \(second) for \(Self.named.joined(separator: ", ")) at 2021..2026\n"
      let session = scenarios.session(script)
      let context = "round \(round)\n\(script)\(scenarios.sheet)"
      #expect(session.canAnswer, "\(context) \(session.diagnostics.map(\.message.english))")
      var evaluator = session.evaluator
      for case .compare(let question) in evaluator.program.questions {
        let comparison = evaluator.comparison(question)
        check(question, comparison, evaluator, context)
      }
    }
  }

  @Test func noChangeGivesTheFirstScenarioAndAllTheSecondToTheBit() {
    var count = 0
    compareAll(rounds: 150, seed: 4) { question, comparison, evaluator, context in
      let changes = ScenarioChanges(
        from: question.scenarios[0], to: question.scenarios[1], evaluator)
      let hybrids = HybridValues(
        of: comparison.lines.map(\.cell), question.items.map(\.expression), changes,
        until: question.scenarios.compactMap { evaluator.end(of: $0) }.max() ?? 0, evaluator)
      let all = hybrids.values(taking: Set(changes.changes.indices))
      for (scenario, values) in [(0, hybrids.values(taking: [])), (1, all)] {
        for (value, line) in zip(values, comparison.lines) {
          count += value.number == nil ? 0 : 1
          #expect(value.number?.bitPattern == line.values[scenario].number?.bitPattern, "\(line.cell) \(context)")
        }
      }
    }
    #expect(count > 5000)
  }

  @Test func stepsAndInteractionAddUpToTheDifference() {
    var counts = (cells: 0, several: 0, interacting: 0)
    compareAll(rounds: 150, seed: 5) { question, comparison, evaluator, context in
      for (line, attribution) in comparison.sources.flatMap(\.cells) {
        let values = comparison.lines[line].values.compactMap(\.number)
        let steps = attribution.effects.compactMap(\.inOrder.number)
        let alone = attribution.effects.map(\.alone.number)
        let scale = (values + steps + alone.compactMap { $0 }).reduce(1) { max($0, $1.magnitude) }
        #expect((steps.reduce(0, +) - attribution.difference).magnitude <= scale * 1e-11, "\(context)")
        if let interaction = attribution.interaction.number {
          let sum = alone.reduce(interaction) { $0 + ($1 ?? .nan) }
          #expect((sum - attribution.difference).magnitude <= scale * 1e-11, "\(context)")
          counts.interacting += interaction == 0 ? 0 : 1
        } else {
          #expect(alone.contains(nil), "\(context)")
        }
        counts.cells += 1
        counts.several += attribution.effects.count > 1 ? 1 : 0
      }
    }
    #expect(counts.cells > 1000 && counts.several > 300 && counts.interacting > 150, "\(counts)")
  }

  @Test func whatIsLeftOutChangesNothing() {
    var count = 0
    compareAll(rounds: 60, seed: 6) { question, comparison, evaluator, context in
      for source in comparison.sources where source.changes.count > 1 {
        for (line, attribution) in source.cells {
          let cell = comparison.lines[line].cell
          let changes = ScenarioChanges(
            from: question.scenarios[0], to: question.scenarios[1], evaluator)
          // Joined changes have other positions.
          guard changes.changes.count == source.changes.count else { continue }
          let hybrids = HybridValues(
            of: [cell], question.items.map(\.expression), changes,
            until: question.scenarios.compactMap { evaluator.end(of: $0) }.max() ?? 0, evaluator)
          let seen = Set(attribution.effects.map(\.change))
          let value = hybrids.values(taking: seen)[0]
          let change = value.change(from: comparison.lines[line].values[1]).number ?? .nan
          let size = comparison.lines[line].values[1].number?.magnitude ?? 0
          #expect(change.magnitude <= size * 1e-11, "\(cell) \(context)")
          count += seen.count < changes.changes.count ? 1 : 0
        }
      }
    }
    #expect(count > 200)
  }
}
