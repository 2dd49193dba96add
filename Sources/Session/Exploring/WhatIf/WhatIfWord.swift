import Source
import Syntax

/// `whatif x grows 8%, y holds`: assumptions whose differences are shown at once.
enum WhatIfWord {
  /// The word that begins such a line.
  static let phrase = Phrase("whatif", "假如")

  /// Returns the assumptions that `line` makes; nil where it is no such line.
  static func assumptions(in line: String) -> AssumedText? {
    let text = line.drop { $0 == " " || $0 == "\t" }
    for word in [phrase.english, phrase.chinese] {
      guard text.hasPrefix(word) else { continue }
      let rest = text.dropFirst(word.count)
      guard let first = rest.first, first.isWhitespace, !rest.trimmed.isEmpty else { continue }
      let place = line.utf8.distance(from: line.utf8.startIndex, to: rest.startIndex)
      return AssumedText(word: word, line: line, start: place)
    }
    return nil
  }
}

/// The assumptions of a line, as a text of their own.
struct AssumedText {
  /// The word that begins the line, which is the name of the scenario.
  let word: String
  /// The line.
  let line: String
  /// The offset in UTF-8 of the assumptions.
  let start: Int

  /// Whether the line ends inside an assumption.
  var isUnfinished: Bool {
    let text = text(SourceID(0), name: "")
    guard case .script(let range)? = parse(text).diagnostics.first?.site else { return false }
    return Int(range.start) >= spaced.bytes.count - closing.count
  }

  /// Returns the scenario that makes the assumptions, as a text whose second line has them where the line has them.
  func text(_ id: SourceID, name: String) -> SourceText {
    let source = SourceText(id: id, name: name, bytes: spaced.bytes)
    return SourceText(id: id, name: name, bytes: separated(source))
  }

  /// The scenario with blanks between Chinese verbs and numbers, which speech has none between, and the offsets of these.
  private var spaced: (bytes: [UInt8], added: [Int]) {
    var bytes = Array(line.utf8)
    for offset in 0..<start { bytes[offset] = UInt8(ascii: " ") }
    let source = SourceText(id: SourceID(0), name: "", bytes: head + bytes + closing)
    let verbs = KeywordEntry.table.filter { $0.role == .verb }.map(\.chinese)
    bytes = source.bytes
    var added: [Int] = []
    for token in parse(source).tree.tokens where token.kind == .name {
      let text = source.text(in: SourceRange(source.id, Int(token.start), Int(token.end)))
      guard let verb = verbs.first(where: { text.hasPrefix($0) && text.dropFirst($0.count).first?.isNumber ?? false })
      else { continue }
      added.append(Int(token.start) + verb.utf8.count + added.count)
    }
    for offset in added { bytes.insert(UInt8(ascii: " "), at: offset) }
    return (bytes, added)
  }

  /// What stands behind the assumptions.
  private var closing: [UInt8] { Array("\n}".utf8) }

  /// What stands before the assumptions.
  private var head: [UInt8] { Array("scenario \(word) {\n".utf8) }

  /// Returns `reply` with findings about `text`, which was made of the line, at their places in the line.
  func inLine(_ reply: Reply, _ text: SourceText) -> Reply {
    var reply = reply
    reply.texts.removeAll { $0.id == text.id }
    reply.texts.append(SourceText(id: text.id, name: text.name, bytes: Array(line.utf8)))
    let added = spaced.added
    reply.diagnostics = reply.diagnostics.map { diagnostic in
      diagnostic.moved(in: text.id) { offset in
        min(max(0, offset - head.count - added.count { $0 < offset }), line.utf8.count)
      }
    }
    return reply
  }

  /// Returns the bytes of `source` with semicolons for the commas between assumptions.
  private func separated(_ source: SourceText) -> [UInt8] {
    var bytes = source.bytes
    let tokens = parse(source).tree.tokens
    var depth = 0
    var ties = false
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .symbol(.openBracket), .symbol(.openParenthesis): depth += 1
      case .symbol(.closeBracket), .symbol(.closeParenthesis): depth -= 1
      case .keyword(.correlate): ties = true
      case .symbol(.equal): ties = false
      case .symbol(.comma) where depth == 0 && !ties && tokens[index + 1].kind != .keyword(.then):
        for offset in Int(token.start)..<Int(token.end) { bytes[offset] = UInt8(ascii: " ") }
        bytes[Int(token.start)] = UInt8(ascii: ";")
      default: break
      }
    }
    return bytes
  }
}

extension Diagnostic {
  /// Returns the finding with the offsets of its places in the text called `id` changed by `change`.
  fileprivate func moved(in id: SourceID, by change: (Int) -> Int) -> Diagnostic {
    func moved(_ range: SourceRange) -> SourceRange {
      range.source == id ? SourceRange(id, change(Int(range.start)), change(Int(range.end))) : range
    }
    func moved(_ site: Site) -> Site {
      if case .script(let range) = site { .script(moved(range)) } else { site }
    }
    return Diagnostic(
      severity, code, message, at: moved(site), label: label, others: others.map { .init(moved($0.site), $0.text) },
      help: help, fixIts: fixIts.map { .init(moved($0.range), $0.replacement) })
  }
}
