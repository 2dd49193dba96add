import Source

/// How the fields of a sheet are spelt in its bytes.
///
/// In GB18030 whatever stands between fields, and what numbers are made of, is never a part of a character of two bytes. So a
/// sheet in it is gone through as it is, and only the few texts that differ are turned into UTF-8.
package enum FieldCoding: Sendable {
  case utf8
  /// GB18030 with characters of one byte and of two alone.
  case gb18030

  /// The characters beyond ASCII that lines of notes begin with, in GB18030.
  private static let noteStarts: Set<SIMD2<UInt8>> = {
    guard let converter = Converter(from: .utf8, to: .gb18030) else { return [] }
    let characters = LineWords.starts.map { converter.convert(Array(String($0).utf8)).bytes }
    return Set(characters.filter { $0.count == 2 }.map { SIMD2($0[0], $0[1]) })
  }()

  /// Returns the text of a field of `bytes`, each doubled quote as one where `isEscaped`.
  package func text(_ bytes: Bytes, _ range: Range<Int>, isEscaped: Bool) -> String {
    bytes.withUnsafeBufferPointer { text($0, range, isEscaped: isEscaped) }
  }

  /// Returns the text of a field of `bytes`, each doubled quote as one where `isEscaped`.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isEscaped: Bool) -> String {
    guard isEscaped else { return text(UnsafeBufferPointer(rebasing: bytes[range])) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      unescaped.append(bytes[offset])
      let isDoubled = bytes[offset] == 0x22 && offset + 1 < range.upperBound && bytes[offset + 1] == 0x22
      offset += isDoubled ? 2 : 1
    }
    return unescaped.withUnsafeBufferPointer { text($0) }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch self {
    case .gb18030 where bytes.contains { $0 >= 0x80 }: String(gb18030: bytes) ?? ""
    case .utf8, .gb18030: String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a text that begins with `byte` surely is no blank: blanks beyond ASCII begin with a few bytes, and hardly any other
  /// text does.
  @inline(__always)
  func isFilled(_ byte: UInt8) -> Bool {
    if byte <= 0x20 { return false }
    switch self {
    case .utf8: return byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF
    case .gb18030: return byte < 0x80 || byte > 0xA1
    }
  }

  /// Whether a text that begins with `bytes` may be a line of notes, as far as its first character tells.
  func canBeginNote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .gb18030 where bytes.count > 1 && bytes[0] >= 0x80: return Self.noteStarts.contains(SIMD2(bytes[0], bytes[1]))
    case .utf8, .gb18030: return LineWords.canBeginNote(bytes)
    }
  }
}
