import Glibc

/// Does `work`, which ends the process, on a large stack.
///
/// A thread would have one too, but to make it and to wait for it takes a tenth of a short run, and the memory of all but the
/// first thread is slower to come by.
func onLargeStack(_ work: @escaping () -> Never) -> Never {
  if let stack = guardedStack(), let functions = ContextFunctions() {
    workOnLargeStack = work
    // The context holds pointers into itself, and must stay where it is made.
    let context = UnsafeMutablePointer<ucontext_t>.allocate(capacity: 1)
    if functions.get(context) == 0 {
      context.pointee.uc_stack.ss_sp = stack
      context.pointee.uc_stack.ss_size = stackSize
      functions.make(context, { workOnLargeStack?() }, 0)
      _ = functions.enter(context)
    }
  }
  // Where there is no such stack, the one at hand has to do.
  work()
}

/// What the large stack is for; a context's function takes no pointer.
nonisolated(unsafe) private var workOnLargeStack: (() -> Never)?

/// Returns the lowest address of memory for a stack, below which lies a page that stops it from growing further; nil where
/// there is none to be had.
private func guardedStack() -> UnsafeMutableRawPointer? {
  let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
  let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE
  let memory = mmap(nil, stackSize + pageSize, PROT_READ | PROT_WRITE, flags, -1, 0)
  guard let memory, memory != MAP_FAILED, mprotect(memory, pageSize, PROT_NONE) == 0 else { return nil }
  return memory + pageSize
}

/// The C library's functions that change stacks, which Swift's module of it leaves out.
private struct ContextFunctions {
  typealias Context = UnsafeMutablePointer<ucontext_t>

  let get: @convention(c) (Context) -> Int32
  let make: @convention(c) (Context, _ body: @convention(c) () -> Void, _ argumentCount: Int32) -> Void
  let enter: @convention(c) (Context) -> Int32

  init?() {
    guard let get = dlsym(nil, "getcontext"), let make = dlsym(nil, "makecontext"),
      let enter = dlsym(nil, "setcontext")
    else { return nil }
    self.get = unsafeBitCast(get, to: (@convention(c) (Context) -> Int32).self)
    self.make = unsafeBitCast(
      make, to: (@convention(c) (Context, @convention(c) () -> Void, Int32) -> Void).self)
    self.enter = unsafeBitCast(enter, to: (@convention(c) (Context) -> Int32).self)
  }
}
