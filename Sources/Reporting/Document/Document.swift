import Source

/// What a script answers, as plain data: no format's choices are in it.
package struct Document: Hashable, Sendable {
  /// The answers in the order of the questions.
  package var blocks: [Block]

  /// Creates a document of `blocks`.
  package init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }
}

/// One answer: a table, an outline or sentences, with what is to be said about it.
package struct Block: Hashable, Sendable {
  /// The forms that an answer takes.
  package enum Content: Hashable, Sendable {
    /// Rows and columns.
    case table(Table)
    /// A derivation, step by step.
    case outline(Outline)
    /// Lines of Markdown that a script wrote.
    case prose([Phrase])
    /// One sentence of gf in place of a table.
    case message(Phrase)
  }

  /// The heading, where there is one.
  package var title: Phrase?
  /// The answer itself.
  package var content: Content
  /// What must be known to read the answer rightly, a sentence each.
  package var notes: [Phrase]

  /// Creates an answer.
  package init(_ content: Content, title: Phrase? = nil, notes: [Phrase] = []) {
    self.title = title
    self.content = content
    self.notes = notes
  }
}

extension [Phrase] {
  /// Returns the wordings in `language`, split where a line breaks.
  func lines(_ language: Language) -> [String] {
    flatMap { $0[language].split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }
}
