import Synchronization

/// Values by name, where names compare in NFC as `String` does.
///
/// Nearly all names stand in NFC and are found by their bytes; the others go by way of `String`'s own hash, which
/// normalises.
struct NameMap<Value> {
  /// The positions of stable names, by hash; -1 where there is none.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var hashes: [UInt32] = []
  private(set) var names: [String] = []
  private var values: [Value] = []
  /// The positions of names that are not known to be stable.
  private var unstable: [String: Int] = [:]
  /// The positions of all names, where one that is not stable has been looked for among the stable ones.
  private var normalized = NormalizedNames()

  /// Creates an empty map.
  init() {}

  /// The value of `name`.
  subscript(name: String) -> Value? { position(of: name).map { values[$0] } }

  /// Gives `name` a value, in place of the one that it may have.
  mutating func set(_ name: String, to value: Value) {
    if let position = position(of: name) {
      values[position] = value
      return
    }
    let hash = name.stableHash
    if let hash {
      if (names.count + 1) * 2 > slots.count { grow() }
      slots[freeSlot(hash)] = Int32(truncatingIfNeeded: names.count)
    } else {
      unstable[name] = names.count
    }
    hashes.append(hash ?? 0)
    names.append(name)
    values.append(value)
    if !normalized.isEmpty { normalized = NormalizedNames() }
  }

  private func position(of name: String) -> Int? {
    guard let hash = name.stableHash else { return unstable[name] ?? normalized.position(of: name, among: names) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if hashes[position] == hash, names[position] == name { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    return unstable.isEmpty ? nil : unstable[name]
  }

  private func freeSlot(_ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: -1, count: old.count * 2)
    for position in old where position >= 0 {
      slots[freeSlot(hashes[Int(position)])] = position
    }
  }
}

extension NameMap: Sendable where Value: Sendable {}

/// The positions of names by `String`'s own hash, found out when first asked for.
private final class NormalizedNames: Sendable {
  private let positions = Mutex<[String: Int]>([:])

  var isEmpty: Bool { positions.withLock { $0.isEmpty } }

  func position(of name: String, among names: [String]) -> Int? {
    positions.withLock { positions in
      if positions.isEmpty {
        positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      }
      return positions[name]
    }
  }
}
