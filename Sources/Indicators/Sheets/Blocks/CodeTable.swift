/// The distinct texts of one column, numbered from 0 in order of first appearance.
///
/// Most texts are names or periods of a few bytes, and in most sheets a row has the text that followed that of the row before
/// when it stood there last: the same region again, or the next period.
struct CodeTable: ~Copyable {
  /// Where a text first stands.
  struct Text {
    let start: Int
    let end: Int

    var range: Range<Int> { start..<end }
  }

  /// The texts by number.
  private(set) var texts: [Text] = []
  /// What tells each text from most others: the bytes of one of up to seven, and how many they are; of a longer one a hash.
  private var marks: UnsafeMutablePointer<UInt64>
  /// The text that last followed each.
  private var followers: UnsafeMutablePointer<UInt16>
  /// The numbers of the texts plus 1 by hash; 0 for an empty place.
  private var slots: UnsafeMutablePointer<UInt16>
  /// How many bits of a hash are a place in `slots`; there are twice as many slots as there is room for texts.
  private var bits = 8
  /// The text of the row before.
  private var last = 0

  /// The most texts that are counted on; there is room for a few more.
  static let mostTexts = 30_000
  private static let longMark: UInt64 = 0x8000_0000_0000_0000
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Creates an empty table.
  init() {
    marks = .allocate(capacity: 1 << 7)
    followers = .allocate(capacity: 1 << 7)
    slots = .allocate(capacity: 1 << 8)
    clear()
  }

  deinit {
    marks.deallocate()
    followers.deallocate()
    slots.deallocate()
  }

  private func clear() {
    // No text has this mark: the highest byte of a short one is its length.
    marks.initialize(repeating: Self.longMark - 1, count: 1 << (bits - 1))
    followers.initialize(repeating: 0, count: 1 << (bits - 1))
    slots.initialize(repeating: 0, count: 1 << bits)
  }

  /// Forgets all texts.
  mutating func removeAll() {
    clear()
    texts.removeAll()
    last = 0
  }

  /// Returns the number of the text between `start` and `end`, and whether it is new.
  @inline(__always)
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (code: Int, isNew: Bool) {
    let length = end &- start
    if length < 8 { return short(ByteWord(bytes, at: start).prefix(length), start, length) }
    return long(bytes, start, length)
  }

  /// Returns the number of a text of up to seven bytes, `word`, and whether it is new.
  @inline(__always)
  mutating func short(_ word: UInt64, _ start: Int, _ length: Int) -> (code: Int, isNew: Bool) {
    let mark = word | UInt64(truncatingIfNeeded: length) &<< 56
    let guess = Int(followers[last])
    if marks[guess] == mark {
      last = guess
      return (guess, false)
    }
    return find(mark, start, length, nil)
  }

  /// Returns the number of a text of up to seven bytes, `word`; −1 where it is new.
  @inline(__always)
  mutating func known(_ word: UInt64, _ length: Int) -> Int {
    let mark = word | UInt64(truncatingIfNeeded: length) &<< 56
    let guess = Int(followers[last])
    if marks[guess] == mark {
      last = guess
      return guess
    }
    return known(mark, 0, length, nil)
  }

  /// Returns the number of the text between `start` and `end`; −1 where it is new.
  @inline(__always)
  mutating func known(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let length = end &- start
    if length < 8 { return known(ByteWord(bytes, at: start).prefix(length), length) }
    return known(Self.longMark(bytes, start, length), start, length, bytes)
  }

  @inline(never)
  private mutating func known(
    _ mark: UInt64, _ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>?
  ) -> Int {
    let found = place(of: mark, start, length, bytes).code
    return found < 0 ? found : follow(found)
  }

  /// Returns a hash of a text of eight bytes or more.
  private static func longMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset < length {
      hash = (hash ^ hash &>> 32 ^ ByteWord(bytes, at: start &+ offset).prefix(length &- offset)) &* factor
      offset &+= 8
    }
    return hash | longMark
  }

  private mutating func long(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
  ) -> (code: Int, isNew: Bool) {
    let mark = Self.longMark(bytes, start, length)
    let guess = Int(followers[last])
    if marks[guess] == mark, isEqual(bytes, guess, start, length) {
      last = guess
      return (guess, false)
    }
    return find(mark, start, length, bytes)
  }

  /// Finds a text by its mark; one that has more than seven bytes is compared in `bytes`.
  @inline(never)
  private mutating func find(
    _ mark: UInt64, _ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>?
  ) -> (code: Int, isNew: Bool) {
    let (place, known) = place(of: mark, start, length, bytes)
    if known >= 0 { return (follow(known), false) }
    let code = texts.count
    precondition(code < Int(UInt16.max))
    texts.append(Text(start: start, end: start + length))
    slots[place] = UInt16(code + 1)
    marks[code] = mark
    if code + 1 == 1 << (bits - 1) { grow() }
    return (follow(code), true)
  }

  /// Returns the slot that a text has or would get, and its number; −1 where it is new.
  @inline(__always)
  private func place(
    of mark: UInt64, _ start: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>?
  ) -> (slot: Int, code: Int) {
    var place = slot(of: mark)
    while slots[place] != 0 {
      let code = Int(slots[place]) &- 1
      if marks[code] == mark, bytes.map({ isEqual($0, code, start, length) }) ?? true { return (place, code) }
      place = (place &+ 1) & ((1 &<< bits) &- 1)
    }
    return (place, -1)
  }

  /// Takes note that a text follows that of the row before.
  @inline(__always)
  private mutating func follow(_ code: Int) -> Int {
    followers[last] = UInt16(truncatingIfNeeded: code)
    last = code
    return code
  }

  @inline(__always)
  private func slot(of mark: UInt64) -> Int {
    Int(truncatingIfNeeded: ((mark ^ mark &>> 31) &* Self.factor) &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ code: Int, _ start: Int, _ length: Int) -> Bool {
    let text = texts[code]
    guard text.end - text.start == length else { return false }
    var offset = 0
    while offset < length {
      let left = ByteWord(bytes, at: text.start + offset).prefix(length - offset)
      guard left == ByteWord(bytes, at: start + offset).prefix(length - offset) else { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    let (oldMarks, oldFollowers, count) = (marks, followers, texts.count)
    slots.deallocate()
    bits += 2
    marks = .allocate(capacity: 1 << (bits - 1))
    followers = .allocate(capacity: 1 << (bits - 1))
    slots = .allocate(capacity: 1 << bits)
    clear()
    marks.update(from: oldMarks, count: count)
    followers.update(from: oldFollowers, count: count)
    oldMarks.deallocate()
    oldFollowers.deallocate()
    for code in 0..<count {
      var place = slot(of: marks[code])
      while slots[place] != 0 { place = (place + 1) & ((1 << bits) - 1) }
      slots[place] = UInt16(code + 1)
    }
  }
}
