extension SourceText {
  /// Returns whether the text is UTF-8 throughout, a long one in parts that `workers` share.
  package func isUTF8(_ workers: Workers, partSize: Int = 256 << 10) -> Bool {
    let ranges = wholeScalars(partSize)
    return !workers.make(ranges.count) { part in
      (try? UTF8Span(validating: bytes.span.extracting(ranges[part]))) != nil
    }.contains(false)
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
}
