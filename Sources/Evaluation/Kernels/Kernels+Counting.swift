extension Kernels {
  /// Returns how many of `bytes` are 0.
  static func zeroCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    typealias Lanes = SIMD32<UInt8>
    let whole = bytes.count & ~(Lanes.scalarCount - 1)
    var (count, place) = (0, 0)
    while place < whole {
      // As many as a lane can count.
      let end = min(whole, place + 255 * Lanes.scalarCount)
      var counts = Lanes.zero
      while place < end {
        let zeros = bytes.loadUnaligned(fromByteOffset: place, as: Lanes.self) .== 0
        counts.replace(with: counts &+ 1, where: zeros)
        place += Lanes.scalarCount
      }
      for lane in counts.indices { count += Int(counts[lane]) }
    }
    return count + bytes[whole...].count { $0 == 0 }
  }
}
