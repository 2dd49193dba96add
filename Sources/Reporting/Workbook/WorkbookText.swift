import Source

extension String {
  /// The text with control characters as escapes, line breaks kept: what a cell can hold.
  var cellText: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.printable).joined(separator: "\n")
  }

  /// The text, which is printable, as it stands between tags or in an attribute of XML.
  var escapedForXML: String {
    guard utf8.contains(where: { $0 < 0x20 || "&<>\"".utf8.contains($0) }) || unicodeScalars.contains(where: \.isNoXML)
    else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: if scalar.isNoXML { result += "\u{FFFD}" } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Returns the text in pieces of at most `limit` UTF-16 units, none of which ends within a character.
  func pieces(ofLength limit: Int) -> [String] {
    if utf16.count <= limit { return [self] }
    var pieces: [String] = []
    var piece = ""
    var length = 0
    for scalar in unicodeScalars {
      let width = UTF16.width(scalar)
      if length + width > limit {
        pieces.append(piece)
        (piece, length) = ("", 0)
      }
      piece.unicodeScalars.append(scalar)
      length += width
    }
    return pieces + [piece]
  }
}

extension Unicode.Scalar {
  /// Whether no document of XML 1.0 may hold the character.
  fileprivate var isNoXML: Bool {
    value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D || value == 0xFFFE || value == 0xFFFF
  }
}
