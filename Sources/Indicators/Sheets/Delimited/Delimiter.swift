import Source

/// What stands between the fields of a text, as its content shows.
struct Delimiter: Hashable {
  /// The byte: a comma, semicolon or tab.
  let byte: UInt8
  /// Where the first record begins, after a line `sep=;`.
  let start: Int

  /// The bytes that can stand between fields, the likeliest first.
  private static let candidates: [UInt8] = [0x2C, 0x09, 0x3B]
  /// How many records are looked at.
  private static let sample = 64

  /// Tells the delimiter of `bytes`: the one that splits most records into the same number of fields, then into more.
  static func detect(_ bytes: Bytes) -> Delimiter {
    if let stated = stated(bytes) { return stated }
    var best = Delimiter(byte: 0x2C, start: 0)
    var bestScore = (records: 0, fields: 0)
    for candidate in candidates {
      let score = score(bytes, candidate)
      if score > bestScore { (best, bestScore) = (Delimiter(byte: candidate, start: 0), score) }
    }
    return best
  }

  /// Returns the delimiter that a first line such as `sep=;` states, as spreadsheets write it.
  private static func stated(_ bytes: Bytes) -> Delimiter? {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), candidates.contains(bytes[4]) else { return nil }
    guard bytes[5] == 0x0A || bytes[5] == 0x0D else { return nil }
    return Delimiter(byte: bytes[4], start: 5)
  }

  private static func score(_ bytes: Bytes, _ candidate: UInt8) -> (records: Int, fields: Int) {
    var scanner = RecordScanner(bytes, delimiter: candidate)
    var records: [Int: Int] = [:]
    for _ in 0..<sample {
      guard scanner.next() else { break }
      if scanner.record.count > 1 { records[scanner.record.count, default: 0] += 1 }
    }
    return records.map { (records: $0.value, fields: $0.key) }.max { $0 < $1 } ?? (0, 0)
  }
}
