import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `project`.
  mutating func check(_ syntax: ProjectSyntax, at range: SourceRange) {
    program.questions.append(.unevaluated(Phrase("project", "推演"), range))
  }
}
