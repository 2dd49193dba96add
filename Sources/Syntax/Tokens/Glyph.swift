/// One scalar of a text as code reads it: full-width twins stand as their ASCII characters.
struct Glyph: Equatable {
  /// The scalar's value, folded.
  let code: UInt32
  /// How many bytes it takes; 0 only at the end.
  let length: Int

  /// What is read at the end of the text.
  static let end = Glyph(code: 0xFFFF_FFFF, length: 0)
  /// The code of a byte that is not UTF-8.
  static let broken: UInt32 = 0xFFFF_FFFE

  /// Returns whether the glyph is the ASCII character `character` or its twin.
  func `is`(_ character: Unicode.Scalar) -> Bool { code == character.value }

  /// Whether it is a digit.
  var isDigit: Bool { code >= 0x30 && code <= 0x39 }

  /// Whether it is a blank, line breaks included.
  var isBlank: Bool { code == 0x20 || code == 0x09 || code == 0x0A || code == 0x0D }

  /// Whether a name may begin with it.
  var beginsName: Bool {
    if code < 0x80 { return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7A || code == 0x5F }
    if isIdeograph || isUnitSign { return true }
    return Unicode.Scalar(code)?.properties.isXIDStart ?? false
  }

  /// Whether a name may go on with it.
  var continuesName: Bool {
    if code < 0x80 { return beginsName || isDigit }
    if isIdeograph || isUnitSign { return true }
    return Unicode.Scalar(code)?.properties.isXIDContinue ?? false
  }

  private var isIdeograph: Bool { code >= 0x4E00 && code <= 0x9FFF }

  /// Whether it is one of the signs ㎡ ㎢ ℃, which names may hold though UAX 31 leaves them out.
  private var isUnitSign: Bool { code == 0x33A1 || code == 0x33A2 || code == 0x2103 }

  /// Returns the glyph at `offset` of `bytes`, reading as far as `end`.
  static func read(_ bytes: [UInt8], at offset: Int, before end: Int) -> Glyph {
    guard offset < end else { return .end }
    let first = bytes[offset]
    if first < 0x80 { return Glyph(code: UInt32(first), length: 1) }
    let scalar = rawScalar(bytes, at: offset, before: end)
    return Glyph(code: twin(of: scalar.code), length: scalar.length)
  }

  /// Returns the scalar at `offset` as written; a byte that is not UTF-8 is broken.
  static func rawScalar(_ bytes: [UInt8], at offset: Int, before end: Int) -> Glyph {
    let first = bytes[offset]
    let count = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard count > 0, offset + count <= end else { return Glyph(code: broken, length: 1) }
    if count == 1 { return Glyph(code: UInt32(first), length: 1) }
    var code = UInt32(first) & (0x7F >> UInt32(count))
    for next in bytes[offset + 1..<offset + count] {
      guard next & 0xC0 == 0x80 else { return Glyph(code: broken, length: 1) }
      code = code << 6 | UInt32(next & 0x3F)
    }
    let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard code >= smallest, Unicode.Scalar(code) != nil else { return Glyph(code: broken, length: 1) }
    return Glyph(code: code, length: count)
  }

  /// Returns the ASCII character that a full-width one stands for, or the scalar itself.
  static func twin(of code: UInt32) -> UInt32 {
    switch code {
    case 0xFF02, 0xFF07: code
    case 0xFF01...0xFF5E: code - 0xFEE0
    case 0x3000: 0x20
    case 0x3001: 0x2C  // 、
    case 0x3010: 0x5B  // 【
    case 0x3011: 0x5D  // 】
    case 0x00D7: 0x2A  // ×
    case 0x00F7: 0x2F  // ÷
    case 0x2212: 0x2D  // −
    default: code
    }
  }
}

/// Returns `bytes` as text with full-width twins folded.
func foldedText(_ bytes: ArraySlice<UInt8>) -> String { bytes.withUnsafeBufferPointer { foldedText($0) } }

/// Returns `bytes` as text with full-width twins folded.
func foldedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  if let short = shortText(bytes) { return short }
  let text = String(decoding: bytes, as: UTF8.self)
  // The leading bytes of twins; nearly all texts hold none that is as large as the smallest of them.
  let mayHoldTwins =
    bytes.contains { $0 >= 0xC3 } && bytes.contains { $0 == 0xC3 || $0 == 0xE2 || $0 == 0xE3 || $0 >= 0xEF }
  if !mayHoldTwins { return text }
  var folded = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    folded.append(Unicode.Scalar(Glyph.twin(of: scalar.value)) ?? scalar)
  }
  return String(folded)
}

/// Returns a few bytes of ASCII as text, which needs no memory of its own; nil for any others.
private func shortText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  guard bytes.count <= 15 else { return nil }
  var allBits: UInt8 = 0
  for byte in bytes { allBits |= byte }
  if allBits >= 0x80 { return nil }
  return String(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
}
