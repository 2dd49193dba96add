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
  ///
  /// Up to seven digits on either side of the point are read as a word each, without a branch that depends on how many they
  /// are.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ powers: UnsafeMutablePointer<Double>) {
    guard start &+ 24 <= bytes.count, let base = bytes.baseAddress else {
      self.init(digitByDigit: bytes, at: start, powers)
      return
    }
    let isNegative = bytes[start] == 0x2D
    let first = start &+ (isNegative ? 1 : 0)
    let whole = ByteWord(base + first).leadingDigits
    guard whole.count > 0, whole.count < 8 else {
      self.init(digitByDigit: bytes, at: start, powers)
      return
    }
    var magnitude = Double(whole.value)
    var end = first &+ whole.count
    var decimals = 0
    if bytes[end] == 0x2E {
      let fraction = ByteWord(base + (end &+ 1)).leadingDigits
      guard fraction.count < 8 else {
        self.init(digitByDigit: bytes, at: start, powers)
        return
      }
      decimals = fraction.count
      end &+= 1 &+ decimals
      magnitude = (magnitude * powers[decimals] + Double(fraction.value)) / powers[decimals]
    }
    self.init(isNegative && magnitude != 0 ? -magnitude : magnitude, decimals, end)
  }

  /// Returns where the number that begins at `start` ends; −1 where there is none.
  @inline(__always)
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ powers: UnsafeMutablePointer<Double>) -> Int {
    guard start &+ 24 <= bytes.count, let base = bytes.baseAddress else {
      return PlainNumber(digitByDigit: bytes, at: start, powers)?.end ?? -1
    }
    let first = start &+ (bytes[start] == 0x2D ? 1 : 0)
    let whole = ByteWord(base + first).digitCount
    let end = first &+ whole
    let isFraction = bytes[end] == 0x2E
    let fraction = ByteWord(base + (end &+ 1)).digitCount
    guard whole > 0, whole < 8, !isFraction || fraction < 8 else {
      return PlainNumber(digitByDigit: bytes, at: start, powers)?.end ?? -1
    }
    return isFraction ? end &+ 1 &+ fraction : end
  }

  private init?(
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
