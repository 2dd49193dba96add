import Source

/// Draws prose for a terminal: marks of stress are dropped, headings underlined, lines broken where the script breaks them.
struct ProseText {
  let language: Language
  let color: Bool
  /// Whether lines are drawn below headings and between parts.
  var drawsRules = true

  /// Returns the lines of `blocks`, a blank line between two.
  func lines(_ blocks: [ProseBlock], isTight: Bool = false) -> [String] {
    var result: [String] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight { result.append("") }
      result += lines(of: block)
    }
    return result
  }

  private func lines(of block: ProseBlock) -> [String] {
    switch block {
    case .heading(let level, let spans):
      let text = spans.plainText.spaced
      let underline = ["", "═", "─"]
      let rule =
        drawsRules && level < underline.count ? [String(repeating: underline[level], count: text.displayWidth)] : []
      return [text.styled(.bold, color: color)] + rule.filter { !$0.isEmpty }.map { $0.styled(.dim, color: color) }
    case .paragraph(let spans):
      return text(spans).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .list(let list):
      return list.items.enumerated().flatMap { index, blocks in
        let marker = list.start.map { "\(numbered($0, index)). " } ?? "• "
        let blank = list.isTight || index == 0 ? [] : [""]
        let inner = lines(blocks, isTight: list.isTight)
        return blank
          + (inner.isEmpty ? [""] : inner).enumerated().map { number, line in
            number == 0
              ? (marker + line).withoutTrailingBlanks
              : line.isEmpty ? "" : String(repeating: " ", count: marker.displayWidth) + line
          }
      }
    case .quote(let blocks): return lines(blocks).map { ("│ " + $0).withoutTrailingBlanks }
    case .code(let lines): return lines.map { $0.isEmpty ? "" : "    " + $0.spaced }
    case .table(let table):
      let columns = zip(table.headings, table.alignments).map { spans, alignment in
        Column(name: text(spans, color: false).spaced, alignment: alignment == .trailing ? .trailing : .leading)
      }
      let rows = table.rows.map { Row($0.map { .text(text($0, color: false).spaced) }) }
      return TextTable(Table(columns: columns, rows: rows), language: language, color: color).lines(width: nil)
    case .rule: return !drawsRules ? [] : [String(repeating: "─", count: 24).styled(.dim, color: color)]
    }
  }

  private func text(_ spans: [ProseSpan]) -> String { text(spans, color: color) }

  private func text(_ spans: [ProseSpan], color: Bool) -> String {
    spans.map { span in
      switch span {
      case .text(let text), .code(let text): return text.withoutTabs
      case .emphasis(let spans): return text(spans, color: color)
      case .strong(let spans): return text(spans, color: false).styled(.bold, color: color)
      case .link(let target, let spans):
        let name = text(spans, color: color)
        let isOwnName = name == target || target == "mailto:" + name || target.hasPrefix("#")
        return isOwnName ? name : "\(name) (\(target))"
      case .softBreak, .hardBreak: return "\n"
      }
    }.joined()
  }
}

/// Returns the number of the point at `index` of a list that begins with `start`.
func numbered(_ start: Int, _ index: Int) -> Int { start + index }

extension String {
  /// The text in one line, a blank in place of tabs and line breaks.
  fileprivate var spaced: String {
    withoutTabs.replacing("\n", with: " ")
  }

  /// The text with a blank in place of each tab; hardly any text has one.
  fileprivate var withoutTabs: String {
    utf8.contains(UInt8(ascii: "\t")) ? replacing("\t", with: " ") : self
  }
}
