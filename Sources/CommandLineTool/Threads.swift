import Glibc

/// How many bytes of stack a thread may use; memory that is not touched costs nothing.
private let stackSize = 512 << 20

/// How many processors the machine has.
var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Calls `work` once for each of `count` threads with large stacks, which deep expressions may need, and returns when all
/// have ended.
func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  var threads: [pthread_t] = []
  for index in 0..<count {
    let share = Unmanaged.passRetained(ThreadShare(work, index))
    var thread = pthread_t()
    let created = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        let share = Unmanaged<ThreadShare>.fromOpaque(pointer).takeRetainedValue()
        share.work(share.index)
        return nil
      }, share.toOpaque())
    if created == 0 {
      threads.append(thread)
    } else {
      // Where no thread is to be had, this one does its work.
      share.release()
      work(index)
    }
  }
  for thread in threads { pthread_join(thread, nil) }
}

/// Starts `work` on a thread of its own with a large stack, which takes no signals of the terminal and which nobody waits for;
/// returns false where there is no thread to be had.
func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let share = Unmanaged.passRetained(
    ThreadShare(
      { _ in
        takeSignals(false)
        work()
      }, 0))
  var thread = pthread_t()
  let created = pthread_create(
    &thread, &attributes,
    { pointer in
      guard let pointer else { return nil }
      let share = Unmanaged<ThreadShare>.fromOpaque(pointer).takeRetainedValue()
      share.work(share.index)
      return nil
    }, share.toOpaque())
  if created != 0 { share.release() }
  return created == 0
}

/// The work of one thread.
private final class ThreadShare: Sendable {
  let work: @Sendable (Int) -> Void
  let index: Int

  init(_ work: @escaping @Sendable (Int) -> Void, _ index: Int) {
    self.work = work
    self.index = index
  }
}
