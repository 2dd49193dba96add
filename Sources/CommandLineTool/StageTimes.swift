import Glibc
import Session
import Source
import Synchronization

/// How long each stage of a run has taken.
final class StageTimes: Sendable {
  private struct State {
    var stage: Stage?
    var since = 0.0
    var seconds = Array(repeating: 0.0, count: Stage.allCases.count)

    mutating func leave(at now: Double) {
      if let stage { seconds[stage.rawValue] += now - since }
      since = now
    }
  }

  private let state = Mutex(State())

  /// Notes that `stage` begins, and the one before ends.
  func enter(_ stage: Stage) {
    state.withLock {
      $0.leave(at: secondsNow())
      $0.stage = stage
    }
  }

  /// Returns what `gf run --timing` says at the end: a line for each stage, one for all, and the most memory.
  func report(_ language: Language, threads: Int) -> String {
    let seconds = state.withLock { state in
      state.leave(at: secondsNow())
      return state.seconds
    }
    var lines = Stage.allCases.map { line($0.name[language], seconds[$0.rawValue], language) }
    lines.append(line(Phrase("total", "合计")[language], seconds.reduce(0, +), language))
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    let memory = groupedDigits((Int(usage.ru_maxrss) + 512) / 1024)
    lines.append(
      Phrase(
        "memory at most \(memory) MiB, \(threads) \(threads == 1 ? "thread" : "threads")",
        "内存峰值 \(memory) MiB，\(threads) 个线程")[
          language])
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ name: String, _ seconds: Double, _ language: Language) -> String {
    let width = language == .english ? 10 - name.count : 5 - name.count
    let thousandths = Int((seconds * 1000).rounded())
    let digits = String(thousandths % 1000)
    let number = groupedDigits(thousandths / 1000) + "." + String(repeating: "0", count: 3 - digits.count) + digits
    let blank = language == .english ? " " : "\u{3000}"
    return name + String(repeating: blank, count: max(1, width))
      + String(repeating: " ", count: max(0, 9 - number.count))
      + number + (language == .english ? " s" : " 秒")
  }
}
