import Glibc
import Source

/// Files that are mapped into memory.
enum MappedFile {
  /// Maps the first `size` bytes of the file open as `descriptor`; nil where the system cannot.
  static func map(_ descriptor: Int32, _ size: Int) -> Bytes? {
    endIfFilesShrink()
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
    let address = UInt(bitPattern: start)
    return Bytes(UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size)) {
      munmap(UnsafeMutableRawPointer(bitPattern: address), size)
    }
  }

  /// Ends the program with a message where a mapped file has become shorter, for then the system has no bytes to show.
  private static func endIfFilesShrink() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      let message: StaticString =
        "error[file]: a file was cut short by another program while it was being read; run again\n错误：读取过程中文件被其他程序截短，请重新运行\n"
      _ = Glibc.write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(4)
    }
    sigaction(SIGBUS, &action, nil)
  }
}
