extension TextCursor {
  /// Steps over a Chinese numeral such as 三, 两, 三十五 or 一百二十 and returns its number.
  mutating func takeChineseNumeral() -> Int? {
    let start = position
    var total = 0
    var section = 0
    var digit: Int?
    while let sign = next, position - start < 12 {
      if let value = Self.digits[sign] {
        guard digit == nil || digit == 0 else { break }
        digit = value
      } else if let size = Self.sizes[sign] {
        if size == 10, digit == nil, section == 0 { digit = 1 }
        guard let count = digit, count > 0 else { break }
        section += count * size
        digit = nil
      } else {
        break
      }
      skip()
    }
    guard position > start else { return nil }
    total += section + (digit ?? 0)
    return total
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let sizes: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}
