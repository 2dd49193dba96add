extension Kernels {
  /// Returns how many of `bytes` are 0.
  static func zeroCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    let (ones, lows): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7F7F_7F7F_7F7F_7F7F)
    let whole = bytes.count & ~7
    var (others, place) = (0, 0)
    while place < whole {
      // As many words as each byte of one can count; the sum of all eight must fit the highest, so they are added in pairs first.
      let end = min(whole, place + 255 * 8)
      var counts: UInt64 = 0
      while place < end {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        // The highest bit of each byte that is not 0.
        counts &+= ((((word & lows) &+ lows) | word) &>> 7) & ones
        place &+= 8
      }
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ ((counts &>> 8) & 0x00FF_00FF_00FF_00FF)
      others &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    return whole - others + bytes[whole...].count { $0 == 0 }
  }
}
