import Source

/// Walks over the records of a delimited text (RFC 4180), one at a time, in one pass and without copying a field.
///
/// A field is quoted where a quote is its first byte. Lines end with LF, CRLF or CR; quoted fields may hold any of these.
/// A line without a byte is no record.
struct RecordScanner {
  /// The text in UTF-8.
  let bytes: Bytes
  /// What stands between fields: a comma, semicolon or tab.
  let delimiter: UInt8
  /// The record that `next` found.
  private(set) var record = Record()
  /// The lines and columns of quotes that open a field and never close it; they are read as plain characters.
  private(set) var looseQuotes: [(line: Int, column: Int)] = []
  /// Where the record begins.
  private(set) var recordStart = 0
  /// Where what follows it begins.
  private(set) var offset: Int
  /// The line of what follows it.
  private(set) var line: Int

  /// Creates a scanner that stands before the record at `offset`, on `line`.
  init(_ bytes: Bytes, delimiter: UInt8, offset: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.offset = offset
    self.line = line
  }

  /// Reads the next record into `record`; false at the end of the text.
  mutating func next() -> Bool {
    record.removeAll()
    bytes.withUnsafeBufferPointer { buffer in
      skipEmptyLines(buffer)
      record.line = line
      recordStart = offset
      guard offset < buffer.count else { return }
      while readField(buffer) {}
    }
    return record.count > 0
  }

  private mutating func skipEmptyLines(_ buffer: UnsafeBufferPointer<UInt8>) {
    while offset < buffer.count, buffer[offset] == 0x0A || buffer[offset] == 0x0D { passLineBreak(buffer) }
  }

  /// Steps over one LF, CRLF or CR.
  private mutating func passLineBreak(_ buffer: UnsafeBufferPointer<UInt8>) {
    let isPair = buffer[offset] == 0x0D && offset + 1 < buffer.count && buffer[offset + 1] == 0x0A
    offset += isPair ? 2 : 1
    line += 1
  }

  /// Reads a field and what ends it; false where that is the end of the record.
  private mutating func readField(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = offset
    if offset < buffer.count, buffer[offset] == 0x22 {
      if let quoted = QuotedField(buffer, at: offset, delimiter: delimiter) {
        record.append(start + 1, quoted.end, isEscaped: quoted.isEscaped)
        offset = quoted.next
        line += quoted.lineBreaks
        return passEndOfField(buffer)
      }
      looseQuotes.append((line, record.count + 1))
    }
    while offset < buffer.count {
      let byte = buffer[offset]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      offset += 1
    }
    record.append(start, offset, isEscaped: false)
    return passEndOfField(buffer)
  }

  /// Steps over a delimiter (true) or the end of a record (false).
  private mutating func passEndOfField(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < buffer.count else { return false }
    if buffer[offset] == delimiter {
      offset += 1
      return true
    }
    passLineBreak(buffer)
    return false
  }
}
