import Source

/// How the value in a brace of a text is printed, beyond what a table would do.
package struct TextFormat: Hashable, Sendable {
  /// How many digits follow the decimal point; nil where the value decides.
  package var decimals: Int?
  /// Whether commas part the thousands.
  package var isGrouped = false
  /// Whether the unit stands behind the number.
  package var showsUnit = true
  /// The wording of a change, where the number is told as one.
  package var change: ChangeWord?
  /// The wording of a list; nil where the language decides.
  package var list: ListFormat?

  /// Creates the format of a brace without one.
  package init() {}

  /// The language that the words of the format are in; nil where it has none.
  package var language: Language? { change?.language ?? list?.language }

  /// The names that print a number without its unit.
  package static let bareNames = Phrase("bare", "无单位")

  /// Returns the words that formats have in `language`.
  package static func words(_ language: Language) -> [String] {
    ChangeWord.all.filter { $0.language == language }.map(\.name)
      + [bareNames[language], ListFormat.names[language], ListFormat.limitNames[language]]
  }

  /// How many digits may follow the decimal point.
  package static let decimalRange = 0...12
}

/// How several words are printed as a list.
package struct ListFormat: Hashable, Sendable {
  /// The language whose signs and words join them.
  package var language: Language
  /// How many words are printed, where there are more; nil for all.
  package var limit: Int?
  /// What Chinese counts the words with: 个, 家, 项.
  package var counter = "个"

  /// Creates the format of a list in `language`.
  package init(_ language: Language) { self.language = language }

  /// The names of formats of all words, each in the language in which it prints.
  package static let names = Phrase("commas", "顿号")
  /// The words before a number that print only so many.
  package static let limitNames = Phrase("top", "前")
}
