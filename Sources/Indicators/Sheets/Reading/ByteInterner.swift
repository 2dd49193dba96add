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
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, isEqual(bytes, id, range) { return (id, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = starts.count
    slots[slot] = Int32(id)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
    hashes.append(hash)
    if id * 2 >= slots.count { grow() }
    return (id, true)
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ id: Int, _ range: Range<Int>) -> Bool {
    guard ends[id] - starts[id] == range.count else { return false }
    for offset in 0..<range.count where bytes[starts[id] + offset] != bytes[range.lowerBound + offset] { return false }
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
    for offset in range { hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
