/// Finds keywords by the bytes of a word, full-width twins folded, without making a string of it.
struct KeywordLookup: Sendable {
  /// A keyword whose words the lookup has found by hash.
  struct Candidate: Sendable {
    /// The keyword.
    let keyword: Keyword
    /// The bytes of its only or its second word.
    let bytes: [UInt8]
  }

  /// What a word can be.
  private struct Entry: Sendable {
    let hash: UInt64
    var keyword: Candidate?
    /// The keywords of two words that begin with it, by the hash of the second.
    var pairs: [(second: UInt64, keyword: Candidate)] = []
  }

  /// The lookup over the whole table.
  static let shared = KeywordLookup()

  /// How many bytes the longest word of a keyword has.
  private(set) var longestWord = 0

  private var entries: [Entry] = []
  /// The positions of entries by hash, -1 where there is none; nearly all places are empty, as nearly all words are names.
  private var slots: [Int16] = Array(repeating: -1, count: 2048)

  private init() {
    for entry in KeywordEntry.table {
      for spelling in entry.spellings {
        let words = spelling.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
        longestWord = max(longestWord, words[0].count)
        let position = add(WordHash(of: words[0]))
        if words.count == 1 {
          entries[position].keyword = Candidate(keyword: entry.keyword, bytes: words[0])
        } else {
          let candidate = Candidate(keyword: entry.keyword, bytes: words[1])
          entries[position].pairs.append((WordHash(of: words[1]).value, candidate))
        }
      }
    }
  }

  /// Returns the one-word keyword that the word at `position` of the lookup is.
  func keyword(_ position: Int) -> Candidate? { entries[position].keyword }

  /// Returns whether a keyword of two words may begin with the word at `position` of the lookup.
  func mayBeginPair(_ position: Int) -> Bool { !entries[position].pairs.isEmpty }

  /// Returns the keyword of two words that begins with the word at `position` of the lookup.
  func pair(_ position: Int, _ second: WordHash) -> Candidate? {
    entries[position].pairs.first { $0.second == second.value }?.keyword
  }

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

  /// Creates the hash of `bytes`.
  init(of bytes: [UInt8]) {
    for byte in bytes { add(byte) }
  }

  /// Takes one more byte in.
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
