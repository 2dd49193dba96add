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
    var words = Philox.Words(sample >> 1, period, place)
    Philox.eachRound { words.stir(key, $0) }
    return sample & 1 == 0 ? DrawKey.share(words.a, words.b) : DrawKey.share(words.c, words.d)
  }

  /// Writes those numbers for `count` samples from `sample` on.
  package func fill(_ shares: UnsafeMutablePointer<Double>, period: UInt32, from sample: Int, _ count: Int) {
    var done = 0
    if sample & 1 == 1, count > 0 {
      shares[0] = uniform(period: period, sample: UInt32(truncatingIfNeeded: sample))
      done = 1
    }
    let fours = (count - done) / 4
    fill(shares + done, fours: fours, period, pair: UInt32(truncatingIfNeeded: (sample + done) >> 1))
    for place in done + 4 * fours..<count {
      shares[place] = uniform(period: period, sample: UInt32(truncatingIfNeeded: sample + place))
    }
  }

  /// Writes the numbers of two draws, each of which is two numbers for neighbouring samples, so many times.
  ///
  /// Of two draws that are stirred by turns, the one goes on while the other waits for its products.
  private func fill(_ shares: UnsafeMutablePointer<Double>, fours: Int, _ period: UInt32, pair: UInt32) {
    for four in 0..<fours {
      var first = Philox.Words(pair &+ UInt32(truncatingIfNeeded: 2 &* four), period, place)
      var second = Philox.Words(pair &+ UInt32(truncatingIfNeeded: 2 &* four &+ 1), period, place)
      Philox.eachRound { round in
        first.stir(key, round)
        second.stir(key, round)
      }
      shares[4 &* four] = DrawKey.share(first.a, first.b)
      shares[4 &* four &+ 1] = DrawKey.share(first.c, first.d)
      shares[4 &* four &+ 2] = DrawKey.share(second.a, second.b)
      shares[4 &* four &+ 3] = DrawKey.share(second.c, second.d)
    }
  }

  @inline(__always)
  private static func share(_ high: UInt64, _ low: UInt64) -> Double {
    // As the fraction of a number from 1 to 2, the bits need no conversion; what is taken from it leaves it exact.
    let fraction = (high &<< 20 | (low & 0xFFFF_FFFF) &>> 12) & 0x000F_FFFF_FFFF_FFFF
    return Double(bitPattern: fraction | 0x3FF0_0000_0000_0000) - (1 - 0x1p-53)
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
