import Units

/// What the rows of a run have in common with the row before.
private struct PlainRun {
  /// Where the row before begins.
  var start = 0
  /// How many of its leading fields can be taken over.
  var fields = 0
  /// Whether what follows must be found out anew, since a text is another one.
  var isStale = true
  /// The codes of the row, but for its period.
  var codes = RowCodes(key: 0, period: 0, members: SIMD4())
  /// Whether the row is kept.
  var isKept = true
}

/// Where a field ended, and with which byte.
private struct FieldEnd {
  let offset: Int
  let byte: UInt8
}

extension BlockScanner {
  /// Scans rows up to one that is not plain or has a text that is new.
  ///
  /// Sheets are sorted, so that most rows begin with the bytes of the row before, whose codes they share. Nothing is noted of a
  /// row that turns out to be none of these; the scan stands at its beginning.
  mutating func scanPlainRows(until limit: Int) {
    guard let base = bytes.baseAddress else { return }
    let end = min(limit, lastSafe)
    var run = PlainRun()
    while offset < end, count &+ valueCount <= block.capacity, line &- firstLine < Self.mostLines {
      guard let next = scanPlainRow(base, &run) else { return }
      offset = next
      line &+= 1
      records &+= 1
    }
  }

  /// Scans one row; returns where the next one begins, or nil where this one is not plain.
  @inline(__always)
  private mutating func scanPlainRow(_ base: UnsafePointer<UInt8>, _ run: inout PlainRun) -> Int? {
    let start = offset
    var column = sharedFields(base, &run)
    var place = start
    var (filled, numbers) = (0, 0)
    if column > 0 {
      place = start &+ ends[column &- 1] &+ 1
      filled = filledBefore[column &- 1]
    }
    var next: Int
    while true {
      let value = fields.value(column)
      let end: FieldEnd
      if value >= 0 {
        let isWritten = !decidesFirst || isKept(&run)
        guard let found = scanPlainValue(base, place, value, isWritten: isWritten, &numbers, &filled) else {
          return nil
        }
        end = found
      } else {
        guard let found = scanPlainText(base, place, fields.table(column), &run, &filled) else { return nil }
        end = found
        if column < leadingFields {
          ends[column] = end.offset &- start
          filledBefore[column] = filled
          run.fields = column &+ 1
        }
      }
      next = end.offset &+ 1
      if end.byte == delimiter {
        column &+= 1
        if column == fields.count { return nil }
        place = next
        continue
      }
      if end.byte == 0x0D, base[next] == 0x0A { next &+= 1 } else if end.byte != 0x0A { return nil }
      break
    }
    guard column &+ 1 == fields.count, filled > 1, numbers > 0 || !mayBeginNote(base, start) else { return nil }
    return finishPlainRow(start, numbers, &run) ? next : nil
  }

  /// Returns how many leading fields of the row at hand are those of the row before.
  @inline(__always)
  private func sharedFields(_ base: UnsafePointer<UInt8>, _ run: inout PlainRun) -> Int {
    let (before, now, last) = (base + run.start, base + offset, run.fields)
    run.start = offset
    run.fields = 0
    if last == 0 { return 0 }
    let length = ends[last &- 1]
    var same = 0
    while same <= length {
      let difference = ByteWord(before + same).bits ^ ByteWord(now + same).bits
      if difference != 0 {
        same &+= difference.trailingZeroBitCount &>> 3
        break
      }
      same &+= 8
    }
    var column = 0
    while column < last, ends[column] < same { column &+= 1 }
    run.fields = column
    return column
  }

  /// Whether the row is kept, as far as its indicator has been read.
  @inline(__always)
  private func isKept(_ run: inout PlainRun) -> Bool {
    if run.isStale { run.isKept = tables.isKept }
    return run.isKept
  }

  /// Scans a cell that is a number, empty or a mark that has been read before; nil where it is none of these.
  @inline(__always)
  private mutating func scanPlainValue(
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
  private mutating func scanPlainText(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ table: Int, _ run: inout PlainRun, _ filled: inout Int
  ) -> FieldEnd? {
    var word = ByteWord(base + place)
    var (start, end, byte) = (place, place, delimiter)
    let code: Int
    if word.first == 0x22 {
      start &+= 1
      guard let close = closingQuote(base, start) else { return nil }
      end = close &+ 1
      byte = base[end]
      word = ByteWord(base + start)
      if table >= 0 {
        code = tables.known(table, bytes, start, close)
        if code < 0 { return nil }
      } else {
        code = 0
      }
      if close > start, word.isFilled { filled &+= 1 }
      if close == start, table == ScanPlan.indicatorTable { return nil }
    } else {
      let length = word.firstEnd(delimiters)
      if length < 8 {
        end = place &+ length
        code = table >= 0 ? tables.known(table, word.prefix(length), length) : 0
        if length == 0, table == ScanPlan.indicatorTable { return nil }
        if length > 0, word.isFilled { filled &+= 1 }
      } else {
        end = longFieldEnd(base, place &+ 8)
        code = table >= 0 ? tables.known(table, bytes, place, end) : 0
        if word.isFilled { filled &+= 1 }
      }
      if code < 0 { return nil }
      byte = base[end]
    }
    guard byte == delimiter || byte == 0x0A || byte == 0x0D else { return nil }
    if table == ScanPlan.statusTable {
      // What a status says of its row is known from rows that were read by themselves.
      if !cells.isSilent(bytes, start, word.first == 0x22 ? end &- 1 : end) { return nil }
    } else if table >= 0, tables.change(table, code) {
      run.isStale = true
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

  /// Whether a row without numbers may be a line of notes.
  private func mayBeginNote(_ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    let first = base[start] == 0x22 ? start + 1 : start
    return !ByteWord(base + first).isFilled
      || LineWords.canBeginNote(UnsafeBufferPointer(start: base + first, count: bytes.count - first))
  }

  /// Counts the row and writes what its cells have in common; returns false where it has something new.
  @inline(__always)
  private mutating func finishPlainRow(_ start: Int, _ numbers: Int, _ run: inout PlainRun) -> Bool {
    if run.isStale {
      let key = tables.knownKey()
      if key < 0 { return false }
      run.codes = RowCodes(key: key, period: 0, members: tables.members)
      run.isKept = tables.isKept
    }
    let codes = run.codes
    for value in 0..<valueCount where block.reasons[count &+ value] == MissingReason.known.rawValue {
      if !tables.hasNumber(codes.key, value) { return false }
    }
    if run.isStale {
      tables.addCombination(codes.members)
      run.isStale = false
    }
    let row = RowCodes(key: codes.key, period: tables.period, members: codes.members)
    if run.isKept {
      write(row)
      keep(start, line &- firstLine, nil, isEvent: false)
    } else {
      tables.leaveOut(row)
    }
    return true
  }
}
