import Source

/// Lays documents out for a terminal.
struct TextRenderer {
  let language: Language
  let color: Bool
  let width: Int?

  /// Returns the blocks of `document`, a blank line between two.
  func render(_ document: Document) -> String {
    document.blocks.map(lines).filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private func lines(of block: Block) -> [String] {
    var result: [String] = []
    var notes = block.notes.map { $0[language].printable }
    if let title = block.title { result.append(title[language].printable.styled(.bold, color: color)) }
    switch block.content {
    case .table(let table):
      if !table.columns.isEmpty {
        result += TextTable(table, language: language, color: color).lines(width: width)
        if table.rows.isEmpty { notes.insert(TableWording.noRows[language], at: 0) }
      }
      notes = table.legend(language) + notes
    case .outline(let outline):
      for line in outline.drawn() {
        result.append((line.branch + line.node.text(language)).withoutTrailingBlanks)
        result += line.node.details.map { line.continuation + $0[language].printable }
      }
    case .prose(let phrases):
      result += phrases.lines(language).map(\.printable)
    case .message(let sentence):
      result.append(sentence[language].printable)
    }
    return result + notes.map { "  " + $0 }
  }
}
