/// Reads where links lead: to addresses of the web and of mail, and to headings behind `#`; no other is a link.
enum LinkTarget {
  /// The longest target; a longer one is text, so that reading takes a time that is linear in the text's length.
  private static let longest = 2000
  /// How deep parentheses may lie in one another.
  private static let deepest = 32

  /// Reads a target in parentheses, with a title that is passed over, at `start`; returns it and where it ends.
  static func read(_ scalars: ProseLine, at start: Int) -> (target: String, end: Int)? {
    guard start < scalars.endIndex, scalars[start]("(") else { return nil }
    let limit = min(scalars.endIndex, start + longest)
    var position = start + 1
    skipSpaces(scalars, &position, limit)
    var target: [ProseScalar] = []
    if position < limit, scalars[position]("<") {
      position += 1
      while position < limit, !scalars[position](">") {
        if scalars[position]("\n") || scalars[position]("<") { return nil }
        target.append(unescaped(scalars, &position))
      }
      guard position < limit else { return nil }
      position += 1
    } else {
      var depth = 0
      while position < limit, !scalars[position].isSpace {
        if scalars[position]("(") { depth += 1 }
        if scalars[position](")") {
          if depth == 0 { break }
          depth -= 1
        }
        if depth > deepest { return nil }
        target.append(unescaped(scalars, &position))
      }
      guard depth == 0 else { return nil }
    }
    let end = position
    skipSpaces(scalars, &position, limit)
    if position > end, position < limit, let quote = ["\"", "'"].first(where: { scalars[position]($0) }) {
      position += 1
      while position < limit, !scalars[position](quote) { _ = unescaped(scalars, &position) }
      position += 1
      skipSpaces(scalars, &position, limit)
    }
    guard position < limit, scalars[position](")"), let allowed = allowed(target[...].text) else { return nil }
    return (allowed, position + 1)
  }

  /// Reads a target between angle brackets behind the opening one at `start`; returns it and where it ends.
  static func readAutomatic(_ scalars: ProseLine, at start: Int) -> (target: String, end: Int)? {
    let limit = min(scalars.endIndex, start + longest)
    // The shortest scheme tells at once that there is none, and no text is read twice.
    guard start < limit, scalars[start]("h") || scalars[start]("m") else { return nil }
    var position = start
    while position < limit, !scalars[position](">") {
      if scalars[position].isSpace || scalars[position]("<") { return nil }
      position += 1
    }
    guard position < limit, let allowed = allowed(scalars[start..<position].text) else { return nil }
    return (allowed, position + 1)
  }

  /// Returns `target` where it leads to a place that may be linked to, without what an address must not have.
  private static func allowed(_ target: String) -> String? {
    let schemes = ["http://", "https://", "mailto:", "#"]
    let lowered = target.lowercased()
    guard schemes.contains(where: { lowered.hasPrefix($0) && lowered.count > $0.count }) else { return nil }
    var result = ""
    for byte in target.utf8 {
      if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func skipSpaces(_ scalars: ProseLine, _ position: inout Int, _ limit: Int) {
    while position < limit, scalars[position].isBlank || scalars[position]("\n") { position += 1 }
  }

  /// Returns the scalar at `position`, or the one behind a backslash there, and moves on.
  private static func unescaped(_ scalars: ProseLine, _ position: inout Int) -> ProseScalar {
    if scalars[position]("\\"), position + 1 < scalars.endIndex, scalars[position + 1].isASCIIPunctuation {
      position += 1
    }
    defer { position += 1 }
    return scalars[position]
  }
}
