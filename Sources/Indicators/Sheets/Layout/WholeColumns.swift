import Source

/// The columns of a whole text, for questions that its first records cannot answer; each question is one pass.
struct WholeColumns {
  /// The text.
  let text: DecodedText
  /// What stands between fields.
  let delimiter: Delimiter

  /// Whether every text of `key` stands beside one text of `column` only, and some of them share one.
  ///
  /// - Complexity: one pass over the text, which ends where a second text of `column` is found.
  func classes(of key: Int, by column: Int, after skipped: Int) -> Bool {
    var keys = ByteInterner()
    var texts = ByteInterner()
    var classOfKey: [Int] = []
    var isOneClass = true
    forEachRecord(after: skipped) { buffer, record in
      let keyRange = record.range(key)
      // A line of notes has no further cells.
      guard column < record.count, !keyRange.isEmpty, !record.range(column).isEmpty else { return true }
      let text = texts.intern(buffer, record.range(column)).id
      let (id, isNew) = keys.intern(buffer, keyRange)
      if isNew { classOfKey.append(text) }
      isOneClass = classOfKey[id] == text
      return isOneClass
    }
    return isOneClass && texts.count > 1 && texts.count < keys.count
  }

  /// The most records that are looked at for which of two columns is the finer one.
  private static let mostRecords = 1 << 20

  /// Returns the finer of two columns: the one of which two texts stand beside the same text of the other; nil where that is not
  /// found, as it is not where one is the code of the other.
  ///
  /// - Complexity: one pass over many records at most, which ends where it is found.
  func finer(_ first: Int, _ second: Int, after skipped: Int) -> Int? {
    var (firsts, seconds) = (ByteInterner(), ByteInterner())
    var (secondOfFirst, firstOfSecond): ([Int], [Int]) = ([], [])
    var finer: Int?
    var records = 0
    forEachRecord(after: skipped) { buffer, record in
      records += 1
      let (range, other) = (record.range(first), record.range(second))
      guard !range.isEmpty, !other.isEmpty else { return records < Self.mostRecords }
      let (id, isNew) = firsts.intern(buffer, range)
      let (otherID, isOtherNew) = seconds.intern(buffer, other)
      if isNew { secondOfFirst.append(otherID) }
      if isOtherNew { firstOfSecond.append(id) }
      if secondOfFirst[id] != otherID { finer = second } else if firstOfSecond[otherID] != id { finer = first }
      return finer == nil && records < Self.mostRecords
    }
    return finer
  }

  /// Returns how long the periods are that the days of `column` stand for: a month each, unless all are the ends or the
  /// beginnings of quarters or years; nil where a month has two days.
  ///
  /// - Complexity: one pass over the text.
  func dayFrequency(_ column: Int, after skipped: Int) -> Frequency? {
    var texts = ByteInterner()
    var days: [Period: Int] = [:]
    var isOneAMonth = true
    forEachRecord(after: skipped) { buffer, record in
      let range = record.range(column)
      guard !range.isEmpty, texts.intern(buffer, range).isNew else { return true }
      guard case .day(let month, let day) = PeriodNotation(text.coding.text(buffer, range, isEscaped: false)) else {
        return true
      }
      isOneAMonth = days.updateValue(day, forKey: month).map { $0 == day } ?? true
      return isOneAMonth
    }
    guard isOneAMonth else { return nil }
    let months = Set(days.keys.map(\.part))
    guard days.count > 1 else { return .month }
    if months == [1] || months == [12] { return .year }
    return months.isSubset(of: [1, 4, 7, 10]) || months.isSubset(of: [3, 6, 9, 12]) ? .quarter : .month
  }

  /// Calls `visit` with each record after the first `skipped`, until it returns false.
  private func forEachRecord(after skipped: Int, _ visit: (UnsafeBufferPointer<UInt8>, Record) -> Bool) {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter.byte, offset: delimiter.start)
    for _ in 0..<skipped where !scanner.next() { return }
    text.bytes.withUnsafeBufferPointer { buffer in
      while scanner.next(), visit(buffer, scanner.record) {}
    }
  }
}
