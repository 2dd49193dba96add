import Units

/// What the rows of a run have in common with the row before.
struct PlainRun {
  /// Where the row before begins.
  var start = 0
  /// How many of its leading fields had the texts of the row before it.
  var shared = 0
  /// Whether a text is another one, so that what follows must be found out anew.
  var isStale = true
  /// Whether nothing has been noted yet of what was found out.
  var isNew = true
  /// The code of the row's indicator.
  var key = 0
  /// Whether the row is kept.
  var isKept = true
  /// Whether the indicator has had a number in each value column.
  var hasAllNumbers = false
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
    // So many rows surely have room, whether they are kept or not.
    let room = min((block.capacity &- count) / valueCount, Self.mostLines &- (line &- firstLine))
    var scanned = 0
    while offset < end, scanned < room, let next = scanPlainRow(base, line &- firstLine &+ scanned, &run) {
      offset = next
      scanned &+= 1
    }
    line &+= scanned
    records &+= scanned
  }

  /// Scans one row; returns where the next one begins, or nil where this one is not plain.
  @inline(__always)
  private mutating func scanPlainRow(_ base: UnsafePointer<UInt8>, _ rowLine: Int, _ run: inout PlainRun) -> Int? {
    let start = offset
    var (column, place, filled, numbers) = (0, start, 0, 0)
    if run.shared > 0 {
      let last = fields[run.shared &- 1]
      if ByteWord.areSame(base + run.start, base + start, last.pointee.end &+ 1) {
        (column, place, filled) = (run.shared, start &+ last.pointee.end &+ 1, last.pointee.filled)
      }
    }
    run.start = start
    run.shared = column
    while column < fields.leading {
      let end = scanLeadingText(base, place, column, &run, &filled)
      if end < 0 || base[end] != delimiter { return nil }
      fields[column].pointee.end = end &- start
      fields[column].pointee.filled = filled
      column &+= 1
      place = end &+ 1
    }
    if fields.tellFirst, run.isStale, !renew(&run) { return nil }
    let isWritten = !fields.decideFirst || (run.isStale ? tables.isKept : run.isKept)
    var end: Int
    while true {
      let field = fields[column]
      if field.pointee.role == .value {
        end = scanPlainValue(base, place, field.pointee.value, isWritten: isWritten, &numbers, &filled)
      } else {
        end = scanAnyText(base, place, column, &run, &filled)
      }
      if end < 0 { return nil }
      column &+= 1
      if base[end] != delimiter { break }
      if column == fields.count { return nil }
      place = end &+ 1
    }
    guard column == fields.count, filled > 1, numbers > 0 || !mayBeginNote(base, start) else { return nil }
    if base[end] != 0x0A {
      guard base[end] == 0x0D, base[end &+ 1] == 0x0A else { return nil }
      end &+= 1
    }
    return finishPlainRow(start, rowLine, &run) ? end &+ 1 : nil
  }

  /// Whether a row without numbers may be a line of notes, as it may where its first field is empty.
  private func mayBeginNote(_ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    let first = base[start] == 0x22 ? start + 1 : start
    return base[first] == delimiter || base[first] == 0x22 || !fields.isFilled(base[first])
      || plan.coding.canBeginNote(UnsafeBufferPointer(start: base + first, count: bytes.count - first))
  }

  /// Finds out what the texts of a row mean; returns whether all are known.
  @inline(__always)
  private mutating func renew(_ run: inout PlainRun) -> Bool {
    run.key = tables.knownKey()
    if run.key < 0 { return false }
    run.isKept = tables.isKept
    run.hasAllNumbers = (0..<valueCount).allSatisfy { tables.hasNumber(run.key, $0) }
    (run.isStale, run.isNew) = (false, true)
    return true
  }

  /// Counts the row and writes what its cells have in common; returns false where it has something new.
  @inline(__always)
  private mutating func finishPlainRow(_ start: Int, _ rowLine: Int, _ run: inout PlainRun) -> Bool {
    if run.isStale, !renew(&run) { return false }
    if !run.hasAllNumbers, isFirstNumber(run.key) { return false }
    if run.isNew {
      tables.addCombination()
      if run.isKept {
        block.runs.begin(rows, key: run.key, members: tables.members)
      } else {
        tables.leaveOut(run.key)
      }
      run.isNew = false
    }
    if run.isKept {
      keepPlainRow(start, rowLine)
    } else {
      tables.leaveOutPeriod()
    }
    return true
  }

  /// Whether a number of the row is the first of the indicator in its column.
  @inline(never)
  private func isFirstNumber(_ key: Int) -> Bool {
    (0..<valueCount).contains {
      block.reasons[count &+ $0] == MissingReason.known.rawValue && !tables.hasNumber(key, $0)
    }
  }

  @inline(never)
  private mutating func keepPlainRow(_ start: Int, _ rowLine: Int) {
    block.periodCodes[rows] = UInt16(truncatingIfNeeded: tables.period)
    keep(start, rowLine, nil, isEvent: false)
  }
}
