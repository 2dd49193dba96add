/// Where a quoted field ends (RFC 4180).
struct QuotedField {
  /// Where the text ends, before its closing quote.
  let end: Int
  /// Where what follows begins; blanks may stand between.
  let next: Int
  /// Whether it holds doubled quotes, which stand for one.
  let isEscaped: Bool
  /// How many line breaks it holds.
  let lineBreaks: Int

  /// Finds the end of the field whose quote stands at `start`; nil where that is not closed before a delimiter or the end of a
  /// record.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, delimiter: UInt8) {
    var position = start + 1
    var isEscaped = false
    var lineBreaks = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
          isEscaped = true
          position += 2
          continue
        }
        var next = position + 1
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        guard next == bytes.count || bytes[next] == delimiter || bytes[next] == 0x0A || bytes[next] == 0x0D else {
          return nil
        }
        (end, self.next, self.isEscaped, self.lineBreaks) = (position, next, isEscaped, lineBreaks)
        return
      case 0x0A:
        lineBreaks += 1
      case 0x0D where position + 1 == bytes.count || bytes[position + 1] != 0x0A:
        lineBreaks += 1
      default: break
      }
      position += 1
    }
    return nil
  }
}
