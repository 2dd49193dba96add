/// The counter-based generator Philox4x32-10 of J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
///
/// A draw is a function of its counter and key alone, so draws may be made in any order and on any number of threads.
package enum Philox {
  /// Four words of 32 bits: a counter, or the draw that belongs to it.
  package typealias Block = SIMD4<UInt32>

  /// Returns the draw of `counter` under `key`.
  @inline(__always)
  package static func draw(_ counter: Block, key: SIMD2<UInt32>) -> Block {
    // Words by themselves, not as a vector, are what the processor multiplies fastest.
    var (a, b, c, d) = (counter[0], counter[1], counter[2], counter[3])
    var (x, y) = (key[0], key[1])
    for round in 0..<10 {
      let first = UInt64(0xD251_1F53) &* UInt64(a)
      let second = UInt64(0xCD9E_8D57) &* UInt64(c)
      (a, b) = (UInt32(truncatingIfNeeded: second >> 32) ^ b ^ x, UInt32(truncatingIfNeeded: second))
      (c, d) = (UInt32(truncatingIfNeeded: first >> 32) ^ d ^ y, UInt32(truncatingIfNeeded: first))
      if round < 9 { (x, y) = (x &+ 0x9E37_79B9, y &+ 0xBB67_AE85) }
    }
    return Block(a, b, c, d)
  }
}

/// What sets one draw apart from another.
package struct DrawKey: Hashable, Sendable {
  private let key: SIMD2<UInt32>
  private let place: SIMD2<UInt32>

  /// Creates the key of the draws for the distribution called `name` at `member` under `seed`.
  ///
  /// Names are taken by their bytes in NFC, so an edit elsewhere moves no draw.
  package init(seed: UInt64, name: String, member: String) {
    let mixed = seed &* 0x9E37_79B9_7F4A_7C15 ^ stirredHash(name)
    key = SIMD2(UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed >> 32))
    let spot = stirredHash(member)
    place = SIMD2(UInt32(truncatingIfNeeded: spot), UInt32(truncatingIfNeeded: spot >> 32))
  }

  /// Returns a number above 0 and below 1 for sample `sample` of the period numbered `period`, evenly distributed.
  package func uniform(period: UInt32, sample: UInt32) -> Double {
    let block = Philox.draw(Philox.Block(sample >> 1, period, place[0], place[1]), key: key)
    let pair = sample & 1 == 0 ? (block[0], block[1]) : (block[2], block[3])
    return DrawKey.share(pair.0, pair.1)
  }

  /// Writes those numbers for `count` samples from `sample` on.
  package func fill(_ shares: UnsafeMutablePointer<Double>, period: UInt32, from sample: Int, _ count: Int) {
    var place = 0
    if sample & 1 == 1, count > 0 {
      shares[0] = uniform(period: period, sample: UInt32(truncatingIfNeeded: sample))
      place = 1
    }
    // One draw of four words is two numbers, for two neighbouring samples.
    var pair = UInt32(truncatingIfNeeded: (sample + place) >> 1)
    while place + 1 < count {
      let block = Philox.draw(Philox.Block(pair, period, self.place[0], self.place[1]), key: key)
      shares[place] = DrawKey.share(block[0], block[1])
      shares[place + 1] = DrawKey.share(block[2], block[3])
      place += 2
      pair &+= 1
    }
    if place < count {
      shares[place] = uniform(period: period, sample: UInt32(truncatingIfNeeded: sample + place))
    }
  }

  @inline(__always)
  private static func share(_ high: UInt32, _ low: UInt32) -> Double {
    // Below 2^52 a conversion from a signed number is the same, and the faster one.
    let bits = Int64(high) << 20 | Int64(low >> 12)
    return (Double(bits) + 0.5) * 0x1p-52
  }
}

/// Returns the FNV-1a hash of the text's bytes, stirred so that similar names lie far apart.
private func stirredHash(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
  return hash ^ hash >> 31
}
