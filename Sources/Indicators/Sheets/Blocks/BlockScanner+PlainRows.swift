import Units

/// What the rows of a run have in common with the row before.
struct PlainRun {
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

  /// Whether a row without numbers may be a line of notes, as it may where its first field is empty.
  private func mayBeginNote(_ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    let first = base[start] == 0x22 ? start + 1 : start
    return base[first] == delimiter || base[first] == 0x22 || !ByteWord.isFilled(base[first])
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
