import Source
import TestSupport
import Testing

/// Whether a text is UTF-8 is found out in parts, which must not be seen.
struct EncodingTests {
  @Test func partsAgreeWithTheWhole() {
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("é".utf8), Array("率".utf8), Array("🙂".utf8), [0x80], [0xE7, 0x8E], [0xF0, 0x9F], [0xC0],
    ]
    var generator = SeededGenerator(seed: 5)
    for step in 0..<400 {
      // Every other text has faults in it.
      let choice = step % 2 == 0 ? pieces[..<4] : pieces[...]
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).flatMap { _ in
        choice.randomElement(using: &generator) ?? []
      }
      let text = SourceText(id: SourceID(0), name: "text", bytes: bytes)
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      for size in [1, 2, 3, 7, 100] {
        #expect(text.isUTF8(Workers(count: 2), partSize: size) == isUTF8, "\(bytes) in parts of \(size)")
      }
    }
  }
}
