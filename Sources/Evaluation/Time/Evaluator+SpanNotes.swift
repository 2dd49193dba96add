import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns what functions of a span took, a line each, where the script does not say it: the span where it names
  /// none, and how many periods a line was drawn through where not all are known.
  package mutating func spanNotes(
    of expressions: [(name: String, expression: CheckedExpression)], in scenario: ScenarioID
  ) -> [Phrase] {
    var notes: [Phrase] = []
    for (_, expression) in everything(in: expressions) {
      guard case .time(let call) = expression.form, call.takesSpan else { continue }
      let series = Series(cube(call.series, Surroundings(scenario: scenario)))
      guard let span = call.span ?? series.knownSpan else { continue }
      var said: [Phrase] = []
      if call.span == nil {
        said.append(
          Phrase("from \(span.first) to \(span.last), for every row", "各行均由 \(span.first) 至 \(span.last)"))
      }
      if call.function != .cagr { said += coverage(of: span, series) }
      guard !said.isEmpty else { continue }
      let text = text(expression.range)
      let note = Phrase(
        "\(text): \(said.map(\.english).joined(separator: ", "))",
        "\(text)：\(said.map(\.chinese).joined(separator: "，"))")
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }

  /// Returns how many periods of a span the rows know that have a line, where that is not all.
  private func coverage(of span: (first: Period, last: Period), _ series: Series) -> [Phrase] {
    let all = span.first.through(span.last).count
    let counts = Set(series.knownCounts(span)).filter { $0 >= Series.fewestPoints }
    guard let least = counts.min(), let most = counts.max(), least < all else { return [] }
    let known = least == most ? "\(least)" : "\(least)–\(most)"
    return [Phrase("\(known) of \(all) periods known", "已知 \(known)/\(all) 期")]
  }
}

extension TimeCall {
  /// Whether the function takes a span of periods, written or not.
  fileprivate var takesSpan: Bool {
    switch function {
    case .cagr: count == nil
    case .slope, .trend: true
    case .prev, .diff, .yoy, .mom, .ytd, .rolling, .rebase, .index, .chain, .annual, .halfyearly, .quarterly: false
    }
  }
}
