/// The counter-based generator Philox4x32-10 of J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
///
/// A draw is a function of its counter and key alone, so draws may be made in any order and on any number of threads.
package enum Philox {
  /// Four words of 32 bits: a counter, or the draw that belongs to it.
  package typealias Block = SIMD4<UInt32>

  /// Returns the draw of `counter` under `key`.
  @inline(__always)
  package static func draw(_ counter: Block, key: SIMD2<UInt32>) -> Block {
    var words = Words(counter[0], counter[1], SIMD2(counter[2], counter[3]))
    eachRound { words.stir(key, $0) }
    return Block(
      UInt32(truncatingIfNeeded: words.a), UInt32(truncatingIfNeeded: words.b), UInt32(truncatingIfNeeded: words.c),
      UInt32(truncatingIfNeeded: words.d))
  }

  /// Calls `step` for each round; written out, since the compiler makes vectors only of loops without loops in them.
  @inline(__always)
  static func eachRound(_ step: (UInt32) -> Void) {
    step(0)
    step(1)
    step(2)
    step(3)
    step(4)
    step(5)
    step(6)
    step(7)
    step(8)
    step(9)
  }

  /// The four words on their way from counter to draw, each in the lower half of 64 bits, so that a product of two fills them;
  /// the upper halves hold what is left over.
  struct Words {
    private(set) var a: UInt64
    private(set) var b: UInt64
    private(set) var c: UInt64
    private(set) var d: UInt64

    /// Begins with a counter.
    @inline(__always)
    init(_ first: UInt32, _ second: UInt32, _ rest: SIMD2<UInt32>) {
      (a, b, c, d) = (UInt64(first), UInt64(second), UInt64(rest[0]), UInt64(rest[1]))
    }

    /// Goes through one round.
    @inline(__always)
    mutating func stir(_ key: SIMD2<UInt32>, _ round: UInt32) {
      let first = (a & 0xFFFF_FFFF) &* 0xD251_1F53
      let second = (c & 0xFFFF_FFFF) &* 0xCD9E_8D57
      (a, b) = (second &>> 32 ^ b ^ UInt64(key[0] &+ round &* 0x9E37_79B9), second)
      (c, d) = (first &>> 32 ^ d ^ UInt64(key[1] &+ round &* 0xBB67_AE85), first)
    }
  }
}
