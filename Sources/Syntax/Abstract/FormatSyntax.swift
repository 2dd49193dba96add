import Source

/// What stands behind the colon of a hole: how its value is to be printed.
package struct FormatSyntax: Hashable, Sendable {
  /// One word of a format, such as `亿元`, `.1` or `,`.
  package struct Word: Hashable, Sendable {
    /// The word, full-width twins folded.
    package let text: String
    /// Where it stands.
    package let range: SourceRange

    /// Creates a word.
    package init(_ text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// The words, in order.
  package let words: [Word]

  /// Creates a format.
  package init(words: [Word]) { self.words = words }
}
