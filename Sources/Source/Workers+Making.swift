import Synchronization

extension Workers {
  /// Returns what `make` makes of each of `parts` parts, in their order; whoever is free takes the next.
  ///
  /// Each worker begins with a state of its own, which is only there to be used again: no result may depend on it.
  package func make<State, Result: Sendable>(
    _ parts: Int, from state: @escaping @Sendable () -> State,
    _ make: @escaping @Sendable (_ part: Int, _ state: inout State) -> Result
  ) -> [Result] {
    let made = MadeParts<Result>(count: parts)
    share(parts) { next in
      var state = state()
      while let part = next() { made.set(part, to: make(part, &state)) }
    }
    return made.all
  }

  /// Returns what `make` makes of each of `parts` parts, in their order; whoever is free takes the next.
  package func make<Result: Sendable>(
    _ parts: Int, _ make: @escaping @Sendable (_ part: Int) -> Result
  ) -> [Result] {
    self.make(parts, from: {}, { part, _ in make(part) })
  }
}

/// Where parts are laid down by those who make them.
private final class MadeParts<Part: Sendable>: Sendable {
  private let parts: Mutex<[Part?]>

  init(count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

  func set(_ position: Int, to part: Part) { parts.withLock { $0[position] = part } }

  /// All parts, each of which has been laid down.
  var all: [Part] { parts.withLock { $0.compactMap { $0 } } }
}
