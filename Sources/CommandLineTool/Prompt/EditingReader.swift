import Glibc
import Session

/// Reads lines that can be edited, completed and gone back to, by way of libedit.
struct EditingReader: LineReader {
  private let libedit: Libedit
  private let history: HistoryFile?

  /// Prepares line editing; what may stand at the cursor comes from `complete`. Nil where there is no libedit.
  init?(history: HistoryFile?, complete: @escaping (_ line: String) -> Completion) {
    // Without a locale of UTF-8, as on a server that names none, every byte of a Chinese character would be one of its own.
    // How numbers are read and written stays as it is.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    guard let libedit = Libedit() else { return nil }
    self.libedit = libedit
    self.history = history
    CompletionCallback.install(in: libedit, complete)
    // Its handlers free and take memory in the middle of anything; a window that changes is looked at with the next line.
    libedit.catchesSignals.pointee = 0
    _ = libedit.initialize()
    for entry in history?.entries ?? [] { _ = libedit.addToHistory(entry) }
  }

  mutating func read(prompt: String) -> LineRead {
    libedit.resizeTerminal()
    guard let read = libedit.readLine(prompt) else {
      if Interruption.take() {
        _ = write("\n", to: STDOUT_FILENO)
        return .givenUp
      }
      return .end
    }
    defer { free(read) }
    return .line(String(cString: read))
  }

  mutating func remember(_ entry: String) {
    // What was entered as several lines comes back as one, which means the same.
    let line = entry.split(separator: "\n").joined(separator: " ")
    _ = libedit.addToHistory(line)
    history?.append(line)
  }
}
