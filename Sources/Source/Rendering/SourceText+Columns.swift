extension SourceText {
  /// Returns the offsets of line `number`, counted from 1, without its line break; empty where there is no such line.
  func bytes(ofLine number: Int) -> Range<Int> {
    let lineStarts = lineStarts(atLeast: number + 1)
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  /// Returns the offsets of `range` as far as they lie in the text.
  func clamped(_ range: SourceRange) -> Range<Int> {
    let start = min(max(0, Int(range.start)), bytes.count)
    return start..<min(max(start, Int(range.end)), bytes.count)
  }
}

/// Counts columns in scalars from the start of a line, going on from the place asked for last.
struct ColumnCounter {
  private var source: SourceID?
  private var lineStart = 0
  private var offset = 0
  private var scalars = 0

  /// Returns the line and the column of `offset` in `text`, both counted from 1.
  mutating func place(of offset: Int, in text: SourceText) -> (line: Int, column: Int) {
    let line = text.line(at: Int32(clamping: offset))
    let start = text.bytes(ofLine: line).lowerBound
    if source != text.id || lineStart != start || self.offset > offset {
      (source, lineStart, self.offset, scalars) = (text.id, start, start, 0)
    }
    text.bytes[self.offset..<max(self.offset, offset)].withUnsafeBufferPointer { bytes in
      for byte in bytes where byte & 0xC0 != 0x80 { scalars += 1 }
    }
    self.offset = max(self.offset, offset)
    return (line, scalars + 1)
  }
}
