/// A number as most cells print it: an optional minus, at most 15 digits, perhaps a point among them.
///
/// Such a number is a whole number over a power of ten, both of which binary64 holds exactly, so that one division rounds
/// it correctly (Clinger 1990). Whatever else a cell holds is for `CellReading`.
struct PlainNumber {
  let value: Double
  let decimals: UInt8
  /// Where the number ends.
  let end: Int

  /// Returns the powers of ten that are needed, in memory that the caller gives back.
  static func powersOfTen() -> UnsafeMutablePointer<Double> {
    let powers = UnsafeMutablePointer<Double>.allocate(capacity: 16)
    var power = 1.0
    for place in 0..<16 {
      powers[place] = power
      power *= 10
    }
    return powers
  }

  /// Reads the number that begins at `start`, with the `powers` of ten; nil where there is none.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ powers: UnsafeMutablePointer<Double>) {
    if start &+ 24 <= bytes.count, let base = bytes.baseAddress, let number = PlainNumber(base + start, start, powers) {
      self = number
    } else {
      self.init(digitByDigit: bytes, at: start, powers)
    }
  }

  /// Reads a number of up to seven digits on either side of the point, where 24 bytes are known to be at `place`; `start` is
  /// where in the text that is. Nil where there is none.
  ///
  /// The digits are read as a word each, without a branch that depends on how many they are.
  @inline(__always)
  init?(_ place: UnsafePointer<UInt8>, _ start: Int, _ powers: UnsafeMutablePointer<Double>) {
    let sign = place[0] == 0x2D ? 1 : 0
    let whole = ByteWord(place + sign).leadingDigits
    guard whole.count > 0, whole.count < 8 else { return nil }
    var magnitude = Double(whole.value)
    var end = sign &+ whole.count
    var decimals = 0
    if place[end] == 0x2E {
      let fraction = ByteWord(place + (end &+ 1)).leadingDigits
      guard fraction.count < 8 else { return nil }
      decimals = fraction.count
      end &+= 1 &+ decimals
      magnitude = (magnitude * powers[decimals] + Double(fraction.value)) / powers[decimals]
    }
    self.init(sign == 1 && magnitude != 0 ? -magnitude : magnitude, decimals, start &+ end)
  }

  /// Returns how many bytes a number of up to seven digits on either side of the point has, where 24 bytes are known to be at
  /// `place`; −1 where there is none.
  @inline(__always)
  static func length(_ place: UnsafePointer<UInt8>) -> Int {
    let sign = place[0] == 0x2D ? 1 : 0
    let whole = ByteWord(place + sign).digitCount
    let end = sign &+ whole
    let isFraction = place[end] == 0x2E
    let fraction = ByteWord(place + (end &+ 1)).digitCount
    guard whole > 0, whole < 8, !isFraction || fraction < 8 else { return -1 }
    return isFraction ? end &+ 1 &+ fraction : end
  }

  @inline(never)
  init?(
    digitByDigit bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ powers: UnsafeMutablePointer<Double>
  ) {
    var offset = start
    let isNegative = offset < bytes.count && bytes[offset] == 0x2D
    if isNegative { offset &+= 1 }
    var digits: Int64 = 0
    var length = Self.readDigits(bytes, &offset, &digits)
    var decimals = 0
    if offset < bytes.count, bytes[offset] == 0x2E {
      offset &+= 1
      decimals = Self.readDigits(bytes, &offset, &digits)
      length &+= decimals
    }
    guard length > 0, length <= 15 else { return nil }
    let magnitude = Double(digits) / powers[decimals]
    self.init(isNegative && digits != 0 ? -magnitude : magnitude, decimals, offset)
  }

  @inline(__always)
  private init(_ value: Double, _ decimals: Int, _ end: Int) {
    self.value = value
    self.decimals = UInt8(truncatingIfNeeded: decimals)
    self.end = end
  }

  /// Appends digits from `offset` on; returns how many.
  private static func readDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ digits: inout Int64) -> Int
  {
    let first = offset
    while offset < bytes.count {
      let digit = bytes[offset] &- 0x30
      if digit > 9 { break }
      digits = digits &* 10 &+ Int64(digit)
      offset &+= 1
    }
    return offset &- first
  }
}
