import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `solve`.
  mutating func check(_ syntax: SolveSyntax, at range: SourceRange) {
    program.questions.append(.unevaluated(Phrase("solve", "求解"), range))
  }
}
