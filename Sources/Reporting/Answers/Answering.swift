import Evaluation
import Indicators
import Semantics
import Source

/// Returns the answers to `question`: most have one, the load report also the ledger, a projection its assumptions.
package func answers(_ question: CheckedQuestion, _ evaluator: inout Evaluator) -> [Block] {
  switch question {
  case .values(let question):
    return evaluator.asOf(question.asOf) { evaluator in
      var layout = ValueLayout(question)
      return layout.blocks(&evaluator)
    }
  case .relation(let relation):
    let answer = evaluator.asOf(relation.asOf) { evaluator in
      if relation.by.isEmpty { return rows(relation, &evaluator) }
      if relation.form == .bullet, let range = relation.range {
        evaluator.report(nothingToDraw: .grouped, as: relation.form.name, at: range)
      }
      return groups(relation, &evaluator)
    }
    guard question.isLoadReport, evaluator.program.hasLedger else { return [answer] }
    return [answer, ledger(&evaluator)]
  case .text(let pieces): return [answer(pieces, &evaluator)]
  case .explain(let question): return [evaluator.asOf(question.asOf) { derivation(question, &$0) }]
  case .explainRows(let question): return [evaluator.asOf(question.asOf) { derivations(question, &$0) }]
  case .project(let question): return evaluator.asOf(question.asOf) { projection(question, &$0) }
  case .compare(let question): return comparison(question, &evaluator)
  case .solve(let question): return [solution(question, &evaluator)]
  case .sensitivity(let question): return sensitivities(question, &evaluator)
  case .tabulate(let question): return [grid(question, &evaluator)]
  }
}

/// Returns the cell for one number of a value of `type`.
func cell(_ number: Double?, _ reason: MissingReason, _ type: ValueType, style: NumberStyle = NumberStyle()) -> Cell {
  guard let number else {
    return type.shape == .truth ? .phrase(Phrase("unknown", "不明")) : .missing(reason)
  }
  switch type.shape {
  case .truth: return .truth(number != 0)
  case .period: return Period(code: number).map { .text($0.description) } ?? .missing(.undefined)
  case .text(.ordered(let words)):
    guard let position = Int(exactly: number), words.indices.contains(position) else { return .missing(.undefined) }
    return .text(words[position])
  case .number, .flexible, .mixed, .several, .text, .invalid: return .number(number, style)
  }
}

/// Returns the cell for the words of one cell of text.
func cell(_ words: [String], _ vocabulary: Vocabulary) -> Cell {
  if words.isEmpty { return .empty }
  if case .fixed(let list) = vocabulary {
    let phrases = words.map(list.phrase)
    return .phrase(
      Phrase(phrases.map(\.english).joined(separator: ", "), phrases.map(\.chinese).joined(separator: "、")))
  }
  if vocabulary == .scenarios, words.count == 1 { return .phrase(WordList.scenario.phrase(words[0])) }
  return .text(words.joined(separator: "、"))
}

extension ScenarioID {
  /// The scenario's name as a heading.
  var heading: Phrase { WordList.scenario.phrase(word) }
}
