import Synchronization

/// A value that is kept once for as long as the process lives: a copy is one word that is never counted, and equal values
/// are at one place.
struct Interned<Value: Hashable & Sendable>: Hashable, @unchecked Sendable {
  private let place: UnsafePointer<Value>

  fileprivate init(keeping value: Value) {
    let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    place.initialize(to: value)
    self.place = UnsafePointer(place)
  }

  /// The value.
  var value: Value { place.pointee }

  static func == (left: Interned, right: Interned) -> Bool { left.place == right.place }

  func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

/// The values of one type that have been interned.
final class InternTable<Value: Hashable & Sendable>: Sendable {
  private let kept = Mutex<[Value: Interned<Value>]>([:])

  /// Returns the one place of `value`.
  func interned(_ value: Value) -> Interned<Value> {
    kept.withLock { kept in
      if let known = kept[value] { return known }
      let new = Interned(keeping: value)
      kept[value] = new
      return new
    }
  }
}
