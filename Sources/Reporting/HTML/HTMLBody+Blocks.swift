import Source

extension HTMLBody {
  /// Writes one answer with its title and its notes.
  mutating func write(_ block: Block) {
    let title = block.title?[language]
    var notes = block.notes.map { $0[language] }
    switch block.content {
    case .prose(let prose): write(prose.blocks)
    case .section(let section):
      writeSection(section, title: title)
      return
    case .message(let sentence):
      if let title { write(paragraph: title, class: "title") }
      write(paragraph: sentence[language], class: nil)
    case .outline(let outline):
      if let title { write(paragraph: title, class: "title") }
      write(outline)
    case .table(let table):
      if table.rows.isEmpty, !table.columns.isEmpty { notes.insert(TableWording.noRows[language], at: 0) }
      write(table, title: title)
      notes = table.legend(language) + notes
    case .chart(let chart):
      write(chart, title: title)
      notes = chart.table.legend(language) + notes
    }
    write(notes: notes)
  }

  /// Writes sentences below an answer.
  mutating func write(notes: [String]) {
    guard !notes.isEmpty else { return }
    writer.element("ul", [("class", "notes")]) { writer in
      for note in notes {
        writer.newline()
        writer.element("li", text: note)
      }
      writer.newline()
    }
    writer.newline()
  }

  /// Writes a heading `level` levels below the title, and lists it among the contents.
  mutating func writeHeading(_ level: Int, text: String, _ content: (inout MarkupWriter) -> Void) {
    let placed = levels.place(level)
    let anchor = anchors.name(of: text)
    headings.append(Heading(level: placed, text: text, anchor: anchor))
    writer.element("h\(placed)", [("id", anchor)], content)
  }

  private mutating func write(paragraph text: String, class name: String?) {
    writer.element("p", [("class", name)], text: text)
    writer.newline()
  }

  /// Writes what a report rests on.
  private mutating func writeSection(_ section: Section, title: String?) {
    let name = section.role == .provenance ? "provenance" : nil
    writer.write(raw: "<section" + (name.map { " class=\"\($0)\"" } ?? "") + ">\n")
    if let title {
      writeHeading(1, text: title) { $0.write(title) }
      writer.newline()
    }
    for block in section.blocks { write(block) }
    writer.write(raw: "</section>\n")
  }
}
