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

    // Sheets
    case sheetEncoding = "sheet-encoding"
    case sheetEmpty = "sheet-empty"
    case sheetHeading = "sheet-heading"
    case sheetColumn = "sheet-column"
    case sheetPeriod = "sheet-period"
    case sheetMapping = "sheet-mapping"
    case unknownHeading = "unknown-heading"

    // Names
    case unknownName = "unknown-name"
    case nameTaken = "name-taken"
    case ambiguousName = "ambiguous-name"
    case cycle = "cycle"
    case unknownFunction = "unknown-function"
    case wrongArguments = "wrong-arguments"
    case unknownMember = "unknown-member"
    case unknownScenario = "unknown-scenario"
    case unknownColumn = "unknown-column"
    case unknownWord = "unknown-word"
    case unknownParameter = "unknown-parameter"

    // Units and types
    case unknownUnit = "unknown-unit"
    case unitMismatch = "unit-mismatch"
    case percentPlusPercent = "percent-plus-percent"
    case unitMissing = "unit-missing"
    case unitReplaced = "unit-replaced"
    case tolerance = "tolerance"
    case typeMismatch = "type-mismatch"
    case kind = "kind"
    case mixedFrequency = "mixed-frequency"
    case deadline = "deadline"
    case outOfRange = "out-of-range"
    case conflictingValues = "conflicting-values"
    case noPeriods = "no-periods"
    case severalCells = "several-cells"
    case uncoveredDimension = "uncovered-dimension"
    case coverageDiffers = "coverage-differs"
    case limit = "limit"
    case notEvaluated = "not-evaluated"

    // Files and runs
    case fileNotFound = "file-not-found"
    case fileNotAllowed = "file-not-allowed"
    case fileUnreadable = "file-unreadable"
    case scriptEncoding = "script-encoding"
    case importCircle = "import-circle"
    case setting = "setting"
    case unreadableCells = "unreadable-cells"
    case ignoredRows = "ignored-rows"
    case clashingCells = "clashing-cells"
    case ruleFailed = "rule-failed"
    case usage = "usage"
    case duplicateClause = "duplicate-clause"
    case unsupportedCondition = "unsupported-condition"
    case holeNotAllowed = "hole-not-allowed"
  }
}
