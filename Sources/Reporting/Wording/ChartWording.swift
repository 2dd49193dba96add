import Source

/// The fixed words in and around pictures.
package enum ChartWording {
  /// Stands where the last observed period ends.
  static let dataEnd = Phrase("data end", "数据止")
  /// Stands in place of a value.
  static let missing = Phrase("missing", "缺失")

  /// Says what the bands around a path are, the widest first.
  static func bands(_ shares: [Double]) -> Phrase {
    let words = zip(shares, ["░", "▒", "▓"]).map { share, shade in "\(shade) \(Int((share * 100).rounded()))%" }
    return Phrase(
      "\(words.joined(separator: ", ")) of samples; the line is the median",
      "\(words.joined(separator: "、")) 的样本；线为中位数")
  }

  /// Says what a target asks and when; with the number where the condition does not say it.
  static func target(_ name: Phrase, _ deadline: String, _ number: String) -> Phrase {
    number.isEmpty
      ? Phrase("target \(name.english), \(deadline)", "目标 \(name.chinese)，\(deadline)")
      : Phrase("target \(name.english), \(deadline): \(number)", "目标 \(name.chinese)，\(deadline)：\(number)")
  }

  /// Says what stands in a bar against its target.
  static let bulletMarks = Phrase("┃ asked   ╎ a year before", "┃ 目标值   ╎ 上年")
  /// Says which bar is which.
  static let tornadoMarks = Phrase("▒ the param moved down   █ moved up", "▒ 参数下调   █ 参数上调")

  /// Says what the value is as it stands.
  static func base(_ number: String) -> Phrase {
    Phrase("as it stands: \(number)", "现值：\(number)")
  }
}
