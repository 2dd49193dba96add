import Source
import TestSupport
import Testing

@testable import Syntax

/// Names, and how far the lexer takes them at a stride.
@Suite struct NameTests {
  @Test func countsNameCharactersAsOneByOne() {
    var generator = SeededGenerator(seed: 5)
    // Those at the edges of what a name may hold, and any others.
    let edges = Array("/09:@AZ[`az{_^".utf8) + [0, 0x7F, 0x80, 0xDF, 0xFF, 0xE1, 0xB0]
    for _ in 0..<50_000 {
      let bytes = (0..<8).map { _ in
        Bool.random(using: &generator)
          ? edges.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0x30...0x7A, using: &generator)
      }
      let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      #expect(countOfNameCharacters(word) == bytes.prefix { $0.continuesName }.count, "\(bytes)")
    }
  }

  @Test func namesOfOneSpellingAreEqual() {
    let range = SourceRange(SourceID(0), 0, 3)
    let joined = NameSyntax(text: "\u{E9}", range: range, isQuoted: false)
    let apart = NameSyntax(text: "e\u{301}", range: range, isQuoted: false)
    #expect(joined == apart)
    #expect(joined.hashValue == apart.hashValue)
    #expect(joined.stableHash == "\u{E9}".stableHash)
    #expect(apart.stableHash == nil)
    #expect(joined != NameSyntax(text: "\u{E9}", range: range, isQuoted: true))
    #expect(NameSyntax(text: "", range: range, isQuoted: true).isQuoted)
  }

  @Test func namesOfStatementsStandSideBySide() throws {
    let parsed = parse(
      source(
        """
        alias a = b * 2 + (c - a)
        alias d = sum(b)
        param p = 1
        target a >= 1 by 2025 owner x
        target a + b >= 1 by 2025
        scenario s { grow: b grows 5% }
        alias e = x.y + b
        """))
    let names = try #require(parsed.script.stretches.first).names
    #expect(names.declarations.map(\.name.text) == ["a", "d", "p", "s", "e"])
    #expect(names.declarations.map(\.mentions) == [0..<3, nil, nil, nil, nil])
    #expect(names.mentioned.map(\.text) == ["b", "c", "a"])
    #expect(names.subjects.map { $0?.text } == ["a", nil])
    #expect(names.attributed == [3])
  }
}
