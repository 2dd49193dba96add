import Evaluation
import Indicators
import Semantics
import Source

/// Which cells a question shows, for the ledger.
extension CheckedQuestion {
  /// Whether the question shows values that rest on rows of sheets, and no relation or derivation.
  var isOfValues: Bool {
    switch self {
    case .values, .text, .project, .compare, .solve, .sensitivity, .tabulate: true
    case .relation, .explain, .explainRows: false
    }
  }

  /// Where the question is written; nil where it has no value.
  var ledgerRange: SourceRange? {
    switch self {
    case .values(let question): question.range
    case .text: expressions.first?.range
    case .project(let question): question.range
    case .compare(let question): question.range
    case .solve(let question): question.range
    case .sensitivity(let question): question.range
    case .tabulate(let question): question.range
    case .relation, .explain, .explainRows: nil
    }
  }

  /// Returns what the ledger calls the question: its values as written.
  func ledgerName(_ evaluator: Evaluator) -> String {
    let comma = evaluator.language == .chinese ? "、" : ", "
    switch self {
    case .values(let question): return question.items.map(\.heading).joined(separator: comma)
    case .project(let question): return question.items.map(\.heading).joined(separator: comma)
    case .compare(let question):
      if !question.isOfAll { return question.items.map(\.heading).joined(separator: comma) }
      let names = question.scenarios.map { $0.heading[evaluator.language] }
      return names.joined(separator: comma)
    case .sensitivity(let question): return question.item.heading
    case .tabulate(let question): return question.item.heading
    case .text, .solve, .relation, .explain, .explainRows:
      return expressions.map { evaluator.text($0.range) }.joined(separator: ", ")
    }
  }

  /// Returns the cells that the question shows.
  func shownCells(_ evaluator: inout Evaluator) -> [ShownCells] {
    switch self {
    case .values(let question):
      var layout = ValueLayout(question, remembersCells: true)
      _ = layout.block(&evaluator)
      return layout.shown
    case .project(let question):
      let layout = ProjectionLayout(question, &evaluator)
      return layout.stretches(&evaluator).flatMap { stretch in
        stretch.items.flatMap { item in
          question.scenarios.map { ShownCells(question.items[item].expression, $0, at: stretch.periods) }
        }
      }
    case .compare(let question):
      return question.items.flatMap { item in
        question.scenarios.map { scenario in
          let last = evaluator.periods(of: item.expression, in: scenario).last
          return ShownCells(
            item.expression, scenario, at: question.periods.isEmpty ? last.map { [$0] } : question.periods)
        }
      }
    case .solve(let question): return [ShownCells(question.condition, question.scenario)]
    case .sensitivity(let question): return question.scenarios.map { ShownCells(question.item.expression, $0) }
    case .tabulate(let question): return [ShownCells(question.item.expression, question.scenario)]
    case .text: return expressions.map { ShownCells($0, .actual) }
    case .relation, .explain, .explainRows: return []
    }
  }
}
