import Glibc

/// An open converter of libc from one encoding to another, which is closed when it is forgotten.
struct Converter: ~Copyable {
  private let handle: iconv_t

  /// Opens the converter, if the system has it.
  init?(from source: TextEncoding, to target: TextEncoding) {
    guard let handle = iconv_open(target.rawValue, source.rawValue), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Returns what `bytes` are in the other encoding, as far as they are characters, and how many of them are.
  func convert(_ bytes: some Collection<UInt8>) -> (bytes: [UInt8], length: Int) {
    var source = bytes.map { CChar(bitPattern: $0) }
    var left = source.count
    // No character becomes four times as long.
    let capacity = source.count * 4
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      output.withMemoryRebound(to: CChar.self) { output in
        var target = output.baseAddress
        var room = output.count
        source.withUnsafeMutableBufferPointer { input in
          var start = input.baseAddress
          _ = iconv(handle, &start, &left, &target, &room)
          // Forget what a broken character left behind.
          _ = iconv(handle, nil, nil, nil, nil)
        }
        count = capacity - room
      }
    }
    return (text, source.count - left)
  }
}

extension String {
  /// Creates the text of `bytes` in GB18030, which hold whole characters; nil where the system's libc has no converter for it.
  package init?(gb18030 bytes: some Collection<UInt8>) {
    guard let converter = Converter(from: .gb18030, to: .utf8) else { return nil }
    self.init(decoding: converter.convert(bytes).bytes, as: UTF8.self)
  }
}
