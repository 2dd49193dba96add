extension String {
  /// The hash of the name's bytes where it stands in NFC, so that it is equal only to names of the same bytes; of 31 bits,
  /// and never 0.
  ///
  /// Nil where a character is met that is not known to be the same in NFC: then only `String` itself can compare it.
  package var stableHash: UInt32? {
    var copy = self
    return copy.withUTF8 { $0.stableHash }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The stable hash of the name that the bytes spell; nil where one is not ASCII.
  package var stableHashOfASCII: UInt32? {
    let (hash, isASCII) = hashOfWords
    return isASCII ? hash : nil
  }

  /// The stable hash of the bytes.
  fileprivate var stableHash: UInt32? {
    let (hash, isASCII) = hashOfWords
    // ASCII is stable.
    return isASCII || areStable ? hash : nil
  }

  /// The hash of the bytes, eight of which are taken in at a time, and whether all of them are ASCII.
  private var hashOfWords: (hash: UInt32, isASCII: Bool) {
    let words = UnsafeRawBufferPointer(self)
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var allBits: UInt64 = 0
    var position = 0
    while position + 8 <= count {
      let word = words.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      mix(word, &hash)
      allBits |= word
      position += 8
    }
    var rest: UInt64 = 0
    while position < count {
      rest = rest << 8 | UInt64(self[position])
      position += 1
    }
    mix(rest, &hash)
    allBits |= rest
    return (Swift.max(1, UInt32(truncatingIfNeeded: hash ^ hash >> 32) >> 1), allBits & 0x8080_8080_8080_8080 == 0)
  }

  /// Whether every character is one that NFC leaves alone: those below U+0300, punctuation from U+2010 and U+3001 on, and
  /// the ideographs from U+4E00 to U+9FFF.
  fileprivate var areStable: Bool {
    var position = 0
    while position < count {
      let byte = self[position]
      let next = position + 1 < count ? self[position + 1] : 0
      switch byte {
      case 0..<0x80: position += 1
      case 0xC2..<0xCC: position += 2
      case 0xE2:
        guard next == 0x80, position + 2 < count, self[position + 2] >= 0x90 else { return false }
        position += 3
      case 0xE3:
        guard next == 0x80, position + 2 < count, (0x81...0xA9).contains(self[position + 2]) else { return false }
        position += 3
      case 0xE4:
        guard next >= 0xB8 else { return false }
        position += 3
      case 0xE5...0xE9: position += 3
      default: return false
      }
    }
    return true
  }

  private func mix(_ word: UInt64, _ hash: inout UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    hash = product.high ^ product.low
  }
}
