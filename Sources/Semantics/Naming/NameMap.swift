import Source
import Synchronization
import Syntax

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

  /// A name with its value.
  struct Entry {
    let name: String
    fileprivate(set) var value: Value
    /// The stable hash of the name; 0 where it has none.
    fileprivate let hash: UInt32

    /// Creates the entry of `name`, whose stable hash is `hash`.
    init(_ name: String, _ hash: UInt32?, _ value: Value) {
      self.name = name
      self.value = value
      self.hash = hash ?? 0
    }
  }

  /// The places of stable names, by hash.
  private var slots = Array(repeating: Slot.empty, count: 64)
  private var entries: [Entry] = []
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
    reserveSlots(count)
  }

  private mutating func reserveSlots(_ count: Int) {
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
    entries.append(Entry(name, hash, value))
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

  /// Returns the values of `names`, in order.
  ///
  /// To look for all of them at once is to wait for memory once instead of for each: names are scattered over the table.
  func values(of names: ArraySlice<NameSyntax>) -> [Value?] {
    let candidates = names.map { candidate($0.stableHash ?? 0) }
    return zip(names, candidates).map { name, candidate in
      if candidate >= 0, entries[Int(candidate)].name == name.text { return entries[Int(candidate)].value }
      return self[name.text, name.stableHash]
    }
  }

  /// Returns the position of the first name that has `hash`; -1 where there is none.
  private func candidate(_ hash: UInt32) -> Int32 {
    var place = Int(hash) & (slots.count - 1)
    while slots[place].position >= 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
    return slots[place].position
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
extension NameMap.Entry: Sendable where Value: Sendable {}

extension NameMap where Value: Sendable {
  /// Adds as many entries as `counts` says of each part, which workers make side by side.
  ///
  /// Returns false, and adds none, where a name has a value already, stands twice, or is not known to be stable.
  mutating func addNew(
    _ counts: [Int], _ workers: Workers,
    _ make: @escaping @Sendable (_ part: Int, _ output: inout OutputSpan<Entry>) -> Void
  ) -> Bool {
    guard unstable.isEmpty else { return false }
    let old = entries
    var grown = self
    grown.reserveSlots(counts.reduce(0, +))
    grown.entries = workers.fill([old.count] + counts) { part, output in
      if part > 0 { return make(part - 1, &output) }
      for entry in old { output.append(entry) }
    }
    grown.normalized = NormalizedNames()
    for start in stride(from: old.count, to: grown.entries.count, by: 64) {
      let next = start..<min(start + 64, grown.entries.count)
      grown.lookAhead(at: next)
      for position in next where !grown.place(position) { return false }
    }
    self = grown
    return true
  }

  /// Looks at the places that the entries at `positions` would take, so that memory is waited for once and not for each.
  private func lookAhead(at positions: Range<Int>) {
    var seen: Int32 = 0
    for position in positions { seen |= slots[Int(entries[position].hash) & (slots.count - 1)].position + 1 }
    precondition(seen >= 0, "a place holds a position or none")
  }

  /// Gives the entry at `position` its place among the stable names; returns false where its name cannot be placed or is there.
  private mutating func place(_ position: Int) -> Bool {
    let hash = entries[position].hash
    if hash == 0 { return false }
    var place = Int(hash) & (slots.count - 1)
    while slots[place].position >= 0 {
      if slots[place].hash == hash, entries[Int(slots[place].position)].name == entries[position].name { return false }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Slot(hash: hash, position: Int32(truncatingIfNeeded: position))
    return true
  }
}

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
