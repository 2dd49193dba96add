import Evaluation
import Reporting
import Semantics
import Source
import Syntax

extension CheckedProgram {
  /// Returns the answers to all questions in written order, those of a report as one section that ends with its provenance.
  ///
  /// Where no script has a report and `title` is given, all answers are one report under it.
  func answers(_ evaluator: inout Evaluator, as title: String?, _ source: ProvenanceSource?) -> [Block] {
    func answer(_ range: Range<Int>, _ evaluator: inout Evaluator) -> [Block] {
      questions[range].flatMap { evaluator.isGivenUp?() == true ? [] : Reporting.answers($0, &evaluator) }
    }
    func section(_ title: String, _ range: Range<Int>, _ evaluator: inout Evaluator) -> Block {
      let blocks = answer(range, &evaluator) + (source.map { [provenance($0, &evaluator)] } ?? [])
      return Block(.section(Section(.report, blocks)), title: Phrase(same: title))
    }
    if reports.isEmpty, let title { return [section(title, 0..<questions.count, &evaluator)] }
    var blocks: [Block] = []
    var next = 0
    for report in reports {
      blocks += answer(next..<report.questions.lowerBound, &evaluator)
      blocks.append(section(evaluator.plainText(report.title, in: .actual), report.questions, &evaluator))
      next = report.questions.upperBound
    }
    return blocks + answer(next..<questions.count, &evaluator)
  }
}

extension StatementSyntax {
  /// Whether the statement makes a report.
  var isReport: Bool {
    if case .report = form { true } else { false }
  }
}
