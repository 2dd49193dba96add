import Source

extension HTMLBody {
  /// Writes prose, its headings below the title of the report.
  mutating func write(_ blocks: [ProseBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: ProseBlock) {
    switch block {
    case .heading(let level, let spans):
      writeHeading(level, text: spans.plainText) { $0.write(spans) }
    case .paragraph(let spans):
      writer.element("p") { $0.write(spans) }
    case .list(let list): write(list)
    case .quote(let blocks):
      writer.write(raw: "<blockquote>\n")
      write(blocks)
      writer.write(raw: "</blockquote>")
    case .code(let lines):
      writer.element("pre", [("tabindex", "0")]) { writer in
        writer.element("code") { writer in
          for line in lines {
            writer.write(line.replacing("\t", with: "    "))
            writer.newline()
          }
        }
      }
    case .table(let table): write(table)
    case .rule: writer.void("hr")
    }
    writer.newline()
  }

  private mutating func write(_ list: ProseList) {
    let name = list.start == nil ? "ul" : "ol"
    writer.write(raw: "<\(name)" + (list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? "") + ">\n")
    for item in list.items {
      writer.write(raw: "<li>")
      for block in item {
        if list.isTight, case .paragraph(let spans) = block {
          writer.write(spans)
        } else {
          writer.newline()
          write(block)
        }
      }
      writer.write(raw: "</li>\n")
    }
    writer.write(raw: "</\(name)>")
  }

  private mutating func write(_ table: ProseTable) {
    region(label: PageWording.table[language]) { writer in
      writer.element("table") { writer in
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for (heading, alignment) in zip(table.headings, table.alignments) {
              writer.element("th", [("scope", "col"), ("class", alignment.className)]) { $0.write(heading) }
            }
          }
        }
        writer.newline()
        writer.element("tbody") { writer in
          for row in table.rows {
            writer.newline()
            writer.element("tr") { writer in
              for (cell, alignment) in zip(row, table.alignments) {
                writer.element("td", [("class", alignment.className)]) { $0.write(cell) }
              }
            }
          }
          writer.newline()
        }
      }
    }
  }
}

extension ProseTable.Alignment {
  fileprivate var className: String? {
    switch self {
    case .leading: nil
    case .center: "center"
    case .trailing: "number"
    }
  }
}

extension MarkupWriter {
  /// Writes spans with their markup.
  mutating func write(_ spans: [ProseSpan]) {
    for (index, span) in spans.enumerated() {
      switch span {
      case .text(let text): write(text)
      case .code(let text): element("code", text: text)
      case .emphasis(let spans): element("em") { $0.write(spans) }
      case .strong(let spans): element("strong") { $0.write(spans) }
      case .link(let target, let spans): element("a", [("href", target), ("rel", "noreferrer")]) { $0.write(spans) }
      case .softBreak:
        // A browser would show a blank, which Chinese does not have between characters.
        if !(spans[..<index].last?.lastIsWide ?? false) || !(spans[(index + 1)...].first?.firstIsWide ?? false) {
          newline()
        }
      case .hardBreak: void("br")
      }
    }
  }
}

extension ProseSpan {
  fileprivate var lastIsWide: Bool { [self].plainText.unicodeScalars.last?.displayWidth == 2 }
  fileprivate var firstIsWide: Bool { [self].plainText.unicodeScalars.first?.displayWidth == 2 }
}
