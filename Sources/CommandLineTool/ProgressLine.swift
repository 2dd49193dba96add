import Glibc
import Indicators
import Source

/// One line on a terminal that says how far sampling or reading is, written over again and erased at the end.
///
/// It is told from one thread at a time.
final class ProgressLine: @unchecked Sendable {
  /// How long work runs before the line is shown, and how long the line stays as it is, in seconds.
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
    show(done, of: count) { _ in
      let (part, whole) = (groupedDigits(done), groupedDigits(count))
      return Phrase(
        "sampling \(scenario): \(done * 100 / count)% (\(part) of \(whole))",
        "抽样 \(scenario)：\(done * 100 / count)%（\(part)/\(whole)）")
    }
  }

  /// Shows how far the reading of a sheet is, and how fast, and nothing any more when it ends.
  func show(_ reading: ReadingProgress) {
    show(reading.bytes, of: reading.count) { seconds in
      let tenths = reading.bytes * 20 / max(1, reading.count)
      let bar = String(repeating: "█", count: tenths) + String(repeating: "░", count: 20 - tenths)
      let percent = reading.bytes * 100 / max(1, reading.count)
      let (rows, pace) = (groupedDigits(reading.rows), groupedDigits(Int(Double(reading.rows) / seconds)))
      return Phrase(
        "reading \(reading.file) \(bar) \(percent)%, \(rows) rows, \(pace) rows/s",
        "读取 \(reading.file) \(bar) \(percent)%，\(rows) 行，每秒 \(pace) 行")
    }
  }

  /// Shows what `line` says after so many seconds, unless it has just been said or all is done.
  private func show(_ done: Int, of count: Int, _ line: (_ seconds: Double) -> Phrase) {
    guard done < count else { return end() }
    let now = secondsNow()
    let start = begin ?? now
    begin = start
    guard now - start >= Self.delay, !isShown || now - shown >= Self.interval else { return }
    shown = now
    isShown = true
    _ = write("\r\u{1B}[K" + line(now - start)[language], to: STDERR_FILENO)
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
