import Source

extension Lexer {
  /// Reads a number or a period.
  mutating func lexNumber() -> TokenKind {
    let start = position
    let digitCount = skipDigits(withUnderscores: true)
    if digitCount == 4, let kind = lexRestOfPeriod(from: start) { return kind }
    let point = glyph(at: position)
    if point.is("."), glyph(at: position + point.length).isDigit {
      position += point.length
      _ = skipDigits(withUnderscores: false)
    }
    let mantissa = position - start
    skipExponent()
    let isShort = mantissa <= Self.shortNumber && position - start == mantissa
    skipMyriads()
    if !isShort, !NumberText(source.bytes[start..<position]).value.isFinite {
      report(
        .numberTooLarge, Phrase("the number is too large", "数值过大"), at: start..<position,
        help: [Phrase("the largest number is about 1.8e308", "最大的数约为 1.8e308")])
    }
    return .number
  }

  /// How many bytes a number without an exponent may have that is surely not too large.
  static var shortNumber: Int { 64 }

  /// Passes digits and returns how many characters they were.
  private mutating func skipDigits(withUnderscores: Bool) -> Int {
    var count = 0
    while true {
      let next = glyph(at: position)
      guard next.isDigit || withUnderscores && next.is("_") else { return count }
      position += next.length
      count += 1
    }
  }

  private mutating func skipExponent() {
    let letter = glyph(at: position)
    guard letter.is("e") || letter.is("E") else { return }
    var offset = position + letter.length
    let sign = glyph(at: offset)
    if sign.is("+") || sign.is("-") { offset += sign.length }
    guard glyph(at: offset).isDigit else { return }
    position = offset
    _ = skipDigits(withUnderscores: false)
  }

  /// Passes 万, 亿 or 万亿 where no name goes on behind it.
  private mutating func skipMyriads() {
    var offset = position
    if glyph(at: offset).code == 0x4E07 { offset += 3 }
    if glyph(at: offset).code == 0x4EBF { offset += 3 }
    if offset > position, !glyph(at: offset).continuesName { position = offset }
  }

  /// Reads what makes four digits a period: 年, a half, a quarter or a month.
  private mutating func lexRestOfPeriod(from start: Int) -> TokenKind? {
    let letter = glyph(at: position)
    guard letter.continuesName else { return nil }
    let word = word(at: position)
    if letter.code == 0x5E74, word.end == position + letter.length {
      position = word.end
      return .period
    }
    let text = foldedText(source.bytes[position..<word.end])
    guard let mark = text.first, "HQMhqm".contains(mark), text.count > 1,
      text.utf8.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    position = word.end
    if periodPart(text) == nil {
      report(
        .invalidPeriod, Phrase("there is no period \(shown(start))", "没有 \(shown(start)) 这一时期"),
        at: start..<position,
        help: [
          Phrase(
            "periods are written 2023, 2023H1, 2023Q1 or 2023M07",
            "时期写作 2023、2023H1、2023Q1 或 2023M07")
        ])
    }
    return .period
  }

  private func shown(_ start: Int) -> String { "`\(foldedText(source.bytes[start..<min(position, start + 24)]))`" }
}

/// Returns the part of a year that `text` names: `H1`, `Q3`, `M07`.
func periodPart(_ text: String) -> PeriodSyntax.Part? {
  let bytes = Array(text.utf8)
  let digits = bytes.dropFirst()
  guard let letter = bytes.first, digits.count <= 2, let number = Int(String(decoding: digits, as: UTF8.self)) else {
    return nil
  }
  switch letter {
  case UInt8(ascii: "H"): return digits.count == 1 && (1...2).contains(number) ? .half(number) : nil
  case UInt8(ascii: "Q"): return digits.count == 1 && (1...4).contains(number) ? .quarter(number) : nil
  case UInt8(ascii: "M"): return digits.count == 2 && (1...12).contains(number) ? .month(number) : nil
  default: return nil
  }
}
