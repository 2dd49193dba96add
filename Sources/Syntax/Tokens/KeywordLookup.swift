/// Finds keywords by the bytes of a word, full-width twins folded, without making a string of it.
struct KeywordLookup: Sendable {
  /// A keyword whose words the lookup has found by hash.
  struct Candidate: Sendable {
    /// The keyword.
    let keyword: Keyword
    /// Where its only or its second word stands among the letters.
    fileprivate let letters: Range<Int>
  }

  /// What a word can be.
  private struct Entry: Sendable {
    let hash: UInt64
    var keyword: Candidate?
    /// Whether a keyword of two words begins with it.
    var beginsPair = false
  }

  /// A keyword of two words: the position of the first, and the hash of the second.
  private struct Pair: Sendable {
    let first: Int
    let second: UInt64
    let keyword: Candidate
  }

  /// The lookup over the whole table.
  static let shared = KeywordLookup()

  /// With which bytes the words of keywords begin, by their lengths: a bit for each five low bits of such a byte.
  private var beginnings: [UInt32] = []

  /// The bytes of all words, one behind another.
  private var letters: [UInt8] = []
  private var entries: [Entry] = []
  private var pairs: [Pair] = []
  /// The positions of entries by hash, -1 where there is none; nearly all places are empty, as nearly all words are names.
  private var slots: [Int16] = Array(repeating: -1, count: 2048)

  private init() {
    letters.reserveCapacity(2048)
    entries.reserveCapacity(256)
    for entry in KeywordEntry.table {
      add(entry.english, entry.keyword)
      add(entry.chinese, entry.keyword)
      if let second = entry.secondChinese { add(second, entry.keyword) }
    }
  }

  /// Takes in a spelling, byte by byte: this is done at every start.
  private mutating func add(_ spelling: String, _ keyword: Keyword) {
    var first: WordHash?
    var hash = WordHash()
    var start = letters.count
    for byte in spelling.utf8 {
      if byte == UInt8(ascii: " ") {
        noteBeginning(of: start..<letters.count)
        (first, hash, start) = (hash, WordHash(), letters.count)
      } else {
        hash.add(byte)
        letters.append(byte)
      }
    }
    let candidate = Candidate(keyword: keyword, letters: start..<letters.count)
    if let first {
      let position = add(first)
      entries[position].beginsPair = true
      pairs.append(Pair(first: position, second: hash.value, keyword: candidate))
    } else {
      noteBeginning(of: start..<letters.count)
      let position = add(hash)
      entries[position].keyword = candidate
    }
  }

  private mutating func noteBeginning(of word: Range<Int>) {
    while beginnings.count <= word.count { beginnings.append(0) }
    beginnings[word.count] |= 1 << UInt32(letters[word.lowerBound] & 0x1F)
  }

  /// Returns whether a keyword may be or begin with a word of `count` bytes that begins with `byte`.
  func mayHold(_ count: Int, beginningWith byte: UInt8) -> Bool {
    count < beginnings.count && beginnings[count] >> UInt32(byte & 0x1F) & 1 == 1
  }

  /// Returns the one-word keyword that the word at `position` of the lookup is.
  func keyword(_ position: Int) -> Candidate? { entries[position].keyword }

  /// Returns whether a keyword of two words may begin with the word at `position` of the lookup.
  func mayBeginPair(_ position: Int) -> Bool { entries[position].beginsPair }

  /// Returns the keyword of two words that begins with the word at `position` of the lookup.
  func pair(_ position: Int, _ second: WordHash) -> Candidate? {
    pairs.first { $0.first == position && $0.second == second.value }?.keyword
  }

  /// Returns whether the word of `candidate` is the bytes of `range` of `bytes`, twins folded.
  func spells(_ candidate: Candidate, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let letters = candidate.letters
    if range.count == letters.count {
      var index = 0
      while index < letters.count, bytes[range.lowerBound + index] == self.letters[letters.lowerBound + index] {
        index += 1
      }
      if index == letters.count { return true }
    }
    return foldedText(bytes[range]).utf8.elementsEqual(self.letters[letters])
  }

  /// Returns whether a keyword may be or begin with a word that has `hash`.
  func mayHold(_ hash: WordHash) -> Bool { slots[place(of: hash)] >= 0 }

  /// Returns the position of the word that has `hash`, where a keyword is or begins with one.
  func position(of hash: WordHash) -> Int? {
    var slot = place(of: hash)
    while slots[slot] >= 0 {
      if entries[Int(slots[slot])].hash == hash.value { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func add(_ hash: WordHash) -> Int {
    if let position = position(of: hash) { return position }
    var slot = place(of: hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int16(entries.count)
    entries.append(Entry(hash: hash.value))
    return entries.count - 1
  }

  private func place(of hash: WordHash) -> Int {
    Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
  }
}

/// The FNV-1a hash of a word's folded bytes.
struct WordHash: Sendable {
  /// The hash so far.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the hash of no bytes.
  init() {}

  /// Takes one more byte in.
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
