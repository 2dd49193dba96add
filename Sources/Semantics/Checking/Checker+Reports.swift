import Source
import Syntax

extension Checker {
  /// Checks the questions and texts of a report, which become questions of the program.
  mutating func check(_ syntax: ReportSyntax, at range: SourceRange) {
    let title = askedPieces(syntax.title)
    let first = program.questions.count
    for item in syntax.items {
      switch item {
      case .prose(let text): program.questions.append(.text(askedPieces(text)))
      case .question(let statement): check(question: statement)
      }
    }
    program.reports.append(CheckedReport(title: title, questions: first..<program.questions.count, range: range))
  }

  /// Returns the texts and values of `text`, the values in the scenario of questions that name none.
  mutating func askedPieces(_ text: TextSyntax) -> [TextPiece] {
    let pieces = pieces(text, .values)
    if scenarioAsked == .actual { return pieces }
    return pieces.map { piece in
      guard case .value(let value, let format) = piece else { return piece }
      var selection = Selection()
      selection.scenario = scenarioAsked
      return .value(CheckedExpression(.selection(value, selection), value.type, value.range), format)
    }
  }

  /// Returns the form that `name` asks for, the table where it is none of `choices`, which is reported.
  mutating func form(_ name: NameSyntax?, among choices: [AnswerForm]) -> AnswerForm {
    guard let name else { return .table }
    if let form = choices.first(where: { $0.name.english == name.text || $0.name.chinese == name.text }) { return form }
    report(
      .unknownWord(
        name.text, of: Phrase("form of this answer", "表现形式"),
        choices: choices.flatMap { [$0.name.english, $0.name.chinese] }), at: name.range)
    return .table
  }
}
