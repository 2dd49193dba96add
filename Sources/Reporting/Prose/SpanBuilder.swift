/// Puts the nodes of a text together as spans that lie in one another.
struct SpanBuilder {
  /// A span that is not closed yet.
  private struct Open {
    let target: String?
    let marks: String
    var spans: [ProseSpan] = []
  }

  private var open = [Open(target: nil, marks: "")]
  /// The signs of what lies too deep to be drawn, which are then text.
  private var tooDeep: [String] = []

  /// Adds a node.
  mutating func add(_ node: InlineParser.Node) {
    switch node {
    case .text(let text): append(text)
    case .code(let text): append(.code(text))
    case .lineBreak(let isHard): append(isHard ? .hardBreak : .softBreak)
    case .opening(let target):
      if let target { begin(Open(target: target, marks: "")) } else { append("[") }
    case .closing: end()
    case .run(let run):
      for _ in run.closings { end() }
      if run.left > 0 { append(String(repeating: String(run.mark), count: run.left)) }
      for count in run.openings.reversed() {
        begin(Open(target: nil, marks: String(repeating: String(run.mark), count: count)))
      }
    }
  }

  /// Returns the spans.
  mutating func finish() -> [ProseSpan] {
    while open.count > 1 { end() }
    return open[0].spans
  }

  private mutating func begin(_ span: Open) {
    if open.count > BlockParser.deepest {
      tooDeep.append(span.marks)
      append(span.marks)
    } else {
      open.append(span)
    }
  }

  private mutating func end() {
    if let marks = tooDeep.popLast() {
      append(marks)
      return
    }
    guard open.count > 1, let span = open.popLast() else { return }
    if let target = span.target {
      append(.link(target: target, span.spans))
    } else {
      append(span.marks.utf8.count == 2 ? .strong(span.spans) : .emphasis(span.spans))
    }
  }

  private mutating func append(_ span: ProseSpan) {
    open[open.count - 1].spans.append(span)
  }

  /// Adds characters to those before.
  private mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    let last = open.count - 1
    if case .text(let before)? = open[last].spans.last {
      open[last].spans[open[last].spans.count - 1] = .text(before + text)
    } else {
      open[last].spans.append(.text(text))
    }
  }
}
