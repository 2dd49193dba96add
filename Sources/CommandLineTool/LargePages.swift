import Glibc

/// Asks the system for large pages below the objects that the calling thread goes on to make: a long script or sheet makes
/// so many that to make small pages ready one by one, and to find them, would be a quarter of the time.
///
/// The C library takes the first thread's objects from the end of the program's data, and those of any other from stretches
/// that begin at a multiple of their size. Where it did otherwise, the advice would be for nothing and do no harm.
func useLargePages() {
  let pageSize: UInt = 4 << 10
  let stretchSize: UInt = 64 << 20
  // So large a block is cut from the stretch that later ones are cut from.
  guard let block = malloc(1 << 20) else { return }
  let address = UInt(bitPattern: block)
  let endOfData = UInt(bitPattern: sbrk(0))
  let isData = address < endOfData
  let start = address & ~((isData ? pageSize : stretchSize) - 1)
  madvise(UnsafeMutableRawPointer(bitPattern: start), Int(isData ? endOfData - start : stretchSize), MADV_HUGEPAGE)
  free(block)
}
