/// The counter-based generator Philox4x32-10 of J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
///
/// A draw is a function of its counter and key alone, so draws may be made in any order and on any number of threads.
package enum Philox {
  /// Four words of 32 bits: a counter, or the draw that belongs to it.
  package typealias Block = SIMD4<UInt32>

  /// Returns the draw of `counter` under `key`.
  package static func draw(_ counter: Block, key: SIMD2<UInt32>) -> Block {
    var (block, key) = (counter, key)
    for _ in 0..<9 {
      block = round(block, key)
      key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return round(block, key)
  }

  @inline(__always)
  private static func round(_ block: Block, _ key: SIMD2<UInt32>) -> Block {
    let first = UInt64(0xD251_1F53) &* UInt64(block[0])
    let second = UInt64(0xCD9E_8D57) &* UInt64(block[2])
    return Block(
      UInt32(truncatingIfNeeded: second >> 32) ^ block[1] ^ key[0], UInt32(truncatingIfNeeded: second),
      UInt32(truncatingIfNeeded: first >> 32) ^ block[3] ^ key[1], UInt32(truncatingIfNeeded: first))
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
    let bits = UInt64(pair.0) << 32 | UInt64(pair.1)
    return (Double(bits >> 12) + 0.5) * 0x1p-52
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
