import Glibc
import Session
import Source

extension Tool {
  /// How long one look at the files is behind another, in microseconds.
  private static let pause: useconds_t = 200_000

  /// Answers the scripts of `arguments`, and again whenever a file that they read changes, until the user ends it.
  func watch(_ arguments: Arguments, _ language: Language) -> Never {
    while true {
      let files = WatchedFiles()
      do throws(UsageProblem) {
        _ = try answer(arguments, language) { path in files.read(path) }
      } catch {
        // A script that is being saved may be away for a moment.
        _ = fail(error, language)
      }
      let count = files.count
      let line = Phrase(
        "watching \(count) \(count == 1 ? "file" : "files"); Ctrl-C ends\n", "正在监视 \(count) 个文件；按 Ctrl-C 结束\n")
      _ = write(line[language].styled(.dim, color: environment.isColored), to: STDERR_FILENO)
      repeat { usleep(Self.pause) } while !files.haveChanged
      // What is still being written is waited for.
      while files.areChanging { usleep(Self.pause) }
    }
  }
}

/// The files that a run has read, as they were then.
///
/// Only the thread of the run uses it; the closure that holds it must be sendable all the same.
private final class WatchedFiles: @unchecked Sendable {
  private var states: [String: FileState] = [:]
  private var seen: [String: FileState] = [:]

  /// How many there are.
  var count: Int { states.count }

  /// Whether any is not as it was when it was read.
  var haveChanged: Bool {
    seen = current
    return seen != states
  }

  /// Whether any is not as it was at the last look.
  var areChanging: Bool {
    let before = seen
    seen = current
    return seen != before
  }

  private var current: [String: FileState] { states.reduce(into: [:]) { $0[$1.key] = FileState($1.key) } }

  /// Reads the file at `path` and remembers how it was before.
  func read(_ path: String) -> Result<Bytes, FileAccess.Failure> {
    if path != "-", states[path] == nil { states[path] = FileState(path) }
    return readFile(path)
  }
}

/// What tells that a file has changed: saving may write to it, or put another in its place.
private struct FileState: Equatable {
  private var inode: UInt64 = 0
  private var size = 0
  private var seconds = 0
  private var nanoseconds = 0

  /// Looks at the file at `path`; one that is not there has no size, time or inode.
  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
