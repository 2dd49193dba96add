import Evaluation
import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what `items` rest on in `scenarios` at `periods`: the coverage of their aggregates where that is not
  /// everything, what a scaling turned round, and how many missing cells they and `conditions` gave a number.
  mutating func foundationNotes(
    of items: [ValueQuestion.Item], _ conditions: [CheckedExpression] = [], in scenarios: [ScenarioID],
    at periods: [Period]
  ) -> [Phrase] {
    var notes: [Phrase] = []
    func add(_ note: Phrase) { if !notes.contains(note) { notes.append(note) } }
    for scenario in scenarios {
      for (name, range) in aggregates(in: items.map { ($0.heading, $0.expression) }) {
        if let coverage = coverages[CoverageKey(range: range, scenario: scenario)] {
          // Samples are one scenario's.
          let isNamed = coverage.collapsed == [.sample] && scenarios.count > 1
          add(coverage.note(isNamed ? "\(name) [\(scenario.heading[language])]" : name, at: periods))
        }
      }
    }
    let turned = turnedRound(in: items.map(\.expression))
    if !turned.isEmpty {
      add(
        Phrase(
          "lower is better, so scale turns round: \(turned.joined(separator: ", "))",
          "越低越好，标准化时已反转：\(turned.joined(separator: "、"))"))
    }
    for scenario in scenarios {
      for note in fillNotes(of: items.map(\.expression) + conditions, in: scenario, at: periods) { add(note) }
    }
    return notes
  }
}
