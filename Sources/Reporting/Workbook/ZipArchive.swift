/// A ZIP archive of files as they are, all of 1 January 1980, so that the same files give the same bytes.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file; `path` is ASCII.
  mutating func add(_ path: String, _ content: [UInt8]) {
    let start = bytes.count
    let name = Array(path.utf8)
    // Version 2.0, no flags, stored, midnight, 1 January 1980.
    var entry: [UInt8] = []
    for field: UInt16 in [20, 0, 0, 0, 0x21] { entry.append(littleEndian: field) }
    entry.append(littleEndian: CRC32.checksum(content))
    entry.append(littleEndian: UInt32(truncatingIfNeeded: content.count))
    entry.append(littleEndian: UInt32(truncatingIfNeeded: content.count))
    entry.append(littleEndian: UInt16(truncatingIfNeeded: name.count))
    entry.append(littleEndian: UInt16(0))
    bytes.append(littleEndian: UInt32(0x0403_4B50))
    bytes += entry + name + content
    directory.append(littleEndian: UInt32(0x0201_4B50))
    directory.append(littleEndian: UInt16(20))
    directory += entry
    // No comment, the first disk, no attributes.
    for field: UInt16 in [0, 0, 0, 0, 0] { directory.append(littleEndian: field) }
    directory.append(littleEndian: UInt32(truncatingIfNeeded: start))
    directory += name
    count += 1
  }

  /// The bytes of the archive.
  var archive: [UInt8] {
    var result = bytes + directory
    result.append(littleEndian: UInt32(0x0605_4B50))
    for field: UInt16 in [0, 0] { result.append(littleEndian: field) }
    for _ in 0..<2 { result.append(littleEndian: UInt16(truncatingIfNeeded: count)) }
    result.append(littleEndian: UInt32(truncatingIfNeeded: directory.count))
    result.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    result.append(littleEndian: UInt16(0))
    return result
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
