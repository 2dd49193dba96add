import Units

extension BlockScanner {
  /// Whether a field ends with `byte`.
  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// Scans a cell that is a number, empty or a mark that has been read before; returns where it ends, or −1 where it is none of
  /// these.
  @inline(__always)
  mutating func scanPlainValue(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ value: Int, isWritten: Bool, _ numbers: inout Int, _ filled: inout Int
  ) -> Int {
    var end: Int
    if isWritten {
      guard let number = PlainNumber(base + place, place, cells.powers) else {
        return scanOddValue(base, place, value, &numbers, &filled)
      }
      cells.set(block, count &+ value, number)
      end = number.end
    } else {
      // What is not kept must be a number all the same, and need not be known.
      let length = PlainNumber.length(base + place)
      if length < 0 { return scanOddValue(base, place, value, &numbers, &filled) }
      block.reasons[count &+ value] = MissingReason.known.rawValue
      end = place &+ length
    }
    numbers &+= 1
    filled &+= 1
    return end
  }

  /// Scans a cell that is quoted, has more digits, or does not begin with a number.
  @inline(never)
  private mutating func scanOddValue(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ value: Int, _ numbers: inout Int, _ filled: inout Int
  ) -> Int {
    let isQuoted = base[place] == 0x22
    guard let number = PlainNumber(bytes, at: isQuoted ? place &+ 1 : place, cells.powers) else {
      return isQuoted ? -1 : scanPlainMark(base, place, value, &filled)
    }
    if isQuoted, base[number.end] != 0x22 { return -1 }
    cells.set(block, count &+ value, number)
    numbers &+= 1
    filled &+= 1
    return isQuoted ? number.end &+ 1 : number.end
  }

  /// Scans a cell without a number.
  private mutating func scanPlainMark(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ value: Int, _ filled: inout Int
  ) -> Int {
    let word = ByteWord(base + place)
    let length = word.firstEnd(delimiters)
    if length == 8 || (length > 0 && cells.isTarget[fields.values[value]]) { return -1 }
    guard isEnd(base[place &+ length]) else { return -1 }
    guard let reason = length == 0 ? .notReported : cells.known(word.mark(length)) else { return -1 }
    cells.setMissing(block, count &+ value, reason)
    if fields.isFilled(word.first), length > 0 { filled &+= 1 }
    return place &+ length
  }

  /// Scans a field before the first value and gives the row its text; returns where it ends, or −1 where that is new.
  @inline(__always)
  mutating func scanLeadingText(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ column: Int, _ run: inout PlainRun, _ filled: inout Int
  ) -> Int {
    let field = fields[column]
    let word = ByteWord(base + place)
    let length = word.firstPlace(of: delimiters)
    guard length < 8, word.first != 0x22, let texts = field.pointee.texts else {
      return scanAnyText(base, place, column, &run, &filled)
    }
    if length == 0 {
      if field.pointee.isNeeded { return -1 }
    } else if filled < 2, fields.isFilled(word.first) {
      filled &+= 1
    }
    let before = texts.pointee.current
    let code = texts.pointee.known(word.mark(length))
    if code < 0 { return -1 }
    if code != before {
      if field.pointee.distinguishes { run.isStale = true }
    } else if run.shared == column {
      run.shared = column &+ 1
    }
    return place &+ length
  }

  /// Scans a field that is no value, whatever its text is, and gives the row that; returns where it ends, or −1 where it is new.
  @inline(never)
  mutating func scanAnyText(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ column: Int, _ run: inout PlainRun, _ filled: inout Int
  ) -> Int {
    let field = fields[column]
    var (start, close, end) = (place, place, place)
    if base[place] == 0x22 {
      close = closingQuote(base, place &+ 1)
      if close < 0 { return -1 }
      (start, end) = (place &+ 1, close &+ 1)
    } else {
      close = fieldEnd(base, place)
      end = close
    }
    guard isEnd(base[end]) else { return -1 }
    let (word, length) = (ByteWord(base + start), close &- start)
    if filled < 2, length > 0, fields.isFilled(word.first) { filled &+= 1 }
    if field.pointee.isNeeded, length == 0 { return -1 }
    guard let texts = field.pointee.texts else {
      // What a status says of its row is known from rows that were read by themselves.
      if field.pointee.role == .status, !cells.isSilent(bytes, start, close) { return -1 }
      if length < 8, field.pointee.mark == word.mark(length), run.shared == column { run.shared = column &+ 1 }
      field.pointee.mark = word.mark(min(7, length))
      return end
    }
    let before = texts.pointee.current
    let code = texts.pointee.known(bytes, start, close)
    if code < 0 { return -1 }
    if code != before {
      if field.pointee.distinguishes { run.isStale = true }
    } else if run.shared == column {
      run.shared = column &+ 1
    }
    return end
  }

  /// Returns where a field ends that begins at `place`.
  @inline(__always)
  private func fieldEnd(_ base: UnsafePointer<UInt8>, _ place: Int) -> Int {
    var end = place
    while true {
      let length = ByteWord(base + end).firstEnd(delimiters)
      end &+= length
      if length < 8 { return end }
    }
  }

  /// Returns where a quoted text on one line ends; −1 where it has further lines.
  @inline(__always)
  private func closingQuote(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    let quotes = ByteWord.repeating(0x22)
    var end = start
    while true {
      let length = ByteWord(base + end).firstEnd(quotes)
      end &+= length
      if length < 8 { return base[end] == 0x22 ? end : -1 }
    }
  }
}
