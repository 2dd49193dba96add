import Source

/// A scalar of prose, and whether it is a value's and so never markup.
struct ProseScalar: Hashable {
  let scalar: Unicode.Scalar
  let isLiteral: Bool

  /// Returns whether the scalar is `mark`, written by the script.
  func callAsFunction(_ mark: Unicode.Scalar) -> Bool {
    !isLiteral && scalar == mark
  }

  /// Whether the scalar is a blank that the script wrote.
  var isBlank: Bool { self(" ") || self("\t") }

  /// Whether the scalar is a digit that the script wrote.
  var isDigit: Bool { !isLiteral && scalar.value >= 0x30 && scalar.value <= 0x39 }

  /// Whether the scalar separates words.
  var isSpace: Bool { scalar.properties.isWhitespace }

  /// Whether the scalar belongs to Chinese, Japanese or Korean writing, which puts no blanks between words.
  var isWide: Bool { scalar.displayWidth == 2 }

  /// Whether the scalar is punctuation or a symbol of a writing with blanks between words.
  var isPunctuation: Bool {
    if scalar.isASCII { return isASCIIPunctuation }
    if isWide { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// Whether a backslash before the scalar takes its meaning away.
  var isASCIIPunctuation: Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

/// A line of prose, or a part of one.
typealias ProseLine = ArraySlice<ProseScalar>

extension ProseLine {
  /// Whether nothing but blanks stands in the line.
  var isBlank: Bool { allSatisfy(\.isBlank) }

  /// How many columns of blanks the line begins with; a tab goes on to the next fourth column.
  var indentation: Int {
    var columns = 0
    for scalar in self {
      if scalar(" ") {
        columns += 1
      } else if scalar("\t") {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  /// Returns the line without blanks at its beginning, at most `columns` of them.
  func droppingIndentation(_ columns: Int = .max) -> ProseLine {
    var dropped = 0
    var index = startIndex
    while index < endIndex, self[index].isBlank {
      let next = self[index](" ") ? dropped + 1 : dropped + 4 - dropped % 4
      if next > columns { break }
      dropped = next
      index += 1
    }
    return self[index...]
  }

  /// The line without blanks at either end.
  var trimmed: ProseLine {
    var line = droppingIndentation()
    while let last = line.last, last.isBlank { line.removeLast() }
    return line
  }

  /// The characters.
  var text: String {
    var result = ""
    for scalar in self { result.unicodeScalars.append(scalar.scalar) }
    return result
  }
}
