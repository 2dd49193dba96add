import Source

/// The names of a workbook's sheets: legal in every spreadsheet, and each once.
struct SheetNames {
  private static let longest = 31
  private var taken: Set<String> = []

  /// Returns a name for a sheet with the title `wanted`, or `substitute` where nothing is left of it.
  mutating func name(for wanted: String, or substitute: String) -> String {
    let cleaned = Self.cleaned(wanted)
    let base = cleaned.isEmpty ? substitute : cleaned
    var name = Self.cut(base, to: Self.longest)
    var number = 2
    // Excel keeps the name History for itself, in every case.
    while name.lowercased() == "history" || !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.cut(base, to: Self.longest - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// Returns `name` as formulas and links write it.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func cleaned(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.printable.unicodeScalars {
      scalars.append("[]:*?/\\".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    let words = String(scalars).split(separator: " ").joined(separator: " ")
    return trimmed(words[...])
  }

  /// Returns `name` in at most `limit` UTF-16 units, without a blank or an apostrophe at its ends.
  private static func cut(_ name: String, to limit: Int) -> String {
    trimmed(name.pieces(ofLength: limit)[0][...])
  }

  private static func trimmed(_ name: Substring) -> String {
    var rest = name
    while let first = rest.first, first == " " || first == "'" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "'" { rest.removeLast() }
    return String(rest)
  }
}
