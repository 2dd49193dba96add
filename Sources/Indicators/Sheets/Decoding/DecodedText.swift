import Source

/// A file's text, with the places at which its bytes were no text.
package struct DecodedText: Sendable {
  /// The text, without a byte order mark.
  package var bytes = Bytes([])
  /// What it is spelt in: UTF-8, unless it is taken as it is.
  package var coding = FieldCoding.utf8
  /// How the file spelt it.
  package var encoding: TextEncoding
  /// The offsets in `bytes` of each U+FFFD that stands for bytes that were no text, ascending.
  package var replacements: [Int] = []

  /// Creates an empty text that was spelt in `encoding`.
  init(encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Takes a text as it was written.
  init(_ text: TextWriter, encoding: TextEncoding) {
    self.encoding = encoding
    bytes = Bytes(text.bytes)
    replacements = text.replacements
  }
}

/// A text that is written piece by piece.
struct TextWriter {
  /// The text in UTF-8.
  var bytes: [UInt8] = []
  /// The offsets of each U+FFFD that stands for bytes that were no text.
  private(set) var replacements: [Int] = []

  /// U+FFFD in UTF-8.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends a replacement for bytes that are no text.
  mutating func appendReplacement() {
    replacements.append(bytes.count)
    bytes.append(contentsOf: Self.replacement)
  }
}

/// Returns the text of a sheet's `bytes` as its fields can be looked at; nil where the system cannot convert the encoding that
/// they are in. Whole UTF-8, and most of GB18030, are taken as they are, without copying them.
package func fieldedText(_ bytes: Bytes, _ workers: Workers = Workers()) -> DecodedText? {
  let (encoding, mark, isWhole) = TextEncoding.detect(bytes, workers)
  let body = bytes.from(mark)
  guard encoding == .gb18030, isPairsOfGB18030(body, workers) else {
    return decode(body, encoding, isWhole: isWhole, workers)
  }
  guard Converter(from: .gb18030, to: .utf8) != nil else { return nil }
  var text = DecodedText(encoding: .gb18030)
  (text.bytes, text.coding) = (body, .gb18030)
  return text
}

/// Returns the text of `bytes` in UTF-8, or nil where the system cannot convert the encoding that they are in.
package func decodeText(_ bytes: Bytes, _ workers: Workers = Workers()) -> DecodedText? {
  let (encoding, mark, isWhole) = TextEncoding.detect(bytes, workers)
  return decode(bytes.from(mark), encoding, isWhole: isWhole, workers)
}

private func decode(_ body: Bytes, _ encoding: TextEncoding, isWhole: Bool, _ workers: Workers) -> DecodedText? {
  switch encoding {
  case .utf8:
    if !isWhole { return body.withUnsafeBufferPointer(decodeBrokenUTF8) }
    var text = DecodedText(encoding: .utf8)
    text.bytes = body
    return text
  case .utf16LittleEndian: return body.withUnsafeBufferPointer { decodeUTF16($0, encoding, high: 1) }
  case .utf16BigEndian: return body.withUnsafeBufferPointer { decodeUTF16($0, encoding, high: 0) }
  case .gb18030: return decodeGB18030(body, workers)
  }
}

/// Returns the text of `bytes`, with a replacement for each part that is no character.
private func decodeBrokenUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
  var text = TextWriter()
  text.bytes.reserveCapacity(bytes.count)
  var copied = 0
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
      continue
    }
    let character = utf8Character(bytes, at: offset)
    if !character.isWhole {
      text.bytes.append(contentsOf: bytes[copied..<offset])
      text.appendReplacement()
      copied = offset + character.length
    }
    offset += character.length
  }
  text.bytes.append(contentsOf: bytes[copied...])
  return DecodedText(text, encoding: .utf8)
}

/// Returns the text of `bytes`, pairs whose `high` byte (0 or 1) is the more significant one.
private func decodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, high: Int) -> DecodedText {
  var text = TextWriter()
  text.bytes.reserveCapacity(bytes.count + bytes.count / 2)
  func unit(_ offset: Int) -> UInt32 {
    UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high])
  }
  var offset = 0
  while offset + 1 < bytes.count {
    let first = unit(offset)
    offset += 2
    if !(0xD800...0xDFFF).contains(first) {
      text.append(scalar: first)
    } else if first < 0xDC00, offset + 1 < bytes.count, (0xDC00...0xDFFF).contains(unit(offset)) {
      text.append(scalar: 0x10000 + (first - 0xD800) << 10 + (unit(offset) - 0xDC00))
      offset += 2
    } else {
      text.appendReplacement()
    }
  }
  if offset < bytes.count { text.appendReplacement() }
  return DecodedText(text, encoding: encoding)
}

extension TextWriter {
  /// Appends a scalar value in UTF-8.
  fileprivate mutating func append(scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(tail(0))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }
}
