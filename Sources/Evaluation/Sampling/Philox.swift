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

/// Four draws at once.
///
/// Each word lies in the lower half of 64 bits, so that a product of two fills them; the upper halves hold what is left over.
/// The first and the third word of a draw are neighbours, and so are the second and the fourth.
enum PhiloxLanes {
  typealias Words = SIMD8<UInt64>

  /// How many numbers are made of the draws.
  static let numbers = 8

  /// Returns the draws of the counters that begin with `first`, `first` + 1 and so on and go on with `second` and `rest`:
  /// their first and third words, and the second and fourth.
  @inline(__always)
  static func draw(
    _ first: UInt32, _ second: UInt32, _ rest: SIMD2<UInt32>, key: SIMD2<UInt32>
  ) -> (high: Words, low: Words) {
    let factors = alternating(0xD251_1F53, 0xCD9E_8D57)
    var high = alternating(UInt64(first), UInt64(rest[0])) &+ Words(0, 0, 1, 0, 2, 0, 3, 0)
    var low = alternating(UInt64(second), UInt64(rest[1]))
    var key = SIMD2(UInt64(key[0]), UInt64(key[1]))
    for _ in 0..<10 {
      let products = unsafeBitCast((high & 0xFFFF_FFFF) &* factors, to: SIMD16<UInt32>.self)
      // The other product's upper word goes to the first place, its lower word to the second.
      (high, low) = (
        reordered(products, 3, 2, 1, 0) ^ low ^ alternating(key[0], key[1]), reordered(products, 2, 3, 0, 1)
      )
      key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return (high, low)
  }

  /// Returns `words` with the four of each draw in another order.
  @inline(__always)
  private static func reordered(_ w: SIMD16<UInt32>, _ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Words {
    let words = SIMD16(
      w[a], w[b], w[c], w[d], w[4 + a], w[4 + b], w[4 + c], w[4 + d], w[8 + a], w[8 + b], w[8 + c], w[8 + d], w[12 + a],
      w[12 + b], w[12 + c], w[12 + d])
    return unsafeBitCast(words, to: Words.self)
  }

  @inline(__always)
  private static func alternating(_ even: UInt64, _ odd: UInt64) -> Words {
    Words(even, odd, even, odd, even, odd, even, odd)
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
    while place + PhiloxLanes.numbers <= count {
      let (high, low) = PhiloxLanes.draw(pair, period, self.place, key: key)
      UnsafeMutableRawPointer(shares + place).storeBytes(of: DrawKey.shares(high, low), as: SIMD8<Double>.self)
      place += PhiloxLanes.numbers
      pair &+= UInt32(PhiloxLanes.numbers / 2)
    }
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

  /// Returns what `share` makes of each lane.
  @inline(__always)
  private static func shares(_ high: PhiloxLanes.Words, _ low: PhiloxLanes.Words) -> SIMD8<Double> {
    // As the fraction of a number from 1 to 2, the bits need no conversion; what is taken from it leaves it exact.
    let bits = (high &<< 20 | (low & 0xFFFF_FFFF) &>> 12) & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000
    return unsafeBitCast(bits, to: SIMD8<Double>.self) - (1 - 0x1p-53)
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
