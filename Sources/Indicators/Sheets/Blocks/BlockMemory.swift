import Source

/// Memory for the columns of many blocks, taken from the system in large pieces.
struct BlockMemory {
  private var piece: ZeroedMemory?
  private var used = 0

  private static let firstSize = 1 << 20
  private static let furtherSize = 16 << 20

  /// Returns where `size` bytes are, and what keeps them.
  mutating func take(_ size: Int) -> (UnsafeMutableRawPointer, owner: AnyObject) {
    // Columns of eight bytes come first.
    let size = (size + 15) & ~15
    if let piece, used + size <= piece.size {
      defer { used += size }
      return (piece.start + used, piece)
    }
    guard let next = ZeroedMemory(max(size, piece == nil ? Self.firstSize : Self.furtherSize)) else {
      let alone = LoneMemory(size)
      return (alone.start, alone)
    }
    (piece, used) = (next, size)
    return (next.start, next)
  }
}

/// Memory for one block, where the system has no more large pieces.
private final class LoneMemory {
  let start: UnsafeMutableRawPointer

  init(_ size: Int) { start = .allocate(byteCount: size, alignment: 16) }

  deinit { start.deallocate() }
}
