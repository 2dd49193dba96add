import Foundation
import Glibc
import Source
import Testing
import Units

@testable import Indicators

/// Reads one text in every encoding.
@Suite struct DecodingTests {
  static let sheet = "2022年主要指标,,\n指标,单位,2022年\n人均生产总值(万元),,\"9\"\n“有礼指数”,分,九十\n𠮷野,\"户\n数\",3\n"

  /// The bytes of `text` in an encoding that libc knows.
  static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = iconv_open(encoding, "UTF-8")
    try #require(Int(bitPattern: converter) != -1)
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let room = output.count
    let left = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        var (sourceLeft, targetLeft) = (input.count, room)
        _ = iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        return sourceLeft == 0 ? targetLeft : room
      }
    }
    return output[..<(room - left)].map { UInt8(bitPattern: $0) }
  }

  @Test(
    arguments: [
      ("UTF-8", []), ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", []), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", []),
      ("UTF-16BE", [0xFE, 0xFF]), ("GB18030", []), ("GB18030", [0x84, 0x31, 0x95, 0x33]),
    ] as [(String, [UInt8])])
  func theSameSheetInEveryEncoding(encoding: String, mark: [UInt8]) throws {
    let bytes = mark + (try Self.encoded(Self.sheet, encoding))
    let (found, names) = read(bytes)
    let (expected, _) = read(Self.sheet)
    #expect(describe(found, names: names) == describe(expected, names: names))
    #expect(Array(found.sheet.bytes) == Array(Self.sheet.utf8))
    #expect(Array(found.sheet.observations.rowStart) == Array(expected.sheet.observations.rowStart))
    #expect(decodeText(Bytes(bytes))?.encoding.rawValue == encoding)
  }

  @Test func gbkIsRead() throws {
    let text = "指标,2022年\n城镇化率(%),77.6\n"
    #expect(try decodeText(Bytes(Self.encoded(text, "GBK")))?.bytes == Bytes(Array(text.utf8)))
  }

  @Test func theWholePlanIsTheSameInGB18030() throws {
    let bytes = Array(try Data(contentsOf: Places.plan.appending(path: "附表3.csv")))
    let text = try #require(String(bytes: bytes, encoding: .utf8))
    let decoded = try #require(decodeText(Bytes(Self.encoded(text, "GB18030"))))
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.replacements.isEmpty)
    #expect(Array(decoded.bytes) == bytes)
  }

  @Test func brokenUTF8IsReplacedAndPlaced() {
    var bytes = Array("指标,2021年,2022年\n人口,1,2\n".utf8)
    bytes += Array("面".utf8) + [0xE9] + Array("积,3".utf8) + [0xFF] + Array(",4\n".utf8)
    let sheet = read(bytes).reading.sheet
    let notes = sheet.notes.filter { $0.kind == .invalidBytes }
    #expect(notes.map(\.place.line) == [3, 3])
    #expect(notes.map(\.place.column) == [1, 2])
    #expect(notes.map(\.place.content) == ["面\u{FFFD}积", "3\u{FFFD}"])
    #expect(sheet.indicators.map(\.name) == ["人口", "面\u{FFFD}积"])
    #expect(Array(sheet.observations.reason) == [.known, .known, .unreadable, .known])
  }

  @Test func theFirstBrokenCharacterIsFound() {
    var generator = SplitMix(seed: 19)
    let characters = ["a", "é", "中", "数", "\u{800}", "\u{D7FF}", "𠮷", ",", "\n"].map { Array($0.utf8) }
    for round in 0..<3_000 {
      var bytes: [UInt8] = []
      let ascii = round % 7 == 0 ? 300 : 0
      for _ in 0..<(5 + generator.next() % 60) { bytes += characters[Int(generator.next() % 9)] }
      bytes += Array(repeating: 0x61, count: ascii)
      for _ in 0..<(generator.next() % 90) { bytes += characters[Int(generator.next() % 9)] }
      // Half of them with a byte that is another one.
      if round % 2 == 0 { bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(generator.next() % 256) }
      var expected: Int?
      bytes.withUnsafeBufferPointer { buffer in
        var offset = 0
        while offset < buffer.count, expected == nil {
          let character = utf8Character(buffer, at: offset)
          if !character.isWhole { expected = offset }
          offset += character.length
        }
      }
      #expect(firstBrokenUTF8(Bytes(bytes), Workers()) == expected)
      #expect((expected == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func pairsOfGB18030AreToldFromOtherCharacters() throws {
    for (text, isPairs) in [("收入,1\n", true), ("abc", true), ("𠮷野,1\n", false), ("收\u{A0}入", false), ("", true)] {
      #expect(try isPairsOfGB18030(Bytes(Self.encoded(text, "GB18030")), Workers()) == isPairs, "\(text)")
    }
    for bytes in [[0xB3], [0xB3, 0x0A], [0xFF, 0x41], [0x80, 0x41], [0xB3, 0x7F], [0xB3, 0xFF]] as [[UInt8]] {
      #expect(!isPairsOfGB18030(Bytes(Array("12345678".utf8) + bytes), Workers()))
    }
  }

  @Test func brokenGB18030IsReplaced() throws {
    var bytes = try Self.encoded("指标,2022年\n城镇化率,77.6\n农村居民人均可支配收入,", "GB18030")
    bytes += [0xFF] + Array("5\n".utf8) + [0xB3]
    let decoded = try #require(decodeText(Bytes(bytes)))
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.replacements.count == 2)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("收入,\u{FFFD}5\n\u{FFFD}"))
  }

  @Test func loneSurrogatesAndOddBytesAreReplaced() {
    let decoded = decodeText(Bytes([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x00, 0xDC, 0x43]))
    #expect(decoded.map { String(decoding: $0.bytes, as: UTF8.self) } == "A\u{FFFD}B\u{FFFD}\u{FFFD}")
  }

  @Test func maximalPartsAreReplacedOnceEach() {
    // Unicode 15, table 3-8: U+FFFD for each maximal part of an ill-formed sequence.
    let bytes: [UInt8] = [0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63, 0x80, 0xBF, 0x64]
    let text = Array("中文字符为多数的一段文字以表明编码".utf8)
    let decoded = decodeText(Bytes(text + bytes))
    #expect(decoded?.encoding == .utf8)
    #expect(
      decoded?.bytes == Bytes(text + Array("a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}d".utf8)))
  }
}
