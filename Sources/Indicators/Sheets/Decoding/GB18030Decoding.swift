import Glibc
import Source
import Synchronization

/// Returns the text of `bytes` in GB18030, or nil where the system's libc has no converter for it.
///
/// Parts end with a line break, which is never a byte of a longer character, so that workers can share them; a first pass
/// counts what each of them comes to.
func decodeGB18030(_ bytes: Bytes, _ workers: Workers = Workers()) -> DecodedText? {
  guard let table = GB18030Table() else { return nil }
  let parts = bytes.withUnsafeBufferPointer { partsEndingWithLines($0, size: 1 << 20) }
  let lengths = Mutex(Array(repeating: 0, count: parts.count))
  workers.claim(parts.count) { part in
    let length = bytes.withUnsafeBufferPointer { GB18030Reader($0, table).read(parts[part], into: nil).length }
    lengths.withLock { $0[part] = length }
  }
  var starts = [0]
  for length in lengths.withLock({ $0 }) { starts.append(starts[starts.count - 1] + length) }
  let replaced = Mutex<[Int]>([])
  let offsets = starts
  var text = DecodedText(encoding: .gb18030)
  text.bytes = Bytes(capacity: starts[parts.count]) { target in
    let address = UInt(bitPattern: target.baseAddress)
    workers.claim(parts.count) { part in
      let target = UnsafeMutablePointer<UInt8>(bitPattern: address + UInt(offsets[part]))
      let found = bytes.withUnsafeBufferPointer {
        GB18030Reader($0, table).read(parts[part], into: target).replacements
      }
      if !found.isEmpty { replaced.withLock { $0 += found.map { $0 + offsets[part] } } }
    }
    return offsets[parts.count]
  }
  text.replacements = replaced.withLock { $0.sorted() }
  return text
}

/// Whether the characters of `bytes` beyond ASCII have two bytes each, all of which GB18030 gives a meaning.
func isPairsOfGB18030(_ bytes: Bytes, _ workers: Workers) -> Bool {
  let parts = bytes.withUnsafeBufferPointer { partsEndingWithLines($0, size: 1 << 20) }
  let isPairs = Mutex(true)
  workers.claim(parts.count) { part in
    let isWhole = bytes.withUnsafeBufferPointer { isPairsOfGB18030($0, parts[part]) }
    if !isWhole { isPairs.withLock { $0 = false } }
  }
  return isPairs.withLock { $0 }
}

private func isPairsOfGB18030(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
  var offset = part.lowerBound
  while offset < part.upperBound {
    let high = ByteWord(bytes, at: offset).highBits
    if high == 0 {
      offset &+= 8
      continue
    }
    offset &+= high.trailingZeroBitCount &>> 3
    if offset >= part.upperBound { return true }
    guard offset &+ 1 < part.upperBound else { return false }
    let (lead, trail) = (bytes[offset], bytes[offset &+ 1])
    guard lead > 0x80, lead < 0xFF, trail >= 0x40, trail != 0x7F, trail < 0xFF else { return false }
    offset &+= 2
  }
  return true
}

/// Returns parts of `bytes` of at least `size` bytes, each of which ends with a line break or the last one.
private func partsEndingWithLines(_ bytes: UnsafeBufferPointer<UInt8>, size: Int) -> [Range<Int>] {
  var parts: [Range<Int>] = []
  var start = 0
  while start < bytes.count {
    var end = min(start + size, bytes.count)
    while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
    parts.append(start..<end)
    start = end
  }
  return parts
}

/// What each character of two bytes is in UTF-8, as the system's converter has it.
private struct GB18030Table: Sendable {
  /// The bytes in UTF-8, the first lowest, and their number above them; 0 where the converter has to be asked.
  private var characters: [UInt32] = Array(repeating: 0, count: 126 * 191)

  /// Asks the converter for every character; nil where there is none.
  init?() {
    guard let converter = Converter(from: .gb18030, to: .utf8) else { return nil }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        let (character, length) = converter.convert([lead, trail])
        guard length > 0, character.count <= 3 else { continue }
        var packed = UInt32(character.count) << 24
        for (place, byte) in character.enumerated() { packed |= UInt32(byte) << UInt32(place * 8) }
        characters[Int(lead - 0x81) * 191 + Int(trail - 0x40)] = packed
      }
    }
  }

  /// Returns the packed character of two bytes.
  @inline(__always)
  subscript(lead: UInt8, trail: UInt8) -> UInt32 {
    lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail <= 0xFE
      ? characters[Int(lead &- 0x81) &* 191 &+ Int(trail &- 0x40)] : 0
  }
}

/// Reads parts of a text in GB18030.
private struct GB18030Reader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table: GB18030Table

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ table: GB18030Table) {
    self.bytes = bytes
    self.table = table
  }

  /// Writes the text of `part` to `target`, where there is one; returns its length, and where replacements stand in it.
  func read(_ part: Range<Int>, into target: UnsafeMutablePointer<UInt8>?) -> (length: Int, replacements: [Int]) {
    var (offset, length) = (part.lowerBound, 0)
    var replacements: [Int] = []
    while offset < part.upperBound {
      if offset &+ 8 <= part.upperBound {
        let word = ByteWord(bytes, at: offset)
        if !word.hasHigh {
          if let target {
            UnsafeMutableRawPointer(target + length).storeBytes(of: word.bits.littleEndian, as: UInt64.self)
          }
          (offset, length) = (offset &+ 8, length &+ 8)
          continue
        }
      }
      if bytes[offset] < 0x80 {
        target?[length] = bytes[offset]
        (offset, length) = (offset &+ 1, length &+ 1)
        continue
      }
      let packed = offset &+ 1 < part.upperBound ? table[bytes[offset], bytes[offset &+ 1]] : 0
      if packed != 0 {
        let count = Int(packed >> 24)
        if let target {
          for place in 0..<count { target[length &+ place] = UInt8(truncatingIfNeeded: packed >> UInt32(place * 8)) }
        }
        (offset, length) = (offset &+ 2, length &+ count)
        continue
      }
      let rare = rareCharacter(at: offset, until: part.upperBound)
      if rare.isReplacement { replacements.append(length) }
      if let target { for (place, byte) in rare.bytes.enumerated() { target[length + place] = byte } }
      (offset, length) = (offset + rare.length, length + rare.bytes.count)
    }
    return (length, replacements)
  }

  /// Returns a character of four bytes, or the replacement of a byte that is no text.
  private func rareCharacter(at offset: Int, until end: Int) -> (bytes: [UInt8], length: Int, isReplacement: Bool) {
    if let converter = Converter(from: .gb18030, to: .utf8) {
      for length in [4, 2, 1] where offset + length <= end {
        let character = converter.convert(bytes[offset..<offset + length])
        if character.length == length { return (character.bytes, length, false) }
      }
    }
    return ([0xEF, 0xBF, 0xBD], 1, true)
  }
}
