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
  // Texts are counted from 1 in what follows, so that 0, for none, needs no question of its own.
  /// What tells each text from most others: the bytes of one of up to seven, and how many they are; of a longer one a hash.
  private var marks: UnsafeMutablePointer<UInt64>
  /// The text that last followed each.
  private var followers: UnsafeMutablePointer<UInt16>
  /// The texts by hash.
  private var slots: UnsafeMutablePointer<UInt16>
  /// How many bits of a hash are a place in `slots`; there are four times as many slots as there is room for texts.
  private var bits = 9
  /// The text that was looked up last.
  private var last = 0

  /// The most texts that are counted on; there is room for a few more.
  static let mostTexts = 30_000
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The lowest byte of the marks of longer texts, and of a mark that no text has; that of a short one is its length.
  private static let longByte: UInt64 = 0xFF
  static let noMark: UInt64 = 0xFE

  /// Creates an empty table.
  init() {
    marks = .allocate(capacity: 1 << 7)
    followers = .allocate(capacity: 1 << 7)
    slots = .allocate(capacity: 1 << 9)
    clear()
  }

  deinit {
    marks.deallocate()
    followers.deallocate()
    slots.deallocate()
  }

  private func clear() {
    marks.initialize(repeating: Self.noMark, count: 1 << (bits - 2))
    followers.initialize(repeating: 0, count: 1 << (bits - 2))
    slots.initialize(repeating: 0, count: 1 << bits)
  }

  /// Forgets all texts.
  mutating func removeAll() {
    clear()
    texts.removeAll()
    last = 0
  }

  /// The number of the text that was looked up last.
  var current: Int {
    @inline(__always) get { last &- 1 }
  }

  /// Takes the first number as that of every row, of a table whose texts no column has.
  mutating func assumeFirst() { last = 1 }

  /// Returns the number of the text between `start` and `end`, and whether it is new.
  @inline(__always)
  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (code: Int, isNew: Bool) {
    let length = end &- start
    let word = ByteWord(bytes, at: start)
    let isShort = Self.isShort(word, length)
    let mark = isShort ? word.mark(length) : Self.longMark(bytes, start, length)
    let code = isShort ? known(mark) : known(mark, bytes, start, length)
    return code >= 0 ? (code, false) : (add(mark, start, length), true)
  }

  /// Returns the number of the text between `start` and `end`; −1 where it is new.
  @inline(__always)
  mutating func known(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let length = end &- start
    let word = ByteWord(bytes, at: start)
    if Self.isShort(word, length) { return known(word.mark(length)) }
    return known(Self.longMark(bytes, start, length), bytes, start, length)
  }

  /// Returns the number of the short text that `mark` is of; −1 where it is new.
  @inline(__always)
  mutating func known(_ mark: UInt64) -> Int {
    let guess = Int(followers[last])
    if marks[guess] == mark {
      last = guess
      return guess &- 1
    }
    // Most texts lie in the first place that they may have.
    let first = Int(slots[slot(of: mark)])
    return marks[first] == mark ? follow(first) : find(mark)
  }

  /// Whether a text of `length` bytes that begins with `word` is told from others by its bytes: a text over several lines is not,
  /// so that none is taken for it that goes on in the next row.
  @inline(__always)
  private static func isShort(_ word: ByteWord, _ length: Int) -> Bool {
    length < 8 && (length == 0 || !word.hasLineBreak(before: length))
  }

  /// Returns a hash of a text of eight bytes or more.
  @inline(never)
  private static func longMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset < length {
      hash = (hash ^ hash &>> 32 ^ ByteWord(bytes, at: start &+ offset).prefix(length &- offset)) &* factor
      offset &+= 8
    }
    return hash | longByte
  }

  /// Returns the number of a longer text, which is compared in `bytes`; −1 where it is new.
  @inline(never)
  private mutating func known(_ mark: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int {
    let guess = Int(followers[last])
    if marks[guess] == mark, isEqual(bytes, guess, start, length) {
      last = guess
      return guess &- 1
    }
    var place = slot(of: mark)
    while slots[place] != 0 {
      let found = Int(slots[place])
      if marks[found] == mark, isEqual(bytes, found, start, length) { return follow(found) }
      place = next(place)
    }
    return -1
  }

  @inline(never)
  private mutating func find(_ mark: UInt64) -> Int {
    var place = slot(of: mark)
    while slots[place] != 0 {
      let found = Int(slots[place])
      if marks[found] == mark { return follow(found) }
      place = next(place)
    }
    return -1
  }

  /// Adds a text that is not there yet; returns its number.
  @inline(never)
  private mutating func add(_ mark: UInt64, _ start: Int, _ length: Int) -> Int {
    precondition(texts.count < Int(UInt16.max) - 1)
    texts.append(Text(start: start, end: start + length))
    if texts.count == 1 << (bits - 2) { grow() }
    marks[texts.count] = mark
    fillSlot(of: texts.count)
    return follow(texts.count)
  }

  private func fillSlot(of text: Int) {
    var place = slot(of: marks[text])
    while slots[place] != 0 { place = next(place) }
    slots[place] = UInt16(text)
  }

  /// Takes note that a text follows that of the row before; returns its number.
  @inline(__always)
  private mutating func follow(_ text: Int) -> Int {
    followers[last] = UInt16(truncatingIfNeeded: text)
    last = text
    return text &- 1
  }

  @inline(__always)
  private func slot(of mark: UInt64) -> Int {
    Int(truncatingIfNeeded: ((mark ^ mark &>> 31) &* Self.factor) &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  @inline(__always)
  private func next(_ slot: Int) -> Int { (slot &+ 1) & ((1 &<< bits) &- 1) }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ known: Int, _ start: Int, _ length: Int) -> Bool {
    let text = texts[known - 1]
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
    let (oldMarks, oldFollowers, count) = (marks, followers, 1 << (bits - 2))
    slots.deallocate()
    bits += 2
    marks = .allocate(capacity: 1 << (bits - 2))
    followers = .allocate(capacity: 1 << (bits - 2))
    slots = .allocate(capacity: 1 << bits)
    clear()
    marks.update(from: oldMarks, count: count)
    followers.update(from: oldFollowers, count: count)
    oldMarks.deallocate()
    oldFollowers.deallocate()
    for text in 1..<count { fillSlot(of: text) }
  }
}
