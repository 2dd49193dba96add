/// The distinct texts of one column of a block, numbered from 0 in order of first appearance.
///
/// Most texts are names or periods of a few bytes, and in most sheets a row has the text of the row before.
struct CodeTable: ~Copyable {
  /// Where a text first stands.
  struct Text {
    let start: Int
    let end: Int

    var range: Range<Int> { start..<end }
  }

  private struct Entry {
    var first: UInt64
    var hash: UInt64
    /// The number of the text plus 1; 0 for an empty place.
    var number: UInt32
    var length: UInt32
  }

  /// The texts by number.
  private(set) var texts: [Text] = []
  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int
  private var last: (first: UInt64, length: Int, code: Int) = (0, -1, 0)

  /// Creates an empty table.
  init() {
    mask = 255
    entries = .allocate(capacity: 256)
    entries.initialize(repeating: Entry(first: 0, hash: 0, number: 0, length: 0), count: 256)
  }

  deinit { entries.deallocate() }

  /// Forgets all texts.
  mutating func removeAll() {
    entries.update(repeating: Entry(first: 0, hash: 0, number: 0, length: 0), count: mask + 1)
    texts.removeAll(keepingCapacity: true)
    last = (0, -1, 0)
  }

  /// Returns the number of the text between `start` and `end`, and whether it is new.
  @inline(__always)
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (code: Int, isNew: Bool) {
    let length = end &- start
    let first = ByteWord(bytes, at: start).prefix(length)
    if length == last.length, first == last.first, length <= 8 { return (last.code, false) }
    let found = find(bytes, start, length, first)
    if length <= 8 { last = (first, length, found.code) }
    return found
  }

  private mutating func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ first: UInt64
  ) -> (code: Int, isNew: Bool) {
    var hash = (first ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    var offset = 8
    while offset < length {
      hash =
        (hash ^ hash >> 32 ^ ByteWord(bytes, at: start &+ offset).prefix(length &- offset)) &* 0x9E37_79B9_7F4A_7C15
      offset &+= 8
    }
    hash ^= hash >> 29
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].number != 0 {
      let entry = entries[place]
      if entry.hash == hash, entry.first == first, Int(entry.length) == length {
        let code = Int(entry.number) &- 1
        if length <= 8 || isEqual(bytes, texts[code].start, start, length) { return (code, false) }
      }
      place = (place &+ 1) & mask
    }
    let code = texts.count
    texts.append(Text(start: start, end: start + length))
    entries[place] = Entry(
      first: first, hash: hash, number: UInt32(truncatingIfNeeded: code + 1),
      length: UInt32(truncatingIfNeeded: length))
    if texts.count * 2 > mask { grow() }
    return (code, true)
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ second: Int, _ length: Int) -> Bool {
    var offset = 8
    while offset < length {
      let left = ByteWord(bytes, at: first + offset).prefix(length - offset)
      guard left == ByteWord(bytes, at: second + offset).prefix(length - offset) else { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    let (old, count) = (entries, mask + 1)
    mask = count * 4 - 1
    entries = .allocate(capacity: count * 4)
    entries.initialize(repeating: Entry(first: 0, hash: 0, number: 0, length: 0), count: count * 4)
    for place in 0..<count where old[place].number != 0 {
      var target = Int(truncatingIfNeeded: old[place].hash) & mask
      while entries[target].number != 0 { target = (target + 1) & mask }
      entries[target] = old[place]
    }
    old.deallocate()
  }
}
