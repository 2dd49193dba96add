/// What becomes of each part of some work; each is set by one worker, and all are read when the workers have ended.
final class WorkerResults<Element: Sendable>: @unchecked Sendable {
  private let parts: UnsafeMutableBufferPointer<Element>

  /// Creates room for `count` results, `initial` at first.
  init(_ count: Int, _ initial: Element) {
    parts = .allocate(capacity: count)
    parts.initialize(repeating: initial)
  }

  deinit {
    parts.deinitialize()
    parts.deallocate()
  }

  /// Sets the result of `part`.
  func set(_ part: Int, _ result: Element) { parts[part] = result }

  /// The result of `part`, for the worker that has it.
  subscript(part: Int) -> Element { parts[part] }

  /// The results, in the order of the parts.
  var all: [Element] { Array(parts) }
}
