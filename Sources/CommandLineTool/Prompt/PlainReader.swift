import Glibc

/// Reads lines as the terminal or a file gives them.
struct PlainReader: LineReader {
  /// Whether a prompt is shown, on the standard error stream.
  let showsPrompt: Bool
  private var rest: [UInt8] = []
  private var isAtEnd = false

  init(showsPrompt: Bool) {
    self.showsPrompt = showsPrompt
  }

  mutating func read(prompt: String) -> LineRead {
    if showsPrompt { _ = write(prompt, to: STDERR_FILENO) }
    var scanned = 0
    while true {
      if let end = rest[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = text(rest[..<end])
        rest.removeFirst(end + 1)
        return .line(line)
      }
      scanned = rest.count
      if isAtEnd {
        guard !rest.isEmpty else { return .end }
        defer { rest = [] }
        return .line(text(rest[...]))
      }
      switch fill() {
      case .interrupted:
        rest = []
        return .givenUp
      case .ended: isAtEnd = true
      case .filled: break
      }
    }
  }

  mutating func remember(_ entry: String) {}

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private enum Filling {
    case filled
    case ended
    case interrupted
  }

  /// Takes what can be read at once.
  private mutating func fill() -> Filling {
    let room = 65_536
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = Glibc.read(STDIN_FILENO, buffer.baseAddress, room)
      if count < 0 {
        failure = errno
        count = 0
      }
    }
    if failure == EINTR { return Interruption.take() ? .interrupted : .filled }
    if chunk.isEmpty { return .ended }
    rest += chunk
    return .filled
  }
}
