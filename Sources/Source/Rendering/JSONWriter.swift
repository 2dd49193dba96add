/// Writes JSON (RFC 8259) from the outside in, one call per value.
///
/// Containers are written a line per element, or on one line where `isInline` is set. The caller keeps the nesting right.
package struct JSONWriter {
  private struct Container {
    let isInline: Bool
    var isEmpty = true
  }

  private var bytes: [UInt8] = []
  private var containers: [Container] = []
  private var followsKey = false

  /// Creates a writer without output.
  package init() {}

  /// The text written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Opens an object; all containers inside one that is inline are inline too.
  package mutating func beginObject(isInline: Bool = false) { begin(UInt8(ascii: "{"), isInline) }

  /// Closes the object opened last.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array; all containers inside one that is inline are inline too.
  package mutating func beginArray(isInline: Bool = false) { begin(UInt8(ascii: "["), isInline) }

  /// Closes the array opened last.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the next value in an object.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(contentsOf: ": ".utf8)
    followsKey = true
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a number with the fewest digits that read back to the same, or null where it is not finite.
  package mutating func number(_ value: Double) {
    separate()
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    var digits = value == 0 ? "0" : value.description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    bytes.append(contentsOf: digits.utf8)
  }

  /// Writes a whole number.
  package mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes true or false.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func begin(_ bracket: UInt8, _ isInline: Bool) {
    separate()
    bytes.append(bracket)
    containers.append(Container(isInline: isInline || containers.last?.isInline ?? false))
  }

  private mutating func end(_ bracket: UInt8) {
    let container = containers.popLast()
    if let container, !container.isInline, !container.isEmpty { breakLine() }
    bytes.append(bracket)
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let container = containers.last else { return }
    if !container.isEmpty { bytes.append(UInt8(ascii: ",")) }
    if !container.isInline {
      breakLine()
    } else if !container.isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
    containers[containers.count - 1].isEmpty = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * containers.count))
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONWriter {
  /// Writes `phrase` as an object with a member for each language.
  package mutating func phrase(_ phrase: Phrase) {
    beginObject(isInline: true)
    for language in Language.allCases {
      key(language.rawValue)
      string(phrase[language])
    }
    endObject()
  }

  /// Writes a named string.
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a named whole number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }
}
