import Source
import Synchronization

/// How the bytes of a file spell text.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"

  /// Tells the encoding of `bytes` by their content, with the length of the byte order mark, and whether they are whole in
  /// UTF-8.
  static func detect(_ bytes: Bytes, _ workers: Workers) -> (encoding: TextEncoding, mark: Int, isWhole: Bool) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, UTF8Census(bytes, workers).broken == 0) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, false) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4, false) }
    if let wide = bytes.withUnsafeBufferPointer(wideEncoding) { return (wide, 0, false) }
    let census = UTF8Census(bytes, workers)
    // A few broken places do not make a text of whole UTF-8 characters GB18030; there, hardly any pair fits UTF-8.
    let isUTF8 = census.broken == 0 || census.whole > 2 * census.broken
    return (isUTF8 ? .utf8 : .gb18030, 0, census.broken == 0)
  }

  /// Returns the UTF-16 form that the places of NUL bytes show, if they show one.
  ///
  /// A sheet has delimiters, digits and line breaks, and in UTF-16 every one of these has a NUL on the same side.
  private static func wideEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var even = 0
    var odd = 0
    let sample = min(bytes.count, 1 << 16)
    for offset in 0..<sample where bytes[offset] == 0 {
      if offset & 1 == 0 { even += 1 } else { odd += 1 }
    }
    guard (even + odd) * 20 >= sample, even + odd > 0 else { return nil }
    if odd >= 10 * max(1, even) || (even == 0 && odd >= 2) { return .utf16LittleEndian }
    if even >= 10 * max(1, odd) || (odd == 0 && even >= 2) { return .utf16BigEndian }
    return nil
  }
}

/// How much of a text is whole in UTF-8: characters beyond ASCII, and places that fit no character.
struct UTF8Census {
  /// Characters beyond ASCII.
  private(set) var whole = 0
  /// Maximal parts that are no character.
  private(set) var broken = 0

  /// Counts `bytes` in parts that `workers` share.
  init(_ bytes: Bytes, _ workers: Workers) {
    let size = 1 << 20
    let parts = stride(from: 0, to: bytes.count, by: size).map { $0..<min($0 + size, bytes.count) }
    let counts = Mutex((whole: 0, broken: 0))
    workers.claim(parts.count) { part in
      let census = bytes.withUnsafeBufferPointer { UTF8Census($0, from: parts[part]) }
      counts.withLock { $0 = ($0.whole + census.whole, $0.broken + census.broken) }
    }
    (whole, broken) = counts.withLock { $0 }
  }

  /// Counts the characters of `bytes` that begin in `part`, but for the end of one that begins before it.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, from part: Range<Int>) {
    var offset = part.lowerBound
    // The bytes of one character are at most four.
    for start in max(0, offset - 3)..<offset where bytes[start] >= 0xC0 {
      let character = utf8Character(bytes, at: start)
      if start + character.length > offset { offset = start + character.length }
    }
    while offset < part.upperBound {
      offset = Self.passASCII(bytes, from: offset, until: part.upperBound)
      if offset >= part.upperBound { return }
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let character = utf8Character(bytes, at: offset)
      if character.isWhole { whole += 1 } else { broken += 1 }
      offset += character.length
    }
  }
}

extension UTF8Census {
  /// Returns where, from `offset` on, the next 64 bytes hold one beyond ASCII or are not all there, or `end` is passed.
  private static func passASCII(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, until end: Int) -> Int {
    guard let base = bytes.baseAddress else { return offset }
    var offset = offset
    while offset < end, offset &+ 64 <= bytes.count {
      var all: UInt64 = 0
      for word in 0..<8 { all |= ByteWord(base + (offset &+ word &* 8)).bits }
      if all & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 64
    }
    return offset
  }
}

/// Returns the length of the character at `offset`, or of the part of one that has to be replaced.
func utf8Character(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (length: Int, isWhole: Bool) {
  let lead = bytes[offset]
  if lead < 0x80 { return (1, true) }
  let expected: Int
  var range: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0xC2...0xDF: expected = 2
  case 0xE0: (expected, range) = (3, 0xA0...0xBF)
  case 0xED: (expected, range) = (3, 0x80...0x9F)
  case 0xE1...0xEF: expected = 3
  case 0xF0: (expected, range) = (4, 0x90...0xBF)
  case 0xF4: (expected, range) = (4, 0x80...0x8F)
  case 0xF1...0xF3: expected = 4
  default: return (1, false)
  }
  var length = 1
  while length < expected {
    guard offset + length < bytes.count, range.contains(bytes[offset + length]) else { return (length, false) }
    range = 0x80...0xBF
    length += 1
  }
  return (expected, true)
}
