import Glibc

/// Memory that holds zeros and costs nothing until it is written.
package final class ZeroedMemory: @unchecked Sendable {
  /// Where it begins.
  package let start: UnsafeMutableRawPointer
  package let size: Int

  /// From how many bytes on memory is the system's own pages; less is sooner zeroed than asked for.
  private static let pagedSize = 64 << 10
  /// From how many bytes on the system is asked for large pages, each of which it makes ready at once.
  private static let largeSize = 4 << 20

  /// Takes `size` bytes, at least one; nil where the system has no more.
  package init?(_ size: Int) {
    if size < Self.pagedSize {
      guard let memory = calloc(max(1, size), 1) else { return nil }
      start = memory
      self.size = max(1, size)
      return
    }
    let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    if size >= Self.largeSize { madvise(pages, size, MADV_HUGEPAGE) }
    start = pages
    self.size = size
  }

  deinit {
    if size < Self.pagedSize { free(start) } else { munmap(start, size) }
  }
}
