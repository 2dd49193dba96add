import Glibc
import Session
import Source
import Synchronization

/// Returns the bytes of the file at `path`; `-` is standard input.
///
/// A large file is not read but mapped into memory, where only what is looked at has to be.
func readFile(_ path: String) -> Result<Bytes, FileAccess.Failure> {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    return .failure(errno == ENOENT ? .notFound : .unreadable(String(cString: strerror(errno))))
  }
  defer { if path != "-" { close(descriptor) } }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { return .failure(.unreadable(String(cString: strerror(errno)))) }
  if status.st_mode & S_IFMT == S_IFREG, status.st_size >= leastMappedSize,
    let mapped = MappedFile.map(descriptor, Int(status.st_size))
  {
    return .success(mapped)
  }
  var bytes: [UInt8] = []
  // One byte more than the file says, so that its end is met without growing the array.
  var room = status.st_size > 0 ? Int(status.st_size) + 1 : 65_536
  while true {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat { count = read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
      if count < 0 {
        failure = errno
        count = 0
      }
    }
    if failure != 0 { return .failure(.unreadable(String(cString: strerror(failure)))) }
    if chunk.isEmpty { return .success(Bytes(bytes)) }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    room = 65_536
  }
}

/// The size in bytes from which a file is mapped into memory; copying a smaller one costs less.
private let leastMappedSize = 4 << 20

/// Reads the files that scripts name, in the folders that they may read.
///
/// A script may read below its own folder, below the current one and below those that the command line allows; what a
/// symbolic link points to counts, not where the link lies.
final class AllowedFolders: Sendable {
  private let folders: Mutex<[String]>

  init(scripts: [String], allowed: [String]) {
    var folders = [realPath(".")]
    folders += scripts.map { $0 == "-" ? nil : realPath(folder(of: $0).isEmpty ? "." : folder(of: $0)) }
    folders += allowed.map(realPath)
    self.folders = Mutex(folders.compactMap { $0 })
  }

  /// Returns the access that a session reads by, which reads files by way of `read`.
  func access(_ read: @escaping FileReader) -> FileAccess {
    FileAccess(
      bytes: { path, folder in
        if folder == FileAccess.commandLineFolder || path == "-" { return read(path) }
        let full = path.hasPrefix("/") ? path : folder + path
        guard let real = realPath(full) else { return read(full) }
        return self.allows(real) ? read(real) : .failure(.notAllowed)
      },
      script: { path in
        self.allow(folderOf: path)
        return read(path)
      })
  }

  private func allows(_ real: String) -> Bool {
    folders.withLock { $0.contains { $0 == "/" || real.hasPrefix($0 + "/") } }
  }

  /// Lets the script at `path`, which the user names, read below its own folder.
  private func allow(folderOf path: String) {
    guard let real = realPath(folder(of: path).isEmpty ? "." : folder(of: path)) else { return }
    folders.withLock { if !$0.contains(real) { $0.append(real) } }
  }
}

/// Returns `path` without links, dots and relative parts, or nil where there is nothing.
private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Writes all of `text` to the file open as `descriptor`; returns false where that fails.
func write(_ text: String, to descriptor: Int32) -> Bool {
  var text = text
  return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
}

/// Writes all of `bytes` to the file open as `descriptor`; returns false where that fails.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { write($0, to: descriptor) }
}

private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var start = 0
  while start < bytes.count {
    let written = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
    if written < 0 && errno == EINTR { continue }
    if written <= 0 { return false }
    start += written
  }
  return true
}
