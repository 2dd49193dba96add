import Glibc
import Session

/// What Ctrl-C does: it ends the process at once, but for sampling and writing, which it lets come to an end, and but for a
/// session, which goes on.
enum Interruption {
  /// What the process is doing, as far as an interruption is concerned.
  enum Phase: Int32 {
    /// Something that can be broken off.
    case other = 0
    /// Sampling, which ends with what is known so far.
    case sampling
    /// Writing, which is not left half done.
    case writing
  }

  // A signal's handler may read and write no more than whole words like these.
  nonisolated(unsafe) private static var phase: sig_atomic_t = Phase.other.rawValue
  nonisolated(unsafe) private static var count: sig_atomic_t = 0
  nonisolated(unsafe) private static var keepsSession: sig_atomic_t = 0

  /// Whether the user has asked for an end.
  static var isAsked: Bool { count > 0 }

  /// Returns whether the user has asked for an end, and forgets it.
  static func take() -> Bool {
    defer { count = 0 }
    return count > 0
  }

  /// Lets Ctrl-C end no more than what a session is doing from now on: it gives up a line, or an answer.
  static func keepSession() {
    keepsSession = 1
    watch(restarting: false)
  }

  /// Says what the process is doing from now on.
  static func enter(_ next: Phase) { phase = next.rawValue }

  /// Watches for Ctrl-C from now on.
  static func watch() { watch(restarting: true) }

  /// Watches for Ctrl-C; a system call that it breaks into is made again where it is `restarting`.
  private static func watch(restarting: Bool) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interruption.count += 1
      if Interruption.keepsSession != 0 { return }
      if Interruption.count > 1 || Interruption.phase == Phase.other.rawValue {
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
    action.sa_flags = restarting ? SA_RESTART : 0
    sigaction(SIGINT, &action, nil)
    // A program that starts this one from a thread of its own may hand on a mask that keeps the signal out.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }
}
