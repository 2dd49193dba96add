import Source

/// Lays documents out for a terminal.
struct TextRenderer {
  let language: Language
  let color: Bool
  let width: Int?

  /// Returns the blocks of `document`, a blank line between two.
  func render(_ document: Document) -> String {
    document.blocks.flatMap(paragraphs).filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// Returns the lines of `block`; of a section, those of its title and of each answer in it.
  private func paragraphs(of block: Block) -> [[String]] {
    guard case .section(let section) = block.content else { return [lines(of: block)] }
    let title = block.title.map { [$0[language].printable.styled(.bold, color: color)] } ?? []
    return [title] + section.blocks.flatMap(paragraphs)
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
    case .chart(let chart):
      if let picture = ChartText(language: language, color: color, width: width).lines(chart) {
        result += picture.map(\.withoutTrailingBlanks)
      } else {
        result += TextTable(chart.table, language: language, color: color).lines(width: width)
        notes = chart.table.legend(language) + notes
      }
    case .outline(let outline):
      for line in outline.drawn() {
        result.append((line.branch + line.node.text(language)).withoutTrailingBlanks)
        result += line.node.details.map { line.continuation + $0[language].printable }
      }
    case .prose(let phrases):
      result += phrases.lines(language).map(\.printable)
    case .message(let sentence):
      result.append(sentence[language].printable)
    case .section: break
    }
    return result + notes.map { "  " + $0 }
  }
}
