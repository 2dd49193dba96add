/// The combinations of members that rows have, in order of first appearance.
struct CombinationTable: ~Copyable {
  /// The combinations that have been added since they were last taken.
  private var added: [SIMD4<UInt16>] = []
  private var slots: UnsafeMutablePointer<UInt64>
  private var count = 0
  private var bits = 8
  private var last = UInt64.max

  /// Four codes are never all of the highest.
  private static let none = UInt64.max

  /// Creates an empty table.
  init() {
    slots = .allocate(capacity: 1 << 8)
    slots.initialize(repeating: Self.none, count: 1 << 8)
  }

  deinit { slots.deallocate() }

  /// Forgets all combinations.
  mutating func removeAll() {
    slots.update(repeating: Self.none, count: 1 << bits)
    (count, last) = (0, Self.none)
    added = []
  }

  /// Adds the members of a row.
  @inline(__always)
  mutating func add(_ members: SIMD4<UInt16>) {
    let word = unsafeBitCast(members, to: UInt64.self)
    if word != last { find(word, members) }
  }

  @inline(never)
  private mutating func find(_ word: UInt64, _ members: SIMD4<UInt16>) {
    last = word
    if insert(word) { added.append(members) }
  }

  private mutating func insert(_ word: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: ((word ^ word &>> 29) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits))
    while slots[place] != Self.none {
      if slots[place] == word { return false }
      place = (place &+ 1) & ((1 &<< bits) &- 1)
    }
    slots[place] = word
    count += 1
    if count * 2 > 1 << bits { grow() }
    return true
  }

  private mutating func grow() {
    let (old, size) = (slots, 1 << bits)
    bits += 2
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Self.none, count: 1 << bits)
    count = 0
    for place in 0..<size where old[place] != Self.none { _ = insert(old[place]) }
    old.deallocate()
  }

  /// Returns the combinations that are new since this was last called.
  mutating func takeAdded() -> [SIMD4<UInt16>] {
    let taken = added
    added = []
    return taken
  }
}
