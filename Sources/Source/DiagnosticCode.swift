extension Diagnostic {
  /// Every kind of finding, by the stage that makes it; the raw value is what users see and search for.
  package enum Code: String, CaseIterable, Sendable {
    // Text and tokens
    case unexpectedCharacter = "unexpected-character"
    case unterminatedText = "unterminated-text"
    case invalidEscape = "invalid-escape"
    case invalidHole = "invalid-hole"
    case emptyName = "empty-name"
    case numberTooLarge = "number-too-large"
    case invalidPeriod = "invalid-period"

    // Grammar
    case syntax = "syntax"
    case tooDeep = "too-deep"
    case duplicateClause = "duplicate-clause"
    case unsupportedCondition = "unsupported-condition"
    case holeNotAllowed = "hole-not-allowed"
  }
}
