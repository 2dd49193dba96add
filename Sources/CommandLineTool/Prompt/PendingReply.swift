import Glibc
import Session
import Synchronization

/// A reply that is being worked out on a thread of its own, and that need not be waited for.
final class PendingReply: Sendable {
  /// What came of it: the reply, and the session after it.
  private let outcome = Mutex<(reply: Reply, exploration: Exploration)?>(nil)
  private let isGivenUp = Atomic(false)

  /// Lets `take` answer with a copy of `exploration`; returns nil where the user does not wait for it, so that the session
  /// stays as it is, and nothing of what is still being computed is ever seen.
  static func wait(
    for take: @escaping @Sendable (inout Exploration) -> Reply, _ exploration: Exploration
  ) -> (reply: Reply, exploration: Exploration)? {
    let pending = PendingReply()
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return pending.work(take, exploration) }
    let (readEnd, writeEnd) = (ends[0], ends[1])
    let isStarted = startThread {
      _ = pending.work(take, exploration)
      // The end of the pipe is what the other thread waits for.
      close(writeEnd)
    }
    defer { close(readEnd) }
    guard isStarted else {
      close(writeEnd)
      return pending.work(take, exploration)
    }
    var watched = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    // A signal that comes just before the thread begins to wait is seen a little later.
    while poll(&watched, 1, 100) <= 0 {
      if Interruption.take() {
        pending.isGivenUp.store(true, ordering: .relaxed)
        return nil
      }
    }
    return pending.outcome.withLock { $0 }
  }

  private func work(
    _ take: (inout Exploration) -> Reply, _ exploration: Exploration
  ) -> (reply: Reply, exploration: Exploration) {
    var own = exploration.givenUp { self.isGivenUp.load(ordering: .relaxed) }
    let reply = take(&own)
    outcome.withLock { $0 = (reply, own) }
    return (reply, own)
  }
}
