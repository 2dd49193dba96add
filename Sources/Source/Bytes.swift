/// Bytes that are never changed, in memory of their own or in a file that is mapped into it.
package struct Bytes: Sendable {
  private let storage: ByteStorage

  /// Takes `array` as it is.
  package init(_ array: [UInt8]) {
    self.init(capacity: array.count) { buffer in
      _ = buffer.initialize(from: array)
      return array.count
    }
  }

  /// Creates bytes in memory of their own, of which `write` says how many it has written.
  package init(capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    let count = write(memory)
    let address = UInt(bitPattern: memory.baseAddress)
    storage = ByteStorage(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[..<count])) {
      UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  /// Takes the memory of `buffer`, which stays as it is until `release` is called.
  package init(_ buffer: UnsafeBufferPointer<UInt8>, release: @escaping @Sendable () -> Void) {
    storage = ByteStorage(buffer, release)
  }

  private init(_ storage: ByteStorage) {
    self.storage = storage
  }

  /// Returns the bytes from `start` on, without copying them.
  package func from(_ start: Int) -> Bytes {
    precondition(start >= 0 && start <= count)
    if start == 0 { return self }
    let storage = storage
    return Bytes(ByteStorage(UnsafeBufferPointer(rebasing: storage.buffer[start...])) { _ = storage })
  }

  /// The bytes as an array of their own.
  package var array: [UInt8] { withUnsafeBufferPointer { Array($0) } }

  /// Calls `body` with the bytes, which are there as long as it runs.
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(storage.buffer) }
  }
}

extension Bytes: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { storage.buffer.count }

  package subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < storage.buffer.count)
    return storage.buffer[position]
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

extension Bytes: Equatable {
  package static func == (left: Bytes, right: Bytes) -> Bool { left.elementsEqual(right) }
}

/// Memory with what gives it back.
private final class ByteStorage: Sendable {
  nonisolated(unsafe) let buffer: UnsafeBufferPointer<UInt8>
  private let release: @Sendable () -> Void

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ release: @escaping @Sendable () -> Void) {
    self.buffer = buffer
    self.release = release
  }

  deinit { release() }
}
