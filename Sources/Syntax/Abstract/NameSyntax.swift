import Source

/// A name as written, with the spelling that names compare by.
package struct NameSyntax: Sendable {
  /// The spelling: quotes removed, full-width twins folded, outer blanks cut; `String` compares it in NFC.
  package let text: String
  /// Where it stands, quotes included.
  package let range: SourceRange
  /// Twice the stable hash of the spelling, 0 where it has none, and 1 for quotes; a name is so no longer than it has to be.
  private let hashAndQuotes: UInt32

  /// Creates a name.
  package init(text: String, range: SourceRange, isQuoted: Bool) {
    self.text = text
    self.range = range
    hashAndQuotes = (text.stableHash ?? 0) << 1 | (isQuoted ? 1 : 0)
  }

  /// Creates the name that `bytes` spell if they are ASCII, which is read as it stands.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange, _ isQuoted: Bool) {
    guard let hash = bytes.stableHashOfASCII else { return nil }
    text = String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true))
    self.range = range
    hashAndQuotes = hash << 1 | (isQuoted ? 1 : 0)
  }

  /// Whether it was written in quotes; a quoted name is never a keyword.
  package var isQuoted: Bool { hashAndQuotes & 1 == 1 }
  /// The stable hash of the spelling, where it has one.
  package var stableHash: UInt32? { hashAndQuotes < 2 ? nil : hashAndQuotes >> 1 }
}

extension NameSyntax: Hashable {
  /// Returns whether both have one spelling, which need not have the same bytes, and are written alike at one place.
  package static func == (left: NameSyntax, right: NameSyntax) -> Bool {
    left.range == right.range && left.isQuoted == right.isQuoted && left.text == right.text
  }

  /// Feeds what is compared into `hasher`.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(range)
    hasher.combine(isQuoted)
  }
}

/// Names joined by dots; all but the last say which sheet or script the last is of.
package struct PathSyntax: Hashable, Sendable {
  /// The names before the last, mostly none.
  private let qualifiers: [NameSyntax]
  /// The name that the path ends with.
  package let last: NameSyntax

  /// Creates a path of at least one name.
  package init(names: [NameSyntax]) {
    self.init(qualifiers: Array(names.dropLast()), last: names[names.count - 1])
  }

  /// Creates a path that ends with `last`.
  package init(qualifiers: [NameSyntax] = [], last: NameSyntax) {
    self.qualifiers = qualifiers
    self.last = last
  }

  /// The names, at least one.
  package var names: [NameSyntax] { qualifiers + [last] }
  /// Whether the path is one name.
  package var isName: Bool { qualifiers.isEmpty }
  /// The names before the last, joined by dots, or nil where there are none.
  package var qualifier: String? {
    qualifiers.isEmpty ? nil : qualifiers.map(\.text).joined(separator: ".")
  }
  /// The names joined by dots.
  package var text: String { qualifier.map { "\($0).\(last.text)" } ?? last.text }
  /// Where the path stands.
  package var range: SourceRange { qualifiers.first?.range.joined(to: last.range) ?? last.range }
}

/// A unit as written after a number or a declaration's colon, such as `万元/人`.
package struct UnitSyntax: Hashable, Sendable {
  /// The spelling, full-width twins folded.
  package let text: String
  /// Where it stands.
  package let range: SourceRange

  /// Creates a unit.
  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A number with its unit, where it has one.
package struct QuantitySyntax: Hashable, Sendable {
  /// The value, with 万 and 亿 multiplied in.
  package let value: Double
  /// How many digits stand after the decimal point, before any exponent or 万.
  package var decimals: Int { Int(ownDecimals) }
  private let ownDecimals: Int32
  /// Whether the number is written as a year is: with four digits and nothing else.
  package let hasFourDigits: Bool
  /// The unit, if one is written; it is kept in a box, since most numbers have none.
  package var unit: UnitSyntax? {
    switch writtenUnit {
    case .unit(let unit): unit
    case nil: nil
    }
  }
  private let writtenUnit: WrittenUnit?
  /// Where number and unit stand.
  package let range: SourceRange

  /// Creates a quantity.
  package init(value: Double, decimals: Int, hasFourDigits: Bool, unit: UnitSyntax?, range: SourceRange) {
    self.value = value
    ownDecimals = Int32(clamping: decimals)
    self.hasFourDigits = hasFourDigits
    writtenUnit = unit.map { .unit($0) }
    self.range = range
  }

  private indirect enum WrittenUnit: Hashable {
    case unit(UnitSyntax)
  }
}

/// A period as written: `2023`, `2023年`, `2023H1`, `2023Q1` or `2023M07`.
package struct PeriodSyntax: Hashable, Sendable {
  /// The part of a year that a period is.
  package enum Part: Hashable, Sendable {
    /// The whole year.
    case year
    /// A half, 1 or 2.
    case half(Int)
    /// A quarter, 1 to 4.
    case quarter(Int)
    /// A month, 1 to 12.
    case month(Int)
  }

  /// The year, of four digits.
  package let year: Int
  /// The part of the year.
  package let part: Part
  /// Where it stands.
  package let range: SourceRange

  /// Creates a period.
  package init(year: Int, part: Part, range: SourceRange) {
    self.year = year
    self.part = part
    self.range = range
  }
}

/// Text in double quotes, with the expressions in its braces.
package struct TextSyntax: Hashable, Sendable {
  /// A stretch of a text.
  package enum Piece: Hashable, Sendable {
    /// Characters, escapes resolved.
    case characters(String)
    /// An expression in braces, with the format behind its colon, where it has one.
    case hole(ExpressionSyntax, format: FormatSyntax?)
  }

  /// The stretches, in order.
  package let pieces: [Piece]
  /// Where the text stands, quotes included.
  package let range: SourceRange

  /// Creates a text.
  package init(pieces: [Piece], range: SourceRange) {
    self.pieces = pieces
    self.range = range
  }

  /// The characters, where the text has no hole.
  package var plain: String? {
    var result = ""
    for piece in pieces {
      guard case .characters(let characters) = piece else { return nil }
      result += characters
    }
    return result
  }
}

/// A name or a text that stands for a member: a region, a department, a class.
package struct MemberSyntax: Hashable, Sendable {
  /// The member's spelling.
  package let text: String
  /// Where it stands, quotes included.
  package let range: SourceRange

  /// Creates a member.
  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
