import Source
import Syntax
import Units

/// The words of a format, each understood for itself.
struct FormatReading {
  /// The format as far as it is understood.
  private(set) var format = TextFormat()
  /// The unit in which the number is printed, where the format says it.
  private(set) var unit: (unit: MeasurementUnit, word: FormatSyntax.Word)?
  /// What is wrong with words, and where.
  private(set) var problems: [(problem: FormatProblem, range: SourceRange)] = []
  /// The words that format numbers, and those that format lists.
  private(set) var numberWords: [FormatSyntax.Word] = []
  private(set) var listWords: [FormatSyntax.Word] = []

  private let units: UnitTable

  /// Reads `syntax` with the units of `units`.
  init(_ syntax: FormatSyntax, units: UnitTable) {
    self.units = units
    var words = syntax.words[...]
    while let word = words.popFirst() {
      if word.text == ListFormat.limitNames.english, let count = words.first, Int(count.text) != nil {
        words.removeFirst()
        readLimit(
          count.text, .english,
          FormatSyntax.Word("\(word.text) \(count.text)", range: word.range.joined(to: count.range)))
      } else {
        read(word)
      }
    }
  }

  private mutating func read(_ word: FormatSyntax.Word) {
    let text = word.text
    if text == "," {
      format.isGrouped = true
      numberWords.append(word)
    } else if text == TextFormat.bareNames.english || text == TextFormat.bareNames.chinese {
      format.showsUnit = false
      numberWords.append(word)
    } else if let change = ChangeWord.all.first(where: { $0.name == text }) {
      if let other = format.change { problems.append((.twice(other.name, text), word.range)) }
      format.change = change
      numberWords.append(word)
    } else if let language = [Language.english, .chinese].first(where: { ListFormat.names[$0] == text }) {
      readList(language, word)
    } else if text.hasPrefix(ListFormat.limitNames.chinese), text.count > 1, Int(text.dropFirst().prefix(1)) != nil {
      readLimit(String(text.dropFirst()), .chinese, word)
    } else if text == ListFormat.limitNames.english || text == ListFormat.limitNames.chinese {
      problems.append((.emptyList(text), word.range))
    } else if text.hasPrefix("."), text.count > 1, text.utf8.dropFirst().first.map(isDigit) ?? false {
      readDigits(word)
    } else {
      readUnit(text, word)
    }
  }

  /// Reads `.1`, and a unit that stands right behind it, as in `.1%`.
  private mutating func readDigits(_ word: FormatSyntax.Word) {
    let digits = word.text.utf8.dropFirst().prefix(while: isDigit)
    let rest = String(word.text.utf8.dropFirst(1 + digits.count)) ?? ""
    if let known = format.decimals { problems.append((.twice(".\(known)", word.text), word.range)) }
    if let count = Int(String(digits) ?? ""), TextFormat.decimalRange.contains(count) {
      format.decimals = count
    } else {
      problems.append((.tooManyDigits(word.text), word.range))
    }
    numberWords.append(word)
    if !rest.isEmpty { readUnit(rest, word) }
  }

  private mutating func readUnit(_ text: String, _ word: FormatSyntax.Word) {
    guard case .success(let read) = units.parse(text) else {
      let names = Language.allCases.flatMap(TextFormat.words)
      let nearest = nearestNames(to: text, among: names, atMost: 3)
      problems.append((.unknownWord(text, nearest: nearest + units.nearest(to: text)), word.range))
      return
    }
    if let (_, other) = unit { problems.append((.twice(other.text, word.text), word.range)) }
    unit = (read, word)
    numberWords.append(word)
  }

  private mutating func readList(_ language: Language, _ word: FormatSyntax.Word) {
    listWords.append(word)
    if format.list == nil { format.list = ListFormat(language) }
    format.list?.language = language
  }

  /// Reads how many words of a list are printed, and in Chinese what counts them: `3家`.
  private mutating func readLimit(_ text: String, _ language: Language, _ word: FormatSyntax.Word) {
    readList(format.list?.language ?? language, word)
    let digits = String(text.utf8.prefix(while: isDigit)) ?? ""
    guard let limit = Int(digits), limit > 0 else {
      problems.append((.emptyList(word.text), word.range))
      return
    }
    format.list?.limit = limit
    let counter = text.dropFirst(digits.count)
    if !counter.isEmpty { format.list?.counter = String(counter) }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
