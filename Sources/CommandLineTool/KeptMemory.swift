import Glibc

/// Lets memory that is freed be used again at once, up to a limit, instead of going back to the system, which would have to
/// make it ready anew for every block of samples.
func keepFreedMemory() {
  // Swift's module of the C library leaves this function out.
  guard let symbol = dlsym(nil, "mallopt") else { return }
  let mallopt = unsafeBitCast(symbol, to: (@convention(c) (_ option: Int32, _ value: Int32) -> Int32).self)
  // The sizes from which memory is taken from the system by itself, and above which it is given back: what the library
  // itself comes to after it has freed the largest blocks for which it moves these limits.
  let (mmapThreshold, trimThreshold): (Int32, Int32) = (-3, -1)
  _ = mallopt(mmapThreshold, 32 << 20)
  _ = mallopt(trimThreshold, 64 << 20)
  // How much is asked for at once: without it, a thread asks for every page of its own.
  let topPad: Int32 = -2
  _ = mallopt(topPad, 64 << 20)
}

/// Keeps `value` for as long as the process lives: to take a large one apart just before the end is time lost.
func keepUntilExit<Value>(_ value: Value) {
  _ = Unmanaged.passRetained(KeptValue(value))
}

private final class KeptValue<Value> {
  let value: Value

  init(_ value: Value) { self.value = value }
}
