import Glibc

/// Memory that holds zeros and costs nothing until it is written.
package final class ZeroedMemory: @unchecked Sendable {
  /// Where it begins.
  package let start: UnsafeMutableRawPointer
  package let size: Int

  /// From how many bytes on memory is the system's own pages; less is sooner zeroed than asked for.
  private static let pagedSize = 64 << 10

  /// Takes `size` bytes, at least one; nil where the system has no more.
  ///
  /// The system is not asked for large pages: where machines share memory, those are the first to be given away, and the slowest
  /// to come back.
  package init?(_ size: Int) {
    if size < Self.pagedSize {
      guard let memory = calloc(max(1, size), 1) else { return nil }
      start = memory
      self.size = max(1, size)
      return
    }
    let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    start = pages
    self.size = size
  }

  deinit {
    if size < Self.pagedSize { free(start) } else { munmap(start, size) }
  }
}
