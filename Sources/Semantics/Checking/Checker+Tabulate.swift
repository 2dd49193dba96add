import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `tabulate`.
  mutating func check(_ syntax: TabulateSyntax, at range: SourceRange) {
    program.questions.append(.unevaluated(Phrase("tabulate", "试算"), range))
  }
}
