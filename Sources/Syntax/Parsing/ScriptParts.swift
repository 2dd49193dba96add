import Source

/// A long script cut into parts that can be read one beside another.
struct ScriptParts {
  /// How many bytes a part has, about.
  static let size = 128 << 10

  /// The bytes of each part, in order; together they are all.
  let ranges: [Range<Int>]

  /// Cuts `bytes` where a line begins with the word of a statement that cannot be part of the one before it.
  ///
  /// What is cut may still lie within a quoted text or braces; then the part before it is not read without a finding.
  init(of bytes: [UInt8], size: Int = ScriptParts.size) {
    var ranges: [Range<Int>] = []
    var start = 0
    while start + size < bytes.count, let cut = Self.cut(in: bytes, from: start + size) {
      ranges.append(start..<cut)
      start = cut
    }
    self.ranges = ranges + [start..<bytes.count]
  }

  /// Returns the first place behind `offset` where a part may begin.
  private static func cut(in bytes: [UInt8], from offset: Int) -> Int? {
    var offset = offset
    while offset < bytes.count {
      guard let lineBreak = bytes[offset...].firstIndex(of: 0x0A) else { return nil }
      offset = lineBreak + 1
      if beginsStatement(in: bytes, at: offset), !isBehindComment(bytes, offset) { return offset }
    }
    return nil
  }

  private static func beginsStatement(in bytes: [UInt8], at offset: Int) -> Bool {
    words.contains { bytes[offset...].starts(with: $0) }
  }

  /// Whether the line before `offset`, blank ones left out, may be the documentation of what begins there.
  private static func isBehindComment(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var end = offset
    while end > 0 {
      let lineStart = bytes[..<(end - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let first = bytes[lineStart..<end].first(where: { $0 > 0x20 }) { return first == 0x23 }
      end = lineStart
    }
    return false
  }

  /// The words of declarations with a blank behind them; none is a word within another statement, as `unit` is.
  private static let words: [[UInt8]] = [Keyword.alias, .aggregate, .param, .rule, .target].flatMap { keyword in
    keyword.entry.spellings.map { Array("\($0) ".utf8) }
  }
}
