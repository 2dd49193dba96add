import Glibc

/// Writes `bytes` to the file at `path`, whole or not at all; returns the system's word for why where that fails.
///
/// The bytes go to a new file beside it, which takes its place when all are on the disk, so that neither a full disk nor an
/// interruption leaves half a file. What is no regular file, such as a pipe, is written to as it is.
func writeWhole(_ bytes: [UInt8], to path: String) -> String? {
  // A link stays a link: what it points to is written.
  let target = resolved(path) ?? path
  var status = stat()
  let exists = stat(target, &status) == 0
  if exists, status.st_mode & S_IFMT != S_IFREG {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    defer { close(descriptor) }
    return write(bytes, to: descriptor) ? nil : String(cString: strerror(errno))
  }
  var template = Array("\(target).XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { return String(cString: strerror(errno)) }
  let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~currentMask
  let isWritten = write(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
  let failure = errno
  let isClosed = close(descriptor) == 0
  if isWritten, isClosed, rename(template, target) == 0 { return nil }
  let reason = isWritten ? errno : failure
  unlink(template)
  return String(cString: strerror(reason))
}

/// The permissions that new files of the process do not get.
private var currentMask: mode_t {
  let mask = umask(0)
  umask(mask)
  return mask
}

/// Returns the file that `path` leads to, or nil where there is none yet.
private func resolved(_ path: String) -> String? {
  guard let full = realpath(path, nil) else { return nil }
  defer { free(full) }
  return String(cString: full)
}
