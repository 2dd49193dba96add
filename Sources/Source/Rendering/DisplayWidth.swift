extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes by itself: 2 for wide and full-width ones, 0 for combining marks,
  /// joiners and variation selectors, the length of the escape for a control character, otherwise 1.
  package var displayWidth: Int {
    if value >= 0x20, value < 0x7F { return 1 }
    if let escape { return escape.utf8.count }
    if value < 0x300 { return 1 }
    if value >= 0x4E00, value <= 0x9FFF { return 2 }
    if DisplayWidthTable.wide.hasPair(around: value) { return 2 }
    if DisplayWidthTable.zero.hasPair(around: value) { return 0 }
    return 1
  }

  /// How the scalar is shown where printing it could move the cursor, hide it or reorder the line; nil where it is harmless.
  package var escape: String? {
    switch value {
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x00...0x1F, 0x7F...0x9F: hexadecimalEscape
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: hexadecimalEscape
    default: nil
    }
  }

  private var hexadecimalEscape: String {
    "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }

  /// Whether the scalar changes the skin of the emoji before it.
  fileprivate var isEmojiModifier: Bool { value >= 0x1F3FB && value <= 0x1F3FF }

  /// Whether the scalar is half of a flag.
  fileprivate var isRegionalIndicator: Bool { value >= 0x1F1E6 && value <= 0x1F1FF }
}

/// Adds up the columns of scalars one after the other; joined emoji and flags count once.
package struct DisplayWidthCounter {
  /// The columns so far.
  package private(set) var columns = 0
  private var joins = false
  private var openFlag = false
  private var lastWidth = 0

  /// Creates a counter at column 0.
  package init() {}

  /// Adds `scalar` to the line.
  package mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.value >= 0x20, scalar.value < 0x7F {
      columns += 1
      (joins, openFlag, lastWidth) = (false, false, 1)
      return
    }
    let width = scalar.displayWidth
    let isAbsorbed =
      (joins && width == 2)
      || (scalar.isEmojiModifier && lastWidth == 2)
      || (scalar.isRegionalIndicator && openFlag)
    openFlag = scalar.isRegionalIndicator && !openFlag
    joins = scalar.value == 0x200D && lastWidth == 2
    if isAbsorbed { return }
    columns += width
    if width > 0 { lastWidth = width }
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes when it is shown as `printable`.
  package var displayWidth: Int {
    let ascii: Int? =
      utf8.withContiguousStorageIfAvailable { bytes in
        bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
      } ?? nil
    if let ascii { return ascii }
    var counter = DisplayWidthCounter()
    for scalar in unicodeScalars { counter.add(scalar) }
    return counter.columns
  }

  /// The text with control characters, and those that reorder or hide text, written as escapes.
  package var printable: String {
    if !unicodeScalars.contains(where: { $0.escape != nil }) { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      if let escape = scalar.escape {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [UInt32] {
  /// Returns whether a pair of these first and last values, which ascend, has `value` between them.
  fileprivate func hasPair(around value: UInt32) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if self[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < count / 2 && self[2 * low] <= value
  }
}
