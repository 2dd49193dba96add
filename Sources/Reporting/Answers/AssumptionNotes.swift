import Evaluation
import Indicators
import Semantics
import Source

/// Returns what is to be said of the rows of the relation `assumptions`: which scenario has none, and where one ends
/// before an assumption begins.
func assumptionNotes(_ question: RelationQuestion, _ rows: [Int], _ evaluator: inout Evaluator) -> [Phrase] {
  if !question.scenarios.contains(where: \.isDeclared) {
    return [Phrase("no scenario is asked of; name one: under …", "未指定情景，请写明：采用 …")]
  }
  return question.scenarios.compactMap { scenario in
    guard scenario.isDeclared, evaluator.assumptionRows(in: scenario).contains(where: { $0.state == .idle }) else {
      return nil
    }
    let name = scenario.heading
    return Phrase(
      "idle: no period that is asked of \(name.english) is covered", "未触及：所问“\(name.chinese)”的各时期均不在其内")
  }
}
