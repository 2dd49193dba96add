import Source
import Syntax
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

  @Test func namesAddedAtOnceAreThoseAddedInTurn() {
    var generator = SeededGenerator(seed: 12)
    for step in 0..<300 {
      var map = NameMap<Int>()
      for value in 0..<step % 4 { map.set("old\(value)", to: -value) }
      // Some rounds have names that stand twice, and some have names that are not stable.
      let stable = Self.syllables.filter { $0.stableHash != nil }
      let syllables = step % 3 == 0 ? Self.syllables : stable
      let names = (0..<step % 50).map { _ in
        (0..<3).map { _ in syllables.randomElement(using: &generator) ?? "" }.joined()
          + (step % 5 == 0 ? "" : "\(generator.next())")
      }
      let half = names.count / 2
      let parts = [Array(names[..<half]), Array(names[half...])]
      let isPlain = names.allSatisfy { $0.stableHash != nil } && Set(names).count == names.count
      let before = map.names
      let areAdded = map.addNew(parts.map(\.count), Workers(count: 2)) { part, output in
        for (position, name) in parts[part].enumerated() {
          output.append(.init(name, name.stableHash, part * half + position))
        }
      }
      #expect(areAdded == isPlain)
      #expect(map.names == (isPlain ? before + names : before))
      for (position, name) in names.enumerated() { #expect(map[name] == (isPlain ? position : nil)) }
      for value in 0..<step % 4 { #expect(map["old\(value)"] == -value) }
    }
  }

  @Test func namesFoundAtOnceAreThoseFoundInTurn() {
    var generator = SeededGenerator(seed: 13)
    var map = NameMap<Int>()
    func name() -> NameSyntax {
      let text = (0..<3).map { _ in Self.syllables.randomElement(using: &generator) ?? "" }.joined()
      return NameSyntax(text: text, range: SourceRange(SourceID(0), 0, 0), isQuoted: false)
    }
    for step in 0..<500 { map.set(name().text, to: step) }
    let asked = (0..<2_000).map { _ in name() }
    #expect(map.values(of: asked[...]) == asked.map { map[$0.text] })
    #expect(map.values(of: asked[7..<9]) == asked[7..<9].map { map[$0.text] })
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
