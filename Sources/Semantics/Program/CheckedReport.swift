import Source

/// `report "TITLE" { … }`: questions and texts under one title.
package struct CheckedReport: Sendable {
  /// The title, with values in it.
  package let title: [TextPiece]
  /// The positions of its parts among the program's questions.
  package let questions: Range<Int>
  /// Where the report is written.
  package let range: SourceRange
}
