import Source

/// Writes prose as Markdown again, so that what was text for gf is text for every other reader.
enum ProseMarkdown {
  /// Returns the lines of `blocks`, a blank line between two.
  static func lines(_ blocks: [ProseBlock], isTight: Bool = false) -> [String] {
    var result: [String] = []
    var sign: Character = "-"
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight { result.append("") }
      guard case .list(let list) = block else {
        result += lines(of: block)
        sign = "-"
        continue
      }
      // Lists that follow each other would be one if their signs were the same.
      if index > 0, case .list = blocks[index - 1] { sign = sign == "-" ? "+" : "-" }
      result += lines(of: list, sign: sign)
    }
    return result
  }

  private static func lines(of block: ProseBlock) -> [String] {
    switch block {
    case .heading(let level, let spans):
      return [String(repeating: "#", count: level) + " " + text(spans).replacing("\n", with: " ").guardedEnd]
    case .paragraph(let spans):
      return text(spans).split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0).guardedStart.withoutTrailingBlanks
      }
    case .list(let list): return lines(of: list, sign: "-")
    case .quote(let blocks):
      let inner = lines(blocks)
      return (inner.isEmpty ? [""] : inner).map { $0.isEmpty ? ">" : "> " + $0 }
    case .code(let lines):
      let fence = String(repeating: "`", count: max(3, 1 + (lines.map(longestRun).max() ?? 0)))
      return [fence] + lines + [fence]
    case .table(let table):
      let rule = table.alignments.map { alignment in
        switch alignment {
        case .leading: "---"
        case .center: ":-:"
        case .trailing: "--:"
        }
      }
      return [row(table.headings.map(text)), row(rule)] + table.rows.map { row($0.map(text)) }
    case .rule: return ["---"]
    }
  }

  private static func lines(of list: ProseList, sign: Character) -> [String] {
    list.items.enumerated().flatMap { index, blocks in
      let mark = list.start.map { String(numbered($0, index)) + (sign == "-" ? "." : ")") } ?? String(sign)
      let inner = lines(blocks, isTight: list.isTight)
      let blank = String(repeating: " ", count: mark.count + 1)
      return (list.isTight || index == 0 ? [] : [""])
        + (inner.isEmpty ? [""] : inner).enumerated().map { number, line in
          number == 0 ? (mark + " " + line).withoutTrailingBlanks : line.isEmpty ? "" : blank + line
        }
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
  }

  private static func text(_ spans: [ProseSpan]) -> String {
    var result = ""
    for (index, span) in spans.enumerated() {
      switch span {
      case .text(let characters):
        result += characters.markdownProse
        // A mark of exclamation would make an image of the link behind it.
        if result.last == "!", index + 1 < spans.count, case .link = spans[index + 1] {
          result.insert("\\", at: result.index(before: result.endIndex))
        }
      case .code(let characters):
        let mark = String(repeating: "`", count: longestRun(characters) + 1)
        let isPadded = characters.hasPrefix("`") || characters.hasSuffix("`")
        result += mark + (isPadded ? " \(characters) " : characters) + mark
      case .emphasis(let spans): result += "*\(text(spans))*"
      case .strong(let spans): result += "**\(text(spans))**"
      case .link(let target, let spans): result += "[\(text(spans))](\(target.linkTarget))"
      case .softBreak: result += "\n"
      case .hardBreak: result += "\\\n"
      }
    }
    return result
  }

  /// Returns how many backquotes stand in a row in `text`, at most.
  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

extension String {
  /// The text with a backslash before what would be markup within a line.
  fileprivate var markdownProse: String {
    let scalars = Array(unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let isMarkup =
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", "~": true
        // Within a word it stresses nothing.
        case "_": !(index > 0 && scalars[index - 1].isWord && index + 1 < scalars.count && scalars[index + 1].isWord)
        case "&": scalars[(index + 1)...].prefix(32).drop { $0.isWord || $0 == "#" }.first == ";"
        default: false
        }
      if isMarkup { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text of a paragraph's line with a backslash before what would make it another block.
  fileprivate var guardedStart: String {
    let line = String(drop { $0 == " " || $0 == "\t" })
    guard let first = line.first else { return line }
    let run = line.prefix { $0 == first }
    let endsThere = line.dropFirst(run.count).first.map { $0 == " " || $0 == "\t" } ?? true
    switch first {
    case ">", "|": return "\\" + line
    case "#", "+", "-", "=": return endsThere ? "\\" + line : line
    default: break
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true
    else { return line }
    return digits + "\\" + rest
  }

  /// The text of a heading with a backslash before signs at its end, which would be left out.
  fileprivate var guardedEnd: String {
    let text = withoutTrailingBlanks
    let signs = text.reversed().prefix { $0 == "#" }.count
    return signs == 0 ? text : text.dropLast(signs) + "\\" + text.suffix(signs)
  }

  /// The target of a link with its parentheses written so that they do not end it.
  fileprivate var linkTarget: String {
    replacing("(", with: "%28").replacing(")", with: "%29")
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter or digit of ASCII.
  fileprivate var isWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
