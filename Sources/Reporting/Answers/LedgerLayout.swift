import Evaluation
import Indicators
import Semantics
import Source

/// Returns what became of the sheets' rows in every question about values, every rule and every target of a script.
package func ledgerEntries(_ evaluator: inout Evaluator) -> [LedgerEntry] {
  var entries: [LedgerEntry] = []
  for question in evaluator.program.questions {
    switch question {
    case .values(let question):
      let keys = [question.filter].compactMap { $0 } + question.order.map(\.expression)
      if evaluator.restsOnLedger(question.items.map(\.expression) + keys) { continue }
      let name = question.items.map(\.heading).joined(separator: evaluator.language == .chinese ? "、" : ", ")
      entries += evaluator.asOf(question.asOf) { evaluator in
        var layout = ValueLayout(question, remembersCells: true)
        _ = layout.block(&evaluator)
        return evaluator.ledgerEntries(of: name, at: question.range, layout.shown)
      }
    case .text(let pieces):
      let values = pieces.compactMap { if case .value(let value) = $0 { value } else { nil } }
      guard let first = values.first, !evaluator.restsOnLedger(values) else { continue }
      entries += evaluator.ledgerEntries(
        of: values.map { evaluator.text($0.range) }.joined(separator: ", "), at: first.range,
        values.map { ShownCells($0, .actual) })
    case .relation, .explain, .explainRows, .project, .compare, .solve, .sensitivity, .tabulate: break
    }
  }
  return entries + evaluator.ledgerEntriesOfRules() + evaluator.ledgerEntriesOfTargets()
}

/// Returns the ledger as an answer of its own.
package func ledger(_ evaluator: inout Evaluator) -> Block {
  rows(RelationQuestion(of: .ledger), &evaluator)
}

extension CheckedQuestion {
  /// Whether this is `show data` and no more, which also says what became of the rows that were read.
  var isLoadReport: Bool {
    guard case .relation(let question) = self, question.relation == .data else { return false }
    return question.columns.isEmpty && question.by.isEmpty && question.filter == nil && question.order.isEmpty
      && question.top == nil
  }
}

extension CheckedProgram {
  /// Whether the ledger has any statement to speak of.
  var hasLedger: Bool {
    questions.contains { question in
      switch question {
      case .values, .text: true
      case .relation, .explain, .explainRows, .project, .compare, .solve, .sensitivity, .tabulate: false
      }
    } || !rules.isEmpty || !targets.isEmpty
  }
}
