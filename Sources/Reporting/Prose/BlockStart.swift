/// What a line opens that is no paragraph.
enum BlockStart {
  /// The opening of lines of code.
  struct Fence {
    let mark: Unicode.Scalar
    let length: Int
    let indentation: Int

    /// Returns whether `line` ends the code.
    func isClosed(by line: ProseLine) -> Bool {
      let line = line.trimmed
      return line.count >= length && line.allSatisfy { $0(mark) }
    }
  }

  /// The sign before a point of a list.
  struct Marker {
    /// The sign, or the one behind the number.
    let sign: Unicode.Scalar
    /// The number; nil where points are not numbered.
    let number: Int?
    /// How far the content of the point stands in.
    let indentation: Int
    /// What follows on the same line.
    let content: ProseLine
  }

  /// Signs `#` and a heading.
  case heading(level: Int, ProseLine)
  /// Three or more signs across the page.
  case rule
  /// The opening of code.
  case fence(Fence)
  /// The sign of a quotation.
  case quote
  /// The first point of a list.
  case item(Marker)

  /// Reads the beginning of `line`, which is not blank; nil where it is text.
  init?(_ line: ProseLine, inParagraph: Bool, isDeepest: Bool) {
    let indentation = line.indentation
    let line = line.trimmed
    guard let first = line.first, !first.isLiteral else { return nil }
    switch first.scalar {
    case "#":
      guard let heading = Self.heading(line) else { return nil }
      self = heading
    case "`", "~":
      let length = line.prefix { $0(first.scalar) }.count
      // An information string with backquotes is code within a line.
      guard length >= 3, first.scalar == "~" || !line.dropFirst(length).contains(where: { $0("`") }) else { return nil }
      self = .fence(Fence(mark: first.scalar, length: length, indentation: indentation))
    case ">" where !isDeepest: self = .quote
    default:
      if Self.isRule(line) {
        self = .rule
      } else if !isDeepest, let marker = Marker(line, indentation) {
        // In a paragraph, a number other than 1 is more likely the end of a sentence.
        if inParagraph, marker.content.isBlank || marker.number ?? 1 != 1 { return nil }
        self = .item(marker)
      } else {
        return nil
      }
    }
  }

  private static func heading(_ line: ProseLine) -> BlockStart? {
    let level = line.prefix { $0("#") }.count
    var content = line.dropFirst(level)
    guard level <= 6, content.first?.isBlank ?? true else { return nil }
    let closing = content.reversed().prefix { $0("#") }.count
    let before = content.dropLast(closing)
    if before.last?.isBlank ?? true { content = before }
    return .heading(level: level, content.trimmed)
  }

  private static func isRule(_ line: ProseLine) -> Bool {
    guard let mark = line.first, mark("*") || mark("-") || mark("_"), line.last == mark else { return false }
    let marks = line.filter { !$0.isBlank }
    return marks.count >= 3 && marks.allSatisfy { $0(mark.scalar) }
  }
}

extension BlockStart.Marker {
  /// Reads the sign of a point at the beginning of `line`, which stands `indentation` columns in.
  init?(_ line: ProseLine, _ indentation: Int) {
    let digits = line.prefix(10).prefix(while: \.isDigit)
    let rest = line.dropFirst(digits.count)
    guard let sign = rest.first, digits.count < 10 else { return nil }
    if digits.isEmpty {
      guard sign("-") || sign("+") || sign("*") else { return nil }
      number = nil
    } else {
      guard sign(".") || sign(")"), let value = Int(digits.text) else { return nil }
      number = value
    }
    let behind = rest.dropFirst()
    guard behind.first?.isBlank ?? true else { return nil }
    self.sign = sign.scalar
    let blanks = behind.indentation
    let width = behind.isBlank || blanks > 4 ? 1 : blanks
    content = behind.droppingIndentation(width)
    self.indentation = indentation + digits.count + 1 + width
  }
}
