import Source

/// The words in pictures that their data have not.
enum PictureWording {
  static let actual = Phrase("actual", "实际")
  static let projected = Phrase("projected", "推演")
  static let value = Phrase("value", "现值")
  static let target = Phrase("target", "目标")
  static let previous = Phrase("year before", "上年")
  static let base = Phrase("as it stands", "现值")
  static let lower = Phrase("param moved down", "参数下调")
  static let higher = Phrase("param moved up", "参数上调")

  /// Says how many of the samples a band holds.
  static func band(_ share: Double) -> Phrase {
    let percent = number(share * 100) + "%"
    return Phrase("\(percent) of samples", "\(percent) 的样本")
  }
}
