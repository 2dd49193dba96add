import Glibc
import Session

/// How many bytes of stack the work may use; memory that is not touched costs nothing.
private let stackSize = 512 << 20

/// Returns what `work` gives when it runs on a thread with a large stack.
func onLargeStack(_ work: @escaping @Sendable () -> ExitStatus) -> ExitStatus {
  let box = WorkBox(work)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  var thread = pthread_t()
  let created = pthread_create(
    &thread, &attributes,
    { pointer in
      guard let pointer else { return nil }
      let box = Unmanaged<WorkBox>.fromOpaque(pointer).takeUnretainedValue()
      box.status = box.work()
      return nil
    }, Unmanaged.passUnretained(box).toOpaque())
  guard created == 0 else { return work() }
  pthread_join(thread, nil)
  return box.status
}

/// Carries work to a thread and its status back; the thread that waits reads it only when the other has ended.
private final class WorkBox: @unchecked Sendable {
  let work: @Sendable () -> ExitStatus
  var status = ExitStatus.internalFault

  init(_ work: @escaping @Sendable () -> ExitStatus) {
    self.work = work
  }
}
