import Evaluation
import Indicators
import Semantics
import Source

/// Returns what became of the sheets' rows in every question about values, every rule and every target of a script.
package func ledgerEntries(_ evaluator: inout Evaluator) -> [LedgerEntry] {
  var entries: [LedgerEntry] = []
  for question in evaluator.program.questions where question.isOfValues {
    if evaluator.restsOnLedger(question.expressions) { continue }
    guard let range = question.ledgerRange else { continue }
    let name = question.ledgerName(evaluator)
    entries += evaluator.asOf(question.asOf) { evaluator in
      let cells = question.shownCells(&evaluator)
      return evaluator.ledgerEntries(of: name, at: range, cells)
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
    questions.contains(where: \.isOfValues) || !rules.isEmpty || !targets.isEmpty
  }
}
