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
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, firstBrokenUTF8(bytes, workers) == nil) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, false) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4, false) }
    if let wide = bytes.withUnsafeBufferPointer(wideEncoding) { return (wide, 0, false) }
    guard let broken = firstBrokenUTF8(bytes, workers) else { return (.utf8, 0, true) }
    // A few broken places do not make a text of whole UTF-8 characters GB18030; there, hardly any pair fits UTF-8.
    let census = bytes.withUnsafeBufferPointer { UTF8Census($0, around: broken) }
    return (census.whole > 2 * census.broken ? .utf8 : .gb18030, 0, false)
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
