import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the spans that growth over all periods was taken over, a line each, where the script names none.
  package mutating func spanNotes(
    of expressions: [(name: String, expression: CheckedExpression)], in scenario: ScenarioID
  ) -> [Phrase] {
    var notes: [Phrase] = []
    for (_, expression) in everything(in: expressions) {
      guard case .time(let call) = expression.form, call.function == .cagr, call.count == nil, call.span == nil,
        let span = Series(cube(call.series, Surroundings(scenario: scenario))).knownSpan
      else { continue }
      let text = text(expression.range)
      let note = Phrase(
        "\(text): from \(span.first) to \(span.last), for every row", "\(text)：各行均由 \(span.first) 至 \(span.last)")
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }
}
