extension Diagnostic {
  /// Every kind of finding, by the stage that makes it; the raw value is what users see and search for.
  package enum Code: String, CaseIterable, Sendable {
    // Text and tokens
    case unexpectedCharacter = "unexpected-character"
    case unterminatedText = "unterminated-text"

    // Grammar
    case syntax = "syntax"
    case tooDeep = "too-deep"

    // Sheets
    case sheetEncoding = "sheet-encoding"
    case sheetEmpty = "sheet-empty"
    case sheetHeading = "sheet-heading"
    case sheetColumn = "sheet-column"
    case sheetPeriod = "sheet-period"
    case sheetMapping = "sheet-mapping"
    case unknownHeading = "unknown-heading"
  }
}
