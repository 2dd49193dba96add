import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `sensitivity`.
  mutating func check(_ syntax: SensitivitySyntax, at range: SourceRange) {
    program.questions.append(.unevaluated(Phrase("sensitivity", "敏感性"), range))
  }
}
