extension SourceText {
  /// Returns whether the text is UTF-8 throughout, a long one in parts that `workers` share.
  package func isUTF8(_ workers: Workers, partSize: Int = 256 << 10) -> Bool {
    let ranges = wholeScalars(partSize)
    return !workers.make(ranges.count) { part in isUTF8(ranges[part]) }.contains(false)
  }

  /// Returns the bytes in parts of about `size`, none of which begins within a character of valid text.
  private func wholeScalars(_ size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// Returns whether `range` is UTF-8: what is not ASCII stands in runs, each of which must be.
  private func isUTF8(_ range: Range<Int>) -> Bool {
    var start = endOfASCII(from: range.lowerBound, before: range.upperBound)
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] >= 0x80 { end += 1 }
      if (try? UTF8Span(validating: bytes.span.extracting(start..<end))) == nil { return false }
      start = endOfASCII(from: end, before: range.upperBound)
    }
    return true
  }

  /// Returns where the ASCII that stands from `start` on ends, at the latest at `end`; looks at eight bytes at a time.
  private func endOfASCII(from start: Int, before end: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var offset = start
      while offset + 8 <= end {
        let others =
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & 0x8080_8080_8080_8080
        if others != 0 { return offset + others.trailingZeroBitCount / 8 }
        offset += 8
      }
      while offset < end, bytes[offset] < 0x80 { offset += 1 }
      return offset
    }
  }
}
