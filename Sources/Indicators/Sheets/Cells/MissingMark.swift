import Source

/// The printed marks that stand in place of a number, as an editable table.
enum MissingMark {
  /// The marks that every sheet may use, parted by blanks: folded, without blanks, in lower case; a mapping such as
  /// `with "…" = unpublished` goes before them.
  static let standard: [(reason: MissingReason, texts: String)] = [
    (
      .notReported,
      "/ // - -- --- — —— – ― ﹣ − _ … …… ... .. : · 空 无 无数据 缺 缺失 暂无 暂缺 暂无数据 未报 未上报 待报 不详 na nan null none nil"
    ),
    (.suppressed, "保密 不公开 不公布 未公布 未公开 不宜公布 * ** *** suppressed confidential unpublished withheld"),
    (.notApplicable, "n/a n.a. n.a #n/a 不适用 不涉及 无此项 notapplicable"),
  ]

  /// Those marks by their texts.
  static let index = WordIndex(standard.map(\.texts))

  /// Returns the reason that a word after a mark in `use … with` names.
  static func reason(named word: String) -> MissingReason? {
    switch MissingReason(word: foldedName(word)) {
    case .notReported: .notReported
    case .suppressed: .suppressed
    case .notApplicable: .notApplicable
    case .known, .unreadable, .undefined, .outsideData, .gap, .conflict, .coverage, .noSuchCombination, .tooLarge,
      .stated, .circular, .never, .nonPositiveBase, nil:
      nil
    }
  }
}

/// The marks of one sheet, looked up by what is printed.
struct MissingMarks {
  /// Those of the sheet's own.
  private var own: [String: MissingReason] = [:]
  /// Whether one of them begins with a digit, as none of the others does.
  private(set) var hasNumbers = false

  /// The marks that every sheet may use.
  static let standard = MissingMarks()

  /// Lets `mark` stand for `reason`.
  mutating func set(_ mark: String, _ reason: MissingReason) {
    own[Self.key(mark)] = reason
    if Self.beginsWithDigit(Self.key(mark)) { hasNumbers = true }
  }

  /// Returns why `text` is no number, if it is a mark.
  func reason(of text: String) -> MissingReason? {
    if !hasNumbers, Self.beginsWithDigit(text) { return nil }
    let key = Self.key(text)
    if let reason = own[key] { return reason }
    return key.isEmpty ? .notReported : MissingMark.index.line(of: key).map { MissingMark.standard[$0].reason }
  }

  private static func beginsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func key(_ text: String) -> String {
    compactText(text)
  }
}
