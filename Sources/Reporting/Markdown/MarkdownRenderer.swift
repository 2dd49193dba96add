import Source

/// Writes documents in GitHub's Markdown.
struct MarkdownRenderer {
  let language: Language

  /// Returns the blocks of `document`, a blank line between two.
  func render(_ document: Document) -> String {
    document.blocks.flatMap(paragraphs).filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// Returns the title, the answer and the notes, the lines of each.
  private func paragraphs(of block: Block) -> [[String]] {
    if case .section(let section) = block.content {
      let level = section.role == .report ? "# " : "## "
      return [block.title.map { [level + $0[language].markdownText] } ?? []] + section.blocks.flatMap(paragraphs)
    }
    let title = block.title.map { ["### " + $0[language].markdownText] } ?? []
    var notes = block.notes.map { "- " + $0[language].markdownText }
    let answer: [String]
    switch block.content {
    case .table(let table):
      answer = lines(of: table)
      if table.rows.isEmpty, !table.columns.isEmpty { notes.insert("- " + TableWording.noRows[language], at: 0) }
      notes = table.legend(language).map { "- " + $0.markdownText } + notes
    case .chart(let chart):
      let picture = ChartText(language: language, color: false, width: nil).lines(chart).map(fenced)
      answer = (picture.map { $0 + [""] } ?? []) + lines(of: chart.table)
      notes = chart.table.legend(language).map { "- " + $0.markdownText } + notes
    case .outline(let outline):
      answer = outline.nodes.flatMap(lines)
    case .prose(let prose):
      answer = ProseMarkdown.lines(prose.blocks)
    case .message(let sentence):
      answer = [sentence[language].markdownText]
    case .section: answer = []
    }
    return [title, answer, notes]
  }

  /// Returns `lines` as a block of code, whose fence is longer than any run of backticks in them.
  private func fenced(_ lines: [String]) -> [String] {
    let longest =
      lines.map { line in
        line.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count).max() ?? 0
      }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + "text"] + lines.map(\.withoutTrailingBlanks) + [fence]
  }

  private func lines(of table: Table) -> [String] {
    let headings = table.columns.map { $0.title(language).markdownText }
    guard !headings.isEmpty else { return [] }
    let cells = zip(table.rows, table.cellTexts(language)).map { row, texts in
      texts.map { cell in
        let text = cell.text.markdownText
        return row.kind == .body || text.isEmpty ? text : "**\(text)**"
      }
    }
    let widths = headings.indices.map { column in
      cells.reduce(max(3, headings[column].displayWidth)) { max($0, $1[column].displayWidth) }
    }
    let rule = headings.indices.map { column in
      switch table.columns[column].alignment {
      case .leading: String(repeating: "-", count: widths[column])
      case .trailing: String(repeating: "-", count: widths[column] - 1) + ":"
      }
    }
    return ([headings, rule] + cells).map { row in
      let padded = headings.indices.map { column in
        row[column].padded(to: widths[column], atStart: table.columns[column].alignment == .trailing)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
  }

  private func lines(of node: Outline.Node) -> [String] {
    let level = min(node.depth, Outline.deepestDrawn)
    let blanks = String(repeating: "  ", count: level)
    let depth = node.depth > level ? "[\(node.depth)] " : ""
    return ["\(blanks)- " + (depth + node.text(language)).markdownText]
      + node.details.map { "\(blanks)  - " + $0[language].markdownText }
  }
}

extension String {
  /// The text on one line, with a backslash before what Markdown would take for markup.
  fileprivate var markdownText: String {
    var result = ""
    for scalar in printable.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]", "<", "~": result.unicodeScalars.append("\\")
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
