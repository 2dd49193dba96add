/// Finds keywords by the bytes of a word, full-width twins folded, without making a string of it.
struct KeywordLookup: Sendable {
  /// A keyword whose words the lookup has found by hash.
  struct Candidate: Sendable {
    /// The keyword.
    let keyword: Keyword
    /// The bytes of its only or its second word.
    let bytes: [UInt8]
  }

  /// The lookup over the whole table.
  static let shared = KeywordLookup()

  private var single: [UInt64: Candidate] = [:]
  private var pairs: [UInt64: [UInt64: Candidate]] = [:]

  private init() {
    single.reserveCapacity(2 * KeywordEntry.table.count)
    for entry in KeywordEntry.table {
      for spelling in entry.spellings {
        let words = spelling.split(separator: " ").map { Array($0.utf8) }
        if words.count == 1 {
          single[WordHash(of: words[0]).value] = Candidate(keyword: entry.keyword, bytes: words[0])
        } else {
          let candidate = Candidate(keyword: entry.keyword, bytes: words[1])
          pairs[WordHash(of: words[0]).value, default: [:]][WordHash(of: words[1]).value] = candidate
        }
      }
    }
  }

  /// Returns the one-word keyword whose spelling has `hash`.
  func keyword(_ hash: WordHash) -> Candidate? { single[hash.value] }

  /// Returns whether a keyword of two words may begin with the word that has `hash`.
  func mayBeginPair(_ hash: WordHash) -> Bool { pairs[hash.value] != nil }

  /// Returns the keyword of two words with these hashes.
  func pair(_ first: WordHash, _ second: WordHash) -> Candidate? { pairs[first.value]?[second.value] }
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
