import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `compare`.
  mutating func check(_ syntax: CompareSyntax, at range: SourceRange) {
    program.questions.append(.unevaluated(Phrase("compare", "比较"), range))
  }
}
