import Glibc

/// The lines of earlier sessions, in a file that its owner alone can read.
struct HistoryFile {
  /// The most lines that are kept.
  private static let mostEntries = 5_000

  private let path: String
  /// The lines, the oldest first.
  let entries: [String]

  /// Opens the file at `path`, which need not be there; a long one is cut to the latest lines.
  init(path: String) {
    self.path = path
    var lines: [String] = []
    if case .success(let bytes) = readFile(path) {
      lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
    entries = lines.suffix(Self.mostEntries)
    if lines.count > 2 * Self.mostEntries { rewrite() }
  }

  /// Returns the file that `variable` gives: `GF_HISTORY`, else `gf/history` where the system keeps such files; nil where it
  /// is turned off, or there is no such place.
  static func standard(_ variable: (String) -> String?) -> HistoryFile? {
    if let path = variable("GF_HISTORY") { return path.isEmpty ? nil : HistoryFile(path: path) }
    let home = variable("HOME").flatMap { $0.isEmpty ? nil : $0 + "/.local/state" }
    guard let state = variable("XDG_STATE_HOME").flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home else { return nil }
    return HistoryFile(path: state + "/gf/history")
  }

  /// Adds `line`; where that fails, it is forgotten with the session.
  func append(_ line: String) {
    makeFolders()
    guard let descriptor = opened(O_APPEND) else { return }
    _ = write(line + "\n", to: descriptor)
    close(descriptor)
  }

  private func rewrite() {
    guard let descriptor = opened(O_TRUNC) else { return }
    _ = write(entries.map { $0 + "\n" }.joined(), to: descriptor)
    close(descriptor)
  }

  private func opened(_ flags: Int32) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { return nil }
    // A file that others could read is closed to them.
    fchmod(descriptor, 0o600)
    return descriptor
  }

  private func makeFolders() {
    for (index, character) in zip(path.indices, path) where character == "/" && index > path.startIndex {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}
