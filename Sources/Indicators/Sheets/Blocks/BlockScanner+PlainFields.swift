import Units

/// Where a field ended, and with which byte.
struct FieldEnd {
  let offset: Int
  let byte: UInt8
}

extension BlockScanner {
  /// Scans a cell that is a number, empty or a mark that has been read before; nil where it is none of these.
  @inline(__always)
  mutating func scanPlainValue(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ value: Int, isWritten: Bool, _ numbers: inout Int, _ filled: inout Int
  ) -> FieldEnd? {
    let isQuoted = base[place] == 0x22
    let start = isQuoted ? place &+ 1 : place
    var end: Int
    if isWritten {
      guard let number = PlainNumber(bytes, at: start, cells.powers) else {
        return isQuoted ? nil : scanPlainMark(base, place, value, &filled)
      }
      cells.set(block, count &+ value, number)
      end = number.end
    } else {
      // What is not kept must be a number all the same, and need not be known.
      end = PlainNumber.end(bytes, at: start, cells.powers)
      if end < 0 { return isQuoted ? nil : scanPlainMark(base, place, value, &filled) }
      block.reasons[count &+ value] = MissingReason.known.rawValue
    }
    if isQuoted {
      if base[end] != 0x22 { return nil }
      end &+= 1
    }
    numbers &+= 1
    filled &+= 1
    let byte = base[end]
    guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return nil }
    return FieldEnd(offset: end, byte: byte)
  }

  /// Scans a cell without a number.
  private mutating func scanPlainMark(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ value: Int, _ filled: inout Int
  ) -> FieldEnd? {
    let word = ByteWord(base + place)
    let length = word.firstEnd(delimiters)
    if length == 8 || (length > 0 && cells.isTarget[fields.values[value]]) { return nil }
    let byte = base[place &+ length]
    guard byte == delimiter || byte == 0x0A || byte == 0x0D,
      let reason = cells.known(word.prefix(length), length)
    else { return nil }
    cells.setMissing(block, count &+ value, reason)
    if word.isFilled, length > 0 { filled &+= 1 }
    return FieldEnd(offset: place &+ length, byte: byte)
  }

  /// Scans a field that is no value and gives the row its text, unless the text is new.
  @inline(__always)
  mutating func scanPlainText(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ table: Int, _ run: inout PlainRun, _ filled: inout Int
  ) -> FieldEnd? {
    var word = ByteWord(base + place)
    var (start, close, end) = (place, place, place)
    if word.first == 0x22 {
      guard let quote = closingQuote(base, place &+ 1) else { return nil }
      (start, close, end) = (place &+ 1, quote, quote &+ 1)
      word = ByteWord(base + start)
    } else {
      let length = word.firstEnd(delimiters)
      close = length < 8 ? place &+ length : longFieldEnd(base, place &+ 8)
      end = close
    }
    let (byte, length) = (base[end], close &- start)
    guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return nil }
    if length > 0, word.isFilled { filled &+= 1 }
    if table == ScanPlan.statusTable {
      // What a status says of its row is known from rows that were read by themselves.
      if !cells.isSilent(bytes, start, close) { return nil }
    } else if table >= 0 {
      if length == 0, table == ScanPlan.indicatorTable { return nil }
      let code =
        length < 8
        ? tables.known(table, word.prefix(length), length) : tables.known(table, bytes, start, close)
      if code < 0 { return nil }
      if tables.change(table, code) { run.isStale = true }
    }
    return FieldEnd(offset: end, byte: byte)
  }

  /// Returns where a field of eight bytes or more ends.
  @inline(__always)
  private func longFieldEnd(_ base: UnsafePointer<UInt8>, _ place: Int) -> Int {
    var end = place
    while true {
      let length = ByteWord(base + end).firstEnd(delimiters)
      end &+= length
      if length < 8 { return end }
    }
  }

  /// Returns where a quoted text on one line ends; nil where it has further lines.
  @inline(__always)
  private func closingQuote(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int? {
    let quotes = ByteWord.repeating(0x22)
    var end = start
    while true {
      let length = ByteWord(base + end).firstEnd(quotes)
      end &+= length
      if length < 8 { return base[end] == 0x22 ? end : nil }
    }
  }
}
