/// A flag for each of a growing number of codes, where a scan looks at one for every row.
struct CodeFlags: ~Copyable {
  private var flags: UnsafeMutablePointer<Bool>
  private var capacity: Int

  /// Creates flags, none of which is set.
  init() {
    capacity = 64
    flags = .allocate(capacity: capacity)
    flags.initialize(repeating: false, count: capacity)
  }

  deinit { flags.deallocate() }

  /// Makes room for the flags before `count`.
  mutating func reserve(_ count: Int) {
    if count <= capacity { return }
    let room = max(count, capacity * 4)
    let larger = UnsafeMutablePointer<Bool>.allocate(capacity: room)
    larger.initialize(repeating: false, count: room)
    larger.update(from: flags, count: capacity)
    flags.deallocate()
    (flags, capacity) = (larger, room)
  }

  /// Unsets all flags.
  func removeAll() { flags.update(repeating: false, count: capacity) }

  /// The flag of a code for which room has been made.
  @inline(__always)
  subscript(code: Int) -> Bool {
    get {
      assert(code < capacity)
      return flags[code]
    }
    nonmutating set {
      assert(code < capacity)
      flags[code] = newValue
    }
  }

  /// The flags before `count`.
  func first(_ count: Int) -> [Bool] { (0..<count).map { $0 < capacity && flags[$0] } }
}
