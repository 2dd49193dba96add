extension String {
  /// Whether a spreadsheet that is not told that this is text could take it for a formula: it begins with a sign of one, in
  /// whatever width, after blanks that some pass over, or with a tab or a carriage return, which some take for a new cell.
  var looksLikeFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" { return true }
    return unicodeScalars.first { !$0.properties.isWhitespace }.map("=+-@＝＋－＠".unicodeScalars.contains) ?? false
  }
}
