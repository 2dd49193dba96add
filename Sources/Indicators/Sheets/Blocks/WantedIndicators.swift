import Units

/// The indicators of which a script needs the cells; of others only their names are read, and what is wrong with their cells.
package enum WantedIndicators: Hashable, Sendable {
  /// All of them.
  case all
  /// Those whose names stand anywhere in this text, which is folded as names are.
  case written([UInt8])

  /// The most bytes of a text in which names are looked for.
  private static let mostBytes = 1 << 16

  /// Creates the indicators that `text` may mean; all where what it writes may equal a name that has other bytes.
  package init(writtenIn text: [UInt8]) {
    let folded = Array(foldedName(String(decoding: text, as: UTF8.self)).utf8)
    self = folded.count <= Self.mostBytes && hasOneSpelling(folded) ? .written(folded) : .all
  }

  /// Whether an indicator that is printed as `printed` may be meant.
  func includes(_ printed: String, units: UnitTable) -> Bool {
    switch self {
    case .all: return true
    case .written(let text):
      // Further indicators of a row are called by its name with something behind it.
      let name = Array(NameWithUnit(printed, units: units).name.utf8)
      return !hasOneSpelling(name) || contains(text, name)
    }
  }
}

/// Whether names with these bytes, in UTF-8, equal no others: ASCII, Chinese characters and their punctuation.
private func hasOneSpelling(_ text: [UInt8]) -> Bool {
  for (place, byte) in text.enumerated() {
    switch byte {
    case ..<0xC0, 0xE3...0xE9: continue
    // Letter-like symbols such as the sign of kelvin equal letters.
    case 0xE2: if place + 1 < text.count, text[place + 1] == 0x84 { return false }
    default: return false
    }
  }
  return true
}

/// Whether `part` stands in `text`.
private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
  guard let first = part.first else { return true }
  if part.count > text.count { return false }
  for start in 0...(text.count - part.count) where text[start] == first {
    if part.indices.allSatisfy({ text[start + $0] == part[$0] }) { return true }
  }
  return false
}
