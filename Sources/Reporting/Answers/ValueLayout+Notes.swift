import Evaluation
import Indicators
import Semantics
import Source
import Units

extension ValueLayout {
  /// Returns what the aggregates in the question rest on, where that is not everything.
  func coverageNotes(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> [Phrase] {
    let periods = columns.flatMap(\.periods)
    var notes: [Phrase] = []
    for scenario in question.scenarios {
      for (name, range) in evaluator.aggregates(in: question.items.map { ($0.heading, $0.expression) }) {
        guard let coverage = evaluator.coverages[CoverageKey(range: range, scenario: scenario)] else { continue }
        let note = coverage.note(name, at: periods)
        if !notes.contains(note) { notes.append(note) }
      }
    }
    let turned = evaluator.turnedRound(in: question.items.map(\.expression))
    if !turned.isEmpty {
      notes.append(
        Phrase(
          "lower is better, so scale turns round: \(turned.joined(separator: ", "))",
          "越低越好，标准化时已反转：\(turned.joined(separator: "、"))"))
    }
    return notes
  }

  /// Returns how many missing cells the question's expressions gave a number.
  func fillNotes(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> [Phrase] {
    let expressions = question.items.map(\.expression) + [question.filter].compactMap { $0 }
    let periods = columns.flatMap(\.periods)
    var notes: [Phrase] = []
    for scenario in question.scenarios {
      for note in evaluator.fillNotes(of: expressions, in: scenario, at: periods) where !notes.contains(note) {
        notes.append(note)
      }
    }
    return notes
  }

  /// Lets the evaluator report what a column compares over different members.
  func compareMembers(_ columns: [ValueColumn], _ evaluator: inout Evaluator) {
    for column in columns {
      guard let (first, second) = column.compared else { continue }
      for item in question.items {
        evaluator.compareMembers(of: item.expression, at: first, against: second, in: column.scenario)
      }
    }
  }
}
