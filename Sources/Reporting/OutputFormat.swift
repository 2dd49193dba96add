import Source

/// A form in which a document leaves gf; the raw value is what `--format` takes.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns, for a terminal.
  case text
  /// GitHub's tables.
  case markdown = "md"
  /// RFC 4180, with full precision.
  case csv
  /// An array of answers, with full precision.
  case json
  /// A page that needs no other file.
  case html
}

/// Returns `document` in `format`; `color` and `width`, in columns of the terminal, matter to text alone.
///
/// A text table wider than `width` is split into tables that repeat its first column; nothing is cut.
package func render(
  _ document: Document, as format: OutputFormat, language: Language, color: Bool = false, width: Int? = nil
) -> String {
  switch format {
  case .text: TextRenderer(language: language, color: color, width: width).render(document)
  case .markdown: MarkdownRenderer(language: language).render(document)
  case .csv: CSVRenderer(language: language).render(document)
  case .json: JSONRenderer(language: language).render(document)
  case .html: HTMLRenderer(language: language).render(document)
  }
}

/// Returns the notes of all blocks, a line each: what CSV leaves out, for the standard error stream.
package func notes(of document: Document, language: Language) -> String {
  document.blocks.flatMap(\.answers).flatMap(\.notes).map { $0[language].printable + "\n" }.joined()
}
