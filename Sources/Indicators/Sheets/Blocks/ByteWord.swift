/// Eight bytes of a text at once, the first in the lowest bits.
struct ByteWord {
  let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Reads the bytes from `offset` on; zeros stand for those after the end.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    if offset &+ 8 <= bytes.count, let base = bytes.baseAddress {
      bits = UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    } else {
      var bits: UInt64 = 0
      for place in 0..<max(0, min(8, bytes.count - offset)) {
        bits |= UInt64(bytes[offset + place]) << UInt64(place * 8)
      }
      self.bits = bits
    }
  }

  /// Reads eight bytes that are known to be there.
  @inline(__always)
  init(_ place: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private init(bits: UInt64) {
    self.bits = bits
  }

  /// Returns `byte` in all eight places.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> ByteWord { ByteWord(bits: ones &* UInt64(byte)) }

  /// Returns the first `count` bytes, with zeros in place of the others.
  @inline(__always)
  func prefix(_ count: Int) -> UInt64 { count >= 8 ? bits : bits & ~(~0 << UInt64(truncatingIfNeeded: count &* 8)) }

  /// Returns the first `count` bytes, fewer than eight, with the number of them in the lowest byte.
  @inline(__always)
  func mark(_ count: Int) -> UInt64 {
    let count = UInt64(truncatingIfNeeded: count)
    return ((bits &<< 8) &<< (56 &- count &* 8)) | count
  }

  /// The first byte.
  @inline(__always)
  var first: UInt8 { UInt8(truncatingIfNeeded: bits) }

  /// Returns the place of the first byte that is that of `pattern` or below 0x0E, which line breaks and tabs are; 8 where
  /// there is none.
  ///
  /// What subtracting carries over reaches only places after a true one.
  @inline(__always)
  func firstEnd(_ pattern: ByteWord) -> Int {
    let other = bits ^ pattern.bits
    let equal = (other &- Self.ones) & ~other
    let low = (bits &- (Self.ones &* 0x0E)) & ~bits
    let found = (equal | low) & Self.highs
    return found == 0 ? 8 : found.trailingZeroBitCount &>> 3
  }

  /// Returns the place of the first byte that is that of `pattern`; 8 where there is none.
  @inline(__always)
  func firstPlace(of pattern: ByteWord) -> Int {
    let other = bits ^ pattern.bits
    let found = (other &- Self.ones) & ~other & Self.highs
    return found == 0 ? 8 : found.trailingZeroBitCount &>> 3
  }

  /// Whether one of the first `count` bytes, at least one, is below 0x0E, as line breaks are.
  @inline(__always)
  func hasLineBreak(before count: Int) -> Bool {
    let low = (bits &- (Self.ones &* 0x0E)) & ~bits & Self.highs
    return low &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) != 0
  }

  /// How many digits the word begins with.
  @inline(__always)
  var digitCount: Int {
    let digits = bits ^ (Self.ones &* 0x30)
    let others = (((digits & ~Self.highs) &+ (Self.ones &* 0x76)) | digits) & Self.highs
    return others == 0 ? 8 : others.trailingZeroBitCount &>> 3
  }

  /// The digits that the word begins with: how many they are, and the number that they print where they are fewer than eight.
  ///
  /// Three multiplications join neighbours: digits to pairs, pairs to fours, fours to eight.
  @inline(__always)
  var leadingDigits: (count: Int, value: Int) {
    let count = digitCount
    if count == 0 { return (0, 0) }
    var value = (bits ^ (Self.ones &* 0x30)) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    value = (value &* 10) &+ (value &>> 8)
    let (evens, odds) = (value & 0x0000_00FF_0000_00FF, (value &>> 16) & 0x0000_00FF_0000_00FF)
    value = ((evens &* 0x000F_4240_0000_0064) &+ (odds &* 0x0000_2710_0000_0001)) &>> 32
    return (count, Int(truncatingIfNeeded: value))
  }

  /// Whether two texts of `count` bytes, at least one, are the same; there are eight bytes from the beginning of each.
  @inline(__always)
  static func areSame(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count <= 8 {
      return (ByteWord(one).bits ^ ByteWord(other).bits) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) == 0
    }
    // The last eight bytes, some of which may have been compared before.
    var difference = ByteWord(one + (count &- 8)).bits ^ ByteWord(other + (count &- 8)).bits
    var place = 0
    repeat {
      difference |= ByteWord(one + place).bits ^ ByteWord(other + place).bits
      place &+= 8
    } while place &+ 8 < count
    return difference == 0
  }

  /// The highest bit of each byte, which those beyond ASCII have.
  @inline(__always)
  var highBits: UInt64 { bits & Self.highs }

  /// Whether any byte is beyond ASCII.
  @inline(__always)
  var hasHigh: Bool { bits & Self.highs != 0 }
}
