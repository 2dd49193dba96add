import Source
import Synchronization

/// Values by name, where names compare in NFC as `String` does.
///
/// Nearly all names stand in NFC and are found by their bytes; the others go by way of `String`'s own hash, which
/// normalises.
struct NameMap<Value> {
  /// A place of the table of stable names, with the hash beside the position so that one look mostly decides.
  private struct Slot {
    let hash: UInt32
    /// The position of the entry; -1 where there is none.
    let position: Int32

    static var empty: Slot { Slot(hash: 0, position: -1) }
  }

  /// The places of stable names, by hash.
  private var slots = Array(repeating: Slot.empty, count: 64)
  private var entries: [(name: String, value: Value)] = []
  /// The positions of names that are not known to be stable.
  private var unstable: [String: Int] = [:]
  /// The positions of all names, where one that is not stable has been looked for among the stable ones.
  private var normalized = NormalizedNames()

  /// Creates an empty map.
  init() {}

  /// The value of `name`.
  subscript(name: String) -> Value? { self[name, name.stableHash] }
  /// The value of `name`, whose stable hash is `hash`.
  subscript(name: String, hash: UInt32?) -> Value? { position(of: name, hash).map { entries[$0].value } }
  /// Returns the position of `name` among the names.
  func index(of name: String) -> Int? { position(of: name, name.stableHash) }

  /// The names, in the order in which they were first given a value.
  var names: [String] { entries.map(\.name) }

  /// Gives `name` a value, in place of the one that it may have.
  mutating func set(_ name: String, to value: Value) {
    let hash = name.stableHash
    if let position = position(of: name, hash) {
      entries[position].value = value
    } else {
      add(name, hash, value)
    }
  }

  /// Gives `name`, whose stable hash is `hash`, a value if it has none, and returns the one that it has.
  mutating func setIfNew(_ name: String, _ hash: UInt32?, to value: Value) -> Value? {
    if let position = position(of: name, hash) { return entries[position].value }
    add(name, hash, value)
    return nil
  }

  /// Makes room for `count` more names.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(entries.count + count)
    var size = slots.count
    while (entries.count + count + 1) * 2 > size { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func add(_ name: String, _ hash: UInt32?, _ value: Value) {
    if let hash {
      if (entries.count + 1) * 2 > slots.count { grow(to: slots.count * 2) }
      slots[freeSlot(hash)] = Slot(hash: hash, position: Int32(truncatingIfNeeded: entries.count))
    } else {
      unstable[name] = entries.count
    }
    entries.append((name, value))
    if !normalized.isEmpty { normalized = NormalizedNames() }
  }

  private func position(of name: String, _ hash: UInt32?) -> Int? {
    guard let hash else {
      return unstable[name] ?? normalized.position(of: name) { entries.map(\.name) }
    }
    var place = Int(hash) & (slots.count - 1)
    while slots[place].position >= 0 {
      let position = Int(slots[place].position)
      if slots[place].hash == hash, entries[position].name == name { return position }
      place = (place + 1) & (slots.count - 1)
    }
    return unstable.isEmpty ? nil : unstable[name]
  }

  private func freeSlot(_ hash: UInt32) -> Int {
    var place = Int(hash) & (slots.count - 1)
    while slots[place].position >= 0 { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot.empty, count: size)
    for slot in old where slot.position >= 0 { slots[freeSlot(slot.hash)] = slot }
  }
}

extension NameMap: Sendable where Value: Sendable {}

/// The positions of names by `String`'s own hash, found out when first asked for.
private final class NormalizedNames: Sendable {
  private let positions = Mutex<[String: Int]>([:])

  var isEmpty: Bool { positions.withLock { $0.isEmpty } }

  func position(of name: String, among names: () -> [String]) -> Int? {
    positions.withLock { positions in
      if positions.isEmpty {
        positions = Dictionary(names().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      }
      return positions[name]
    }
  }
}
