import Glibc

/// How many bytes of stack a thread may use; memory that is not touched costs nothing.
let stackSize = 512 << 20

/// How many processors the machine has.
var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Calls `work` once for each of `count` threads with large stacks, which deep expressions may need, and returns when all
/// have ended; the caller's thread is the first of them.
func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  var threads: [pthread_t] = []
  for index in 1..<max(1, count) {
    if let thread = thread(PTHREAD_CREATE_JOINABLE, { work(index) }) {
      threads.append(thread)
    } else {
      // Where no thread is to be had, this one does its work.
      work(index)
    }
  }
  work(0)
  for thread in threads { pthread_join(thread, nil) }
}

/// Starts `work` on a thread of its own with a large stack, which takes no signals of the terminal and which nobody waits for;
/// returns false where there is no thread to be had.
func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  let started = thread(PTHREAD_CREATE_DETACHED) {
    leaveSignals()
    work()
  }
  return started != nil
}

/// Returns a thread with a large stack that does `work`, or nil where there is none to be had.
private func thread(_ state: Int, _ work: @escaping @Sendable () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  pthread_attr_setdetachstate(&attributes, Int32(state))
  let share = Unmanaged.passRetained(ThreadWork(work))
  var thread = pthread_t()
  let created = pthread_create(
    &thread, &attributes,
    { pointer in
      guard let pointer else { return nil }
      Unmanaged<ThreadWork>.fromOpaque(pointer).takeRetainedValue().work()
      return nil
    }, share.toOpaque())
  if created == 0 { return thread }
  share.release()
  return nil
}

/// The work of one thread.
private final class ThreadWork: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) {
    self.work = work
  }
}
