import Source

/// A form in which a document is written to a file, which the file's ending chooses.
package enum FileFormat: Hashable, Sendable {
  /// Text in one of the output formats.
  case text(OutputFormat)
  /// A workbook of spreadsheets.
  case workbook

  /// The endings that are known, without their dots.
  package static let endings = ["html", "md", "json", "csv", "txt", "xlsx"]

  /// Creates the form of the file at `path`; nil where its ending is none of these.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "html", "htm": self = .text(.html)
    case "md", "markdown": self = .text(.markdown)
    case "json": self = .text(.json)
    case "csv": self = .text(.csv)
    case "txt": self = .text(.text)
    case "xlsx": self = .workbook
    default: return nil
    }
  }
}

/// Returns the bytes of `document` in `format`.
package func encode(_ document: Document, as format: FileFormat, language: Language) -> [UInt8] {
  switch format {
  case .text(let format): Array(render(document, as: format, language: language).utf8)
  case .workbook: workbook(document, language: language)
  }
}
