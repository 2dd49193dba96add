import Source
import Synchronization

/// Returns where the first bytes lie that are no character in UTF-8; nil where all are. `workers` share the parts.
func firstBrokenUTF8(_ bytes: Bytes, _ workers: Workers) -> Int? {
  let size = 1 << 20
  let parts = stride(from: 0, to: bytes.count, by: size).map { $0..<min($0 + size, bytes.count) }
  let first = Mutex(Int.max)
  workers.claim(parts.count) { part in
    // What comes after a broken place does not matter any more.
    if first.withLock({ $0 < parts[part].lowerBound }) { return }
    guard let found = bytes.withUnsafeBufferPointer({ firstBrokenUTF8($0, parts[part]) }) else { return }
    first.withLock { $0 = min($0, found) }
  }
  let found = first.withLock { $0 }
  return found < Int.max ? found : nil
}

/// Returns where the first character that begins in `part` is broken, but for the end of one that begins before it.
private func firstBrokenUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
  var offset = beginning(of: part, bytes)
  while offset < part.upperBound {
    offset = passWholeUTF8(bytes, from: offset, until: part.upperBound)
    if offset >= part.upperBound { return nil }
    let character = utf8Character(bytes, at: offset)
    if !character.isWhole { return offset }
    offset += character.length
  }
  return nil
}

/// Returns where the first character begins that is not the end of one before `part`.
private func beginning(of part: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var offset = part.lowerBound
  // The bytes of one character are at most four.
  for start in max(0, offset - 3)..<offset where bytes[start] >= 0xC0 {
    let character = utf8Character(bytes, at: start)
    if start + character.length > offset { offset = start + character.length }
  }
  return offset
}

/// Passes ASCII, and characters of three bytes as most others are; returns where another one begins, or the text is about to end.
private func passWholeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, until end: Int) -> Int {
  guard let base = bytes.baseAddress else { return start }
  let limit = min(end, bytes.count - 64)
  var offset = start
  var blanks = 0
  while offset < limit {
    let high = ByteWord(base + offset).highBits
    if high == 0 {
      offset &+= 8
      blanks &+= 1
      // Long stretches of ASCII go by faster.
      if blanks > 4 { while offset < limit, isASCII(base + offset) { offset &+= 64 } }
      continue
    }
    blanks = 0
    offset &+= high.trailingZeroBitCount &>> 3
    let word = ByteWord(base + offset).bits
    // Two leads have further rules.
    let lead = word & 0xFF
    guard word & 0x00C0_C0F0 == 0x0080_80E0, lead != 0xE0, lead != 0xED else { return offset }
    offset &+= 3
  }
  return offset
}

/// Whether 64 bytes are ASCII.
@inline(__always)
private func isASCII(_ place: UnsafePointer<UInt8>) -> Bool {
  var all: UInt64 = 0
  for word in 0..<8 { all |= ByteWord(place + word &* 8).bits }
  return all & 0x8080_8080_8080_8080 == 0
}

/// How much of a text is whole in UTF-8: characters beyond ASCII, and places that fit no character.
struct UTF8Census {
  /// Characters beyond ASCII.
  private(set) var whole = 0
  /// Maximal parts that are no character.
  private(set) var broken = 0

  /// How far around a broken place characters are counted.
  private static let reach = 1 << 20

  /// Counts the characters of `bytes` around `place`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, around place: Int) {
    let part = max(0, place - Self.reach)..<min(bytes.count, place + Self.reach)
    var offset = beginning(of: part, bytes)
    while offset < part.upperBound {
      let character = utf8Character(bytes, at: offset)
      if bytes[offset] >= 0x80 {
        if character.isWhole { whole += 1 } else { broken += 1 }
      }
      offset += character.length
    }
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
