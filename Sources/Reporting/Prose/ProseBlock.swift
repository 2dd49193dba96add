/// A part of prose that stands by itself.
package indirect enum ProseBlock: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [ProseSpan])
  /// Running text.
  case paragraph([ProseSpan])
  /// Points, numbered or not.
  case list(ProseList)
  /// What is quoted.
  case quote([ProseBlock])
  /// Lines that are shown as they are.
  case code(lines: [String])
  /// Rows and columns that the script wrote itself.
  case table(ProseTable)
  /// A line across the page.
  case rule
}

/// Points one below the other.
package struct ProseList: Hashable, Sendable {
  /// The number of the first point; nil where points are not numbered.
  package var start: Int?
  /// Whether points follow each other without blank lines, and so are no paragraphs.
  package var isTight: Bool
  /// The points.
  package var items: [[ProseBlock]]
}

/// A table with a heading for each column.
package struct ProseTable: Hashable, Sendable {
  /// Where the cells of a column stand.
  package enum Alignment: Hashable, Sendable {
    /// At the left.
    case leading
    /// In the middle.
    case center
    /// At the right.
    case trailing
  }

  /// Where the cells stand, for each column.
  package var alignments: [Alignment]
  /// The headings, one for each column.
  package var headings: [[ProseSpan]]
  /// The rows, each with a cell for each column.
  package var rows: [[[ProseSpan]]]
}

/// A part of a line of prose.
package indirect enum ProseSpan: Hashable, Sendable {
  /// Characters as they are.
  case text(String)
  /// Characters as typed into a machine.
  case code(String)
  /// What is stressed.
  case emphasis([ProseSpan])
  /// What is stressed more.
  case strong([ProseSpan])
  /// A way to another place: an address of the web or of mail, or a heading of the document behind `#`.
  case link(target: String, [ProseSpan])
  /// Where the script breaks a line that may as well run on.
  case softBreak
  /// Where a line ends.
  case hardBreak
}

extension [ProseSpan] {
  /// The characters without any markup.
  var plainText: String {
    map { span in
      switch span {
      case .text(let text), .code(let text): text
      case .emphasis(let spans), .strong(let spans), .link(_, let spans): spans.plainText
      case .softBreak, .hardBreak: " "
      }
    }.joined()
  }
}
