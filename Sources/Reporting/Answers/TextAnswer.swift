import Evaluation
import Indicators
import Semantics
import Source

/// Returns the answer to `show "…"` or to a text of a report, with what must be known of the values in it.
func answer(_ text: [TextPiece], _ evaluator: inout Evaluator) -> Block {
  let prose = Prose(text, &evaluator)
  let notes =
    roundingNotes(text, beside: evaluator.program.companions(of: text), &evaluator) + coverageNotes(text, &evaluator)
  return Block(.prose(prose), notes: notes)
}

/// Says of the aggregates in `text` that lack something what they rest on.
private func coverageNotes(_ text: [TextPiece], _ evaluator: inout Evaluator) -> [Phrase] {
  let values = text.compactMap(\.expression)
  var notes: [Phrase] = []
  for value in values {
    var periods: [Period] = []
    var scenario = ScenarioID.actual
    if case .selection(_, let selection) = value.form {
      if case .one(let period) = selection.periods { periods = [period] }
      scenario = selection.scenario ?? scenario
    }
    for (name, range) in evaluator.aggregates(in: [(evaluator.text(value.range), value)]) {
      guard let coverage = evaluator.coverages[CoverageKey(range: range, scenario: scenario)],
        coverage.lacksAny(at: periods)
      else { continue }
      let note = coverage.note(name, at: periods)
      if !notes.contains(note) { notes.append(note) }
    }
  }
  return notes
}

extension CheckedProgram {
  /// Returns the texts that are read together with `text`: those of its report, title included, or it alone.
  fileprivate func companions(of text: [TextPiece]) -> [TextPiece] {
    guard let place = text.compactMap(\.expression).first?.range,
      let report = reports.first(where: { $0.range.contains(place) })
    else { return text }
    return report.title
      + questions[report.questions].flatMap { question -> [TextPiece] in
        if case .text(let pieces) = question { pieces } else { [] }
      }
  }
}
