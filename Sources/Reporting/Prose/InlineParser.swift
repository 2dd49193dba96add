/// Parses what stands within a paragraph, heading or cell, by the algorithm in the appendix of the CommonMark specification.
struct InlineParser {
  /// What a piece of the text turned out to be.
  enum Node {
    /// Characters as they are.
    case text(String)
    /// Code.
    case code(String)
    /// The end of a line.
    case lineBreak(isHard: Bool)
    /// Signs that may open or close what is stressed.
    case run(Run)
    /// A bracket that may open a link, as long as it has no target.
    case opening(target: String?)
    /// The bracket that closes a link.
    case closing
  }

  /// Signs `*` or `_` in a row.
  struct Run {
    /// The sign.
    let mark: Unicode.Scalar
    /// How many signs there are.
    let length: Int
    /// How many signs are neither opening nor closing anything.
    var left: Int
    /// Whether the signs may open.
    let canOpen: Bool
    /// Whether the signs may close.
    let canClose: Bool
    /// How many signs each closing takes, the innermost first.
    var closings: [Int] = []
    /// How many signs each opening takes, the innermost first.
    var openings: [Int] = []
  }

  private let scalars: ProseLine
  private var position: Int
  private var nodes: [Node] = []
  private var plain = ""
  private var backquotes: BackquoteRuns
  /// The positions of the brackets that may open a link.
  private var brackets: [Int] = []
  private var delimiters = DelimiterStack()

  /// Returns the spans of `scalars`, whose lines are parted by line feeds.
  static func spans(_ scalars: ProseLine) -> [ProseSpan] {
    var parser = InlineParser(scalars)
    return parser.parse()
  }

  private init(_ scalars: ProseLine) {
    self.scalars = scalars
    position = scalars.startIndex
    backquotes = BackquoteRuns(scalars)
  }

  private mutating func parse() -> [ProseSpan] {
    while position < scalars.endIndex { parseNext() }
    flush()
    delimiters.match(&nodes, above: 0)
    var builder = SpanBuilder()
    for node in nodes { builder.add(node) }
    return builder.finish()
  }

  private mutating func flush() {
    if !plain.isEmpty { nodes.append(.text(plain)) }
    plain = ""
  }

  private mutating func append(_ node: Node) {
    flush()
    nodes.append(node)
  }

  private mutating func parseNext() {
    let next = scalars[position]
    guard !next.isLiteral else {
      plain.unicodeScalars.append(next.scalar)
      position += 1
      return
    }
    switch next.scalar {
    case "\\": parseBackslash()
    case "`": parseCode()
    case "*", "_": parseRun(next.scalar)
    case "[":
      append(.opening(target: nil))
      brackets.append(nodes.count - 1)
      position += 1
    case "]": parseClosingBracket()
    case "<": parseAutomaticLink()
    case "\n": parseLineBreak()
    default:
      plain.unicodeScalars.append(next.scalar)
      position += 1
    }
  }

  private mutating func parseBackslash() {
    position += 1
    guard position < scalars.endIndex else {
      plain += "\\"
      return
    }
    let next = scalars[position]
    if next("\n") {
      append(.lineBreak(isHard: true))
      skipBreak()
    } else if !next.isLiteral, next.isASCIIPunctuation {
      plain.unicodeScalars.append(next.scalar)
      position += 1
    } else {
      plain += "\\"
    }
  }

  private mutating func parseLineBreak() {
    var blanks = 0
    while plain.utf8.last == UInt8(ascii: " ") {
      plain.removeLast()
      blanks += 1
    }
    append(.lineBreak(isHard: blanks >= 2))
    skipBreak()
  }

  private mutating func skipBreak() {
    position += 1
    while position < scalars.endIndex, scalars[position].isBlank { position += 1 }
  }

  private mutating func parseCode() {
    let start = position
    while position < scalars.endIndex, scalars[position]("`") { position += 1 }
    guard let end = backquotes.closing(length: position - start, from: position) else {
      plain += String(repeating: "`", count: position - start)
      return
    }
    var content = scalars[position..<end].map { $0("\n") ? ProseScalar(scalar: " ", isLiteral: false) : $0 }[...]
    if content.count > 2, content.first?.isBlank ?? false, content.last?.isBlank ?? false, !content.isBlank {
      content = content.dropFirst().dropLast()
    }
    append(.code(content.text))
    position = end + position - start
  }

  private mutating func parseRun(_ mark: Unicode.Scalar) {
    let start = position
    while position < scalars.endIndex, scalars[position](mark) { position += 1 }
    let before = start > scalars.startIndex ? scalars[start - 1] : nil
    let after = position < scalars.endIndex ? scalars[position] : nil
    // Chinese puts no blanks around stressed words, so that its characters bound them as blanks and punctuation do.
    let isBounded = { (scalar: ProseScalar?) in scalar.map { $0.isSpace || $0.isPunctuation || $0.isWide } ?? true }
    let opensLeft = !(after?.isSpace ?? true) && (!(after?.isPunctuation ?? false) || isBounded(before))
    let closesRight = !(before?.isSpace ?? true) && (!(before?.isPunctuation ?? false) || isBounded(after))
    let isWord = mark == "_"
    append(
      .run(
        Run(
          mark: mark, length: position - start, left: position - start,
          canOpen: opensLeft && (!isWord || !closesRight || isBounded(before) && !(before?.isWide ?? false)),
          canClose: closesRight && (!isWord || !opensLeft || isBounded(after) && !(after?.isWide ?? false)))))
    delimiters.push(nodes.count - 1)
  }

  private mutating func parseClosingBracket() {
    position += 1
    guard let opening = brackets.popLast(), let (target, end) = LinkTarget.read(scalars, at: position) else {
      plain += "]"
      return
    }
    position = end
    append(.closing)
    nodes[opening] = .opening(target: target)
    delimiters.match(&nodes, above: opening)
    // No link lies in another.
    brackets = []
  }

  private mutating func parseAutomaticLink() {
    position += 1
    guard let (target, end) = LinkTarget.readAutomatic(scalars, at: position) else {
      plain += "<"
      return
    }
    append(.opening(target: target))
    nodes.append(.text(scalars[position..<(end - 1)].text))
    nodes.append(.closing)
    position = end
  }
}

/// Where backquotes stand, so that each code's end is found in one pass over the text.
private struct BackquoteRuns {
  /// The starts of the runs of each length, the last first.
  private var starts: [Int: [Int]] = [:]

  init(_ scalars: ProseLine) {
    var position = scalars.endIndex
    while position > scalars.startIndex {
      position -= 1
      guard scalars[position]("`") else { continue }
      let end = position + 1
      while position > scalars.startIndex, scalars[position - 1]("`") { position -= 1 }
      starts[end - position, default: []].append(position)
    }
  }

  /// Returns where the next run of `length` at or behind `position` begins; positions only ascend.
  mutating func closing(length: Int, from position: Int) -> Int? {
    while let next = starts[length]?.last, next < position { starts[length]?.removeLast() }
    return starts[length]?.last
  }
}
