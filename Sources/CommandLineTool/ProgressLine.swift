import Glibc
import Source

/// One line on a terminal that says how far sampling is, written over again and erased at the end.
///
/// Sampling tells it from one thread at a time.
final class ProgressLine: @unchecked Sendable {
  /// How long sampling runs before the line is shown, and how long the line stays as it is, in seconds.
  private static let (delay, interval) = (0.5, 0.1)

  private let language: Language
  private var begin: Double?
  private var shown = 0.0
  private var isShown = false

  init(_ language: Language) {
    self.language = language
  }

  /// Shows that `done` of `count` samples of `scenario` are computed, and nothing any more when all are.
  func show(_ scenario: String, _ done: Int, _ count: Int) {
    guard done < count else { return end() }
    let now = secondsNow()
    let start = begin ?? now
    begin = start
    guard now - start >= Self.delay, !isShown || now - shown >= Self.interval else { return }
    shown = now
    isShown = true
    let (part, whole) = (groupedDigits(done), groupedDigits(count))
    let line = Phrase(
      "sampling \(scenario): \(done * 100 / count)% (\(part) of \(whole))",
      "抽样 \(scenario)：\(done * 100 / count)%（\(part)/\(whole)）")
    _ = write("\r\u{1B}[K" + line[language], to: STDERR_FILENO)
  }

  private func end() {
    if isShown { _ = write("\r\u{1B}[K", to: STDERR_FILENO) }
    begin = nil
    isShown = false
  }
}

/// Returns the time in seconds since some fixed moment.
func secondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
