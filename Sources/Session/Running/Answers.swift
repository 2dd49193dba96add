import Evaluation
import Reporting
import Semantics
import Source

extension CheckedProgram {
  /// Returns the answers to all questions in written order, those of a report as one section.
  func answers(_ evaluator: inout Evaluator) -> [Block] {
    var blocks: [Block] = []
    var next = 0
    func answer(_ range: Range<Int>, _ evaluator: inout Evaluator) -> [Block] {
      questions[range].flatMap { Reporting.answers($0, &evaluator) }
    }
    for report in reports {
      blocks += answer(next..<report.questions.lowerBound, &evaluator)
      let title = evaluator.plainText(report.title, in: .actual)
      blocks.append(
        Block(.section(Section(.report, answer(report.questions, &evaluator))), title: Phrase(same: title)))
      next = report.questions.upperBound
    }
    return blocks + answer(next..<questions.count, &evaluator)
  }
}
