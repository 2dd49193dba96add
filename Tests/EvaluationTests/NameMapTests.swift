import Source
import TestSupport
import Testing

@testable import Semantics

/// The map of names, held against a dictionary of strings.
struct NameMapTests {
  /// Syllables that join to names which differ in bytes and not in NFC: é in two ways, an ideograph and its twin for
  /// compatibility, å and the sign of the ångström.
  private static let syllables = [
    "a", "b", "_1", "e\u{301}", "\u{E9}", "豈", "\u{F900}", "\u{E5}", "\u{212B}", "人口", "《", "—", "\u{2000}", "\u{302A}",
    "К", "",
  ]

  @Test func agreesWithDictionary() {
    var generator = SeededGenerator(seed: 11)
    var dictionary: [String: Int] = [:]
    var map = NameMap<Int>()
    for step in 0..<20_000 {
      let count = Int.random(in: 1...4, using: &generator)
      let name = (0..<count).map { _ in Self.syllables.randomElement(using: &generator) ?? "" }.joined()
      #expect(map[name] == dictionary[name], "\(name)")
      if step % 3 == 0 {
        map.set(name, to: step)
        dictionary[name] = step
      }
    }
    #expect(Set(map.names) == Set(dictionary.keys))
    #expect(map.names.count == dictionary.count)
  }

  @Test func stableNamesAreEqualOnlyByBytes() {
    for value in UInt32(0x20)..<0x11000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let name = "a" + String(scalar)
      guard name.stableHash != nil else { continue }
      // A stable name that others equal in NFC is one that NFC itself gives: no stable scalar decomposes or joins.
      #expect(!scalar.properties.isFullCompositionExclusion, "U+\(String(value, radix: 16))")
      #expect(scalar.properties.canonicalCombiningClass == .notReordered, "U+\(String(value, radix: 16))")
    }
  }
}
