/// What a printed mark in place of a number says.
package struct MissingMark: Hashable, Sendable {
  /// The mark as compared: folded, without blanks, in lower case.
  package let text: String
  /// Why there is no number.
  package let reason: MissingReason

  /// The marks that every sheet may use; a mapping such as `with "…" = unpublished` goes before them.
  package static let standard: [MissingMark] =
    marks(
      .notReported,
      "/ // - -- --- — —— – ― ﹣ − _ … …… ... .. : · 空 无 无数据 缺 缺失 暂无 暂缺 暂无数据 未报 未上报 待报 不详 na nan null none nil")
    + marks(.suppressed, "保密 不公开 不公布 未公布 未公开 不宜公布 * ** *** suppressed confidential unpublished withheld")
    + marks(.notApplicable, "n/a n.a. n.a #n/a 不适用 不涉及 无此项 notapplicable")

  private static func marks(_ reason: MissingReason, _ texts: String) -> [MissingMark] {
    texts.split(separator: " ").map { MissingMark(text: String($0), reason: reason) }
  }

  /// Returns the reason that a word after a mark in `use … with` names.
  package static func reason(named word: String) -> MissingReason? {
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
  private var reasons: [String: MissingReason] = [:]
  /// Whether a mark begins with a digit, as none of the standard ones does.
  private var hasNumbers = false

  /// The marks that every sheet may use.
  static let standard = MissingMarks()

  /// Creates the marks that every sheet may use.
  init() {
    for mark in MissingMark.standard { reasons[mark.text] = mark.reason }
    reasons[""] = .notReported
  }

  /// Lets `mark` stand for `reason`.
  mutating func set(_ mark: String, _ reason: MissingReason) {
    reasons[Self.key(mark)] = reason
    if Self.beginsWithDigit(Self.key(mark)) { hasNumbers = true }
  }

  /// Returns why `text` is no number, if it is a mark.
  func reason(of text: String) -> MissingReason? {
    !hasNumbers && Self.beginsWithDigit(text) ? nil : reasons[Self.key(text)]
  }

  private static func beginsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func key(_ text: String) -> String {
    compactText(text)
  }
}
