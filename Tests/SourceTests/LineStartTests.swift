import Source
import TestSupport
import Testing

/// Lines are looked for only as far as they are asked for, in whatever order that is.
@Suite struct LineStartTests {
  @Test func linesAreFoundInAnyOrder() {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<40 {
      let bytes = (0..<Int.random(in: 0...200_000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator) < 8 ? 0x0A : UInt8(ascii: "x")
      }
      let text = SourceText(id: SourceID(0), name: "t.gf", bytes: bytes)
      for _ in 0..<20 {
        let offset = Int.random(in: 0...bytes.count, using: &generator)
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        #expect(text.line(at: Int32(offset)) == line)
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        #expect(text.text(ofLine: line).utf8.elementsEqual(bytes[start..<end]))
      }
      #expect(text.lineStarts.count == bytes.count { $0 == 0x0A } + 1)
    }
  }
}
