import Source

/// How the rows of a sheet are gone through; what is read does not depend on it.
struct RowScan {
  /// Who shares the rows.
  let workers: Workers
  /// Is told how far it is.
  let progress: (@Sendable (ReadingProgress) -> Void)?
  /// About how many bytes a part has; 0 for row by row.
  let partSize: Int

  /// How many texts are numbered in one book; small parts have small books.
  var bookSize: Int { min(CodeTable.mostTexts, partSize) }
}

/// How far the reading of a sheet is.
package struct ReadingProgress: Sendable {
  /// The file as the script names it.
  package let file: String
  /// How many rows have been read.
  package let rows: Int
  /// How many bytes have been read.
  package let bytes: Int
  /// How many bytes there are; as many as have been read where the reading ends.
  package let count: Int
}
