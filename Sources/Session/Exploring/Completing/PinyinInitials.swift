import Indicators

/// The first letters of the pinyin of Chinese characters.
///
/// The 3755 common characters of GB 2312 stand in the order of their pinyin, so a character's code tells its first letter,
/// that of one reading where it has several. Of rarer characters nothing is known.
enum PinyinInitials {
  /// The first code of each letter; no syllable begins with i, u or v.
  private static let starts: [(code: Int, letter: Character)] = [
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
    (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
    (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
    (0xD1B9, "y"), (0xD4D1, "z"),
  ]
  /// The last of the common characters.
  private static let lastCode = 0xD7F9

  /// The letter of each common character; empty where the system cannot convert codes to characters.
  private static let letters: [Character: Character] = {
    var codes: [Int] = []
    for row in 0xB0...0xD7 {
      for cell in 0xA1...0xFE where row << 8 | cell <= lastCode { codes.append(row << 8 | cell) }
    }
    let bytes = codes.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    guard let text = String(gb18030: bytes), text.count == codes.count else { return [:] }
    var letters: [Character: Character] = [:]
    for (character, code) in zip(text, codes) {
      letters[character] = starts.last { $0.code <= code }?.letter
    }
    return letters
  }()

  /// Returns the initials of `text` in lower case: letters and digits stand for themselves, other characters are left out;
  /// nil where one is a Chinese character of which nothing is known, or none is a Chinese character.
  static func initials(of text: String) -> String? {
    var initials = ""
    var hasChinese = false
    for character in text {
      if let letter = letters[character] {
        initials.append(letter)
        hasChinese = true
      } else if character.isASCII {
        if character.isLetter || character.isNumber { initials += character.lowercased() }
      } else if character.isLetter {
        return nil
      }
    }
    return hasChinese ? initials : nil
  }

  /// Whether `typed`, in lower case, stands for `text`: characters of it or their initials in order, some left out, of which
  /// the first is the first.
  static func match(_ typed: String, _ text: String) -> Bool {
    // A character of which nothing is known can only be typed as it is.
    var rest = text[...]
    for (index, letter) in typed.enumerated() {
      guard let place = rest.firstIndex(where: { $0 == letter || initial(of: $0) == letter }) else { return false }
      if index == 0, text[..<place].contains(where: { $0.isLetter || $0.isNumber }) { return false }
      rest = rest[rest.index(after: place)...]
    }
    return !typed.isEmpty && text.contains { letters[$0] != nil }
  }

  /// Returns the initial of `character`, the letter itself where it is one.
  private static func initial(of character: Character) -> Character? {
    letters[character] ?? (character.isASCII && character.isLetter ? Character(character.lowercased()) : nil)
  }
}
