import Source
import Units

/// A format that tells a number as a change, in the wording of statistical communiqués: 同比增长5.2%.
///
/// The words come in pairs, one in each language; each prints in its own.
package struct ChangeWord: Hashable, Sendable {
  /// Which changes a word tells.
  package enum Scope: Hashable, Sendable {
    /// Every change.
    case any
    /// Growth in `%` alone.
    case growth
    /// Differences in percentage points alone.
    case points
  }

  /// The word in a format.
  package let name: String
  /// The language of the word and of what it prints.
  package let language: Language
  /// What stands before the verb.
  package let lead: String
  /// What stands behind the number.
  package let trail: String
  /// What stands for the whole where the number is printed as 0.
  package let level: String
  /// Which changes it tells.
  package let scope: Scope
  /// The function whose changes it speaks of; those of the others contradict it.
  package let function: TimeFunction?

  private init(
    _ name: String, _ language: Language, lead: String = "", trail: String = "", level: String, scope: Scope = .any,
    function: TimeFunction? = nil
  ) {
    self.name = name
    self.language = language
    self.lead = lead
    self.trail = trail
    self.level = level
    self.scope = scope
    self.function = function
  }

  /// Returns what a number in `unit` above 0, or below, is said to do.
  package func verb(isFalling: Bool, unit: MeasurementUnit) -> String {
    switch (language, unit.nature) {
    case (.english, _): isFalling ? "down " : "up "
    case (.chinese, .percentage): isFalling ? "下降" : "增长"
    case (.chinese, .points): isFalling ? "下降" : "提高"
    case (.chinese, .plain): isFalling ? "减少" : "增加"
    }
  }

  /// All words, each before its twin.
  package static let all: [ChangeWord] = [
    ChangeWord("增减", .chinese, level: "持平"),
    ChangeWord("change", .english, level: "unchanged"),
    ChangeWord("同比", .chinese, lead: "同比", level: "同比持平", function: .yoy),
    ChangeWord("yoy", .english, trail: " year on year", level: "unchanged year on year", function: .yoy),
    ChangeWord("环比", .chinese, lead: "环比", level: "环比持平", function: .mom),
    ChangeWord(
      "mom", .english, trail: " on the previous period", level: "unchanged on the previous period", function: .mom),
    ChangeWord("比上年", .chinese, lead: "比上年", level: "与上年持平", function: .yoy),
    ChangeWord(
      "annual", .english, trail: " on the previous year", level: "unchanged on the previous year", function: .yoy),
    ChangeWord("年均", .chinese, lead: "年均", level: "年均持平", scope: .growth, function: .cagr),
    ChangeWord(
      "average", .english, trail: " a year on average", level: "unchanged on average", scope: .growth, function: .cagr),
    ChangeWord("百分点", .chinese, level: "持平", scope: .points),
    ChangeWord("points", .english, level: "unchanged", scope: .points),
  ]
}
