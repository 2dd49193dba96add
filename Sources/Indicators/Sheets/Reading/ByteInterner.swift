/// Numbers distinct byte strings of one text, counting from 0 in order of first appearance.
struct ByteInterner {
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// How many strings there are.
  var count: Int { starts.count }

  /// Returns the number of the string at `range` of `bytes`, and whether it is new.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (id: Int, isNew: Bool) {
    let hash = Self.hash(bytes, range)
    let slot = slot(of: hash, bytes, range)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    let id = starts.count
    slots[slot] = Int32(id)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
    hashes.append(hash)
    if id * 2 >= slots.count { grow() }
    return (id, true)
  }

  /// Returns the number of the string at `range` of `bytes`, if it has one.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let found = slots[slot(of: Self.hash(bytes, range), bytes, range)]
    return found < 0 ? nil : Int(found)
  }

  /// Returns the slot that the string has or would get.
  private func slot(of hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, isEqual(bytes, id, range) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ id: Int, _ range: Range<Int>) -> Bool {
    guard ends[id] - starts[id] == range.count else { return false }
    for offset in stride(from: 0, to: range.count, by: 8) {
      let known = ByteWord(bytes, at: starts[id] + offset).prefix(range.count - offset)
      if known != ByteWord(bytes, at: range.lowerBound + offset).prefix(range.count - offset) { return false }
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(range.count)
    for offset in stride(from: 0, to: range.count, by: 8) {
      let word = ByteWord(bytes, at: range.lowerBound + offset).prefix(range.count - offset)
      hash = (hash ^ hash >> 32 ^ word) &* 0x9E37_79B9_7F4A_7C15
    }
    return hash ^ hash >> 29
  }
}
