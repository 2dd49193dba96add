import Synchronization

/// Parts that are handed to those who take them, each to one, who gives it up when it is done with.
package final class HandedParts<Part: Sendable>: Sendable {
  private let parts: Mutex<[Part?]>

  /// Creates what hands out `parts`.
  package init(_ parts: consuming [Part]) { self.parts = Mutex(parts.map { $0 }) }

  /// The part at `position`, which nobody has taken.
  package subscript(position: Int) -> Part {
    guard let part = parts.withLock({ $0[position] }) else { preconditionFailure("a part is read before it is taken") }
    return part
  }

  /// Returns the part at `position`, which nobody has taken.
  package func take(_ position: Int) -> Part {
    guard let part = parts.withLock({ $0[position].take() }) else { preconditionFailure("a part is taken once") }
    return part
  }
}
