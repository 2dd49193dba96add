import Glibc

/// Returns the text of `bytes` in GB18030, or nil where the system's libc has no converter for it.
func decodeGB18030(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText? {
  guard let converter = Converter() else { return nil }
  defer { converter.close() }
  var text = DecodedText(encoding: .gb18030)
  text.bytes.reserveCapacity(bytes.count + bytes.count / 2)
  var offset = 0
  while offset < bytes.count {
    // ASCII runs are the same in UTF-8 and need no converter.
    let plain = offset
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    text.bytes.append(contentsOf: bytes[plain..<offset])
    guard offset < bytes.count else { break }
    let read = converter.convert(UnsafeBufferPointer(rebasing: bytes[offset...]), onto: &text.bytes)
    offset += read
    if read == 0 {
      text.appendReplacement()
      offset += 1
    }
  }
  return text
}

/// An open converter of libc from GB18030 to UTF-8, with room for what it writes.
private struct Converter {
  private static let piece = 1 << 14
  private let handle: iconv_t
  private let output: UnsafeMutableBufferPointer<CChar>

  /// Opens the converter, if there is one.
  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
    output = .allocate(capacity: Self.piece * 4)
  }

  func close() {
    iconv_close(handle)
    output.deallocate()
  }

  /// Appends the text of the longest part of `bytes` that fits a piece and is whole; returns how many bytes that is.
  func convert(_ bytes: UnsafeBufferPointer<UInt8>, onto text: inout [UInt8]) -> Int {
    let piece = min(bytes.count, Self.piece)
    var source = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var sourceLeft = piece
    var target = output.baseAddress
    var targetLeft = output.count
    _ = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
    // Forget what a broken character left behind.
    _ = iconv(handle, nil, nil, nil, nil)
    let written = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<(output.count - targetLeft)])
    text.append(contentsOf: written)
    return piece - sourceLeft
  }
}

/// Returns the text of `bytes` in GB18030, which hold whole characters; nil where the system's libc has no converter for it.
package func text(ofGB18030 bytes: [UInt8]) -> String? {
  bytes.withUnsafeBufferPointer { decodeGB18030($0) }.map { String(decoding: $0.bytes, as: UTF8.self) }
}
