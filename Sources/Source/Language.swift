/// A language in which gf speaks to people.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// One message in every language of gf.
package struct Phrase: Hashable, Sendable {
  /// The English wording.
  package let english: String
  /// The Chinese wording.
  package let chinese: String

  /// Creates a phrase from its two wordings.
  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Creates a phrase that reads the same in every language: a name, a unit, a number.
  package init(same text: String) {
    self.init(text, text)
  }

  /// Returns the wording in `language`.
  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
