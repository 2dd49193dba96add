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

extension Document {
  /// The reports alone.
  package var reports: Document { Document(blocks.filter(\.isReport)) }
  /// The answers outside reports.
  package var withoutReports: Document { Document(blocks.filter { !$0.isReport }) }
}

/// One answer: a table, a picture, an outline or sentences, with what is to be said about it; or several under one title.
package struct Block: Hashable, Sendable {
  /// The forms that an answer takes.
  package enum Content: Hashable, Sendable {
    /// Rows and columns.
    case table(Table)
    /// A derivation, step by step.
    case outline(Outline)
    /// Markdown that a script wrote.
    case prose(Prose)
    /// One sentence of gf in place of a table.
    case message(Phrase)
    /// A picture with its table.
    case chart(Chart)
    /// Answers that belong together.
    case section(Section)
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

extension Block {
  /// Whether the block is a report.
  fileprivate var isReport: Bool {
    if case .section(let section) = content { section.role == .report } else { false }
  }

  /// The block, or of a section the answers in it, in order.
  package var answers: [Block] {
    guard case .section(let section) = content else { return [self] }
    return section.blocks.flatMap(\.answers)
  }
}

/// Answers under one title, which is the block's.
package struct Section: Hashable, Sendable {
  /// What holds the answers together.
  package enum Role: Hashable, Sendable {
    /// A report, which ends with its provenance.
    case report
    /// What a report rests on: files, settings, assumptions.
    case provenance
  }

  /// What holds the answers together.
  package var role: Role
  /// The answers in order; a provenance holds no section, and a report none but that.
  package var blocks: [Block]

  /// Creates a section.
  package init(_ role: Role, _ blocks: [Block]) {
    self.role = role
    self.blocks = blocks
  }
}
