/// Parses lines into blocks, a subset of CommonMark 0.31 with the tables of GitHub.
///
/// Left out are indented code, underlined headings, references, entities and raw HTML, which all are text.
struct BlockParser {
  /// How deep quotations and lists may lie in one another; what is deeper is text.
  static let deepest = 32

  /// In how many quotations and lists the lines lie.
  let depth: Int

  /// Returns the blocks of `lines`.
  func blocks(_ lines: [ProseLine]) -> [ProseBlock] {
    var result: [ProseBlock] = []
    var paragraph: [ProseLine] = []
    var position = 0
    func endParagraph() {
      if !paragraph.isEmpty { result.append(.paragraph(spans(paragraph))) }
      paragraph = []
    }
    while position < lines.count {
      let line = lines[position]
      if line.isBlank {
        endParagraph()
        position += 1
      } else if let start = BlockStart(line, inParagraph: !paragraph.isEmpty, isDeepest: depth >= Self.deepest) {
        endParagraph()
        result.append(block(start, lines, &position))
      } else if paragraph.isEmpty, let table = table(lines, &position) {
        result.append(.table(table))
      } else {
        paragraph.append(line)
        position += 1
      }
    }
    endParagraph()
    return result
  }

  /// Returns the block that `start` opens at `position`, which is moved behind it.
  private func block(_ start: BlockStart, _ lines: [ProseLine], _ position: inout Int) -> ProseBlock {
    switch start {
    case .heading(let level, let content):
      position += 1
      return .heading(level: level, InlineParser.spans(content))
    case .rule:
      position += 1
      return .rule
    case .fence(let fence): return .code(lines: code(fence, lines, &position))
    case .quote: return .quote(quote(lines, &position))
    case .item(let marker): return .list(list(marker, lines, &position))
    }
  }

  private func spans(_ paragraph: [ProseLine]) -> [ProseSpan] {
    let lineBreak = ProseScalar(scalar: "\n", isLiteral: false)
    var joined: [ProseScalar] = []
    for (index, line) in paragraph.enumerated() {
      let isLast = index + 1 == paragraph.count
      joined += isLast ? line.trimmed : line.droppingIndentation()
      if !isLast { joined.append(lineBreak) }
    }
    return InlineParser.spans(joined[...])
  }

  /// Returns the lines up to the end of `fence`, or to the end of all.
  private func code(_ fence: BlockStart.Fence, _ lines: [ProseLine], _ position: inout Int) -> [String] {
    var content: [String] = []
    position += 1
    while position < lines.count {
      let line = lines[position]
      position += 1
      if fence.isClosed(by: line) { break }
      content.append(line.droppingIndentation(fence.indentation).text)
    }
    return content
  }

  /// Returns what stands behind the marks `>`.
  private func quote(_ lines: [ProseLine], _ position: inout Int) -> [ProseBlock] {
    var inner: [ProseLine] = []
    var tail = OpenEnd()
    while position < lines.count {
      let line = lines[position].droppingIndentation()
      if let first = line.first, first(">") {
        let rest = line.dropFirst()
        inner.append(rest.first.map { $0(" ") } ?? false ? rest.dropFirst() : rest)
        tail.add(inner[inner.count - 1])
      } else if tail.takesOver(line) {
        inner.append(line)
      } else {
        break
      }
      position += 1
    }
    return BlockParser(depth: depth + 1).blocks(inner)
  }
}
