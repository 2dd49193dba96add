import Session

/// Returns what `work` gives when it runs on a thread with a large stack.
func onLargeStack(_ work: @escaping @Sendable () -> ExitStatus) -> ExitStatus {
  let box = StatusBox()
  onThreads(1) { _ in box.status = work() }
  return box.status
}

/// Carries a status back from a thread; the thread that waits reads it only when the other has ended.
private final class StatusBox: @unchecked Sendable {
  var status = ExitStatus.internalFault
}
