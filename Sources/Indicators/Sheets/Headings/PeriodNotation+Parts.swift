extension PeriodNotation {
  /// Reads a part of a year, or a span from its beginning.
  static func part(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    if let half = half(&cursor) { return half }
    if cursor.takeLongest(of: ["全年累计", "1-12月累计"]) != nil { return .cumulative(year: nil, .month, 12) }
    if let span = fromBeginning(&cursor) { return span }
    cursor.move(to: start)
    if cursor.take("m") || cursor.take("q") {
      let isMonth = cursor.scalars[start] == "m"
      if let number = cursor.takeDigits(1...2), (1...(isMonth ? 12 : 4)).contains(number) {
        return .part(isMonth ? .month : .quarter, number)
      }
    }
    cursor.move(to: start)
    _ = cursor.take("第")
    if let quarter = quarter(&cursor) { return .part(.quarter, quarter) }
    cursor.move(to: start)
    if let month = months(&cursor) { return month }
    cursor.move(to: start)
    return nil
  }

  private static func half(_ cursor: inout TextCursor) -> PeriodNotation? {
    if cursor.take("上半年") {
      return cursor.take("累计") ? .cumulative(year: nil, .half, 1) : .part(.half, 1)
    }
    if cursor.take("h1") { return .part(.half, 1) }
    if cursor.take("下半年") || cursor.take("h2") { return .part(.half, 2) }
    return nil
  }

  /// Reads `前三季度`, `前9个月`, `1-3季度`, `一至三季度`.
  private static func fromBeginning(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    if !cursor.take("前") {
      guard cursor.takeLongest(of: ["一", "1"]) != nil, cursor.takeLongest(of: PeriodWords.spans) != nil else {
        cursor.move(to: start)
        return nil
      }
    }
    guard let number = number(&cursor) else {
      cursor.move(to: start)
      return nil
    }
    let frequency: Frequency
    if cursor.takeLongest(of: ["个季度", "季度", "季"]) != nil {
      frequency = .quarter
    } else if cursor.takeLongest(of: ["个月份", "个月", "月份", "月"]) != nil {
      frequency = .month
    } else {
      cursor.move(to: start)
      return nil
    }
    guard (1...frequency.perYear).contains(number) else {
      cursor.move(to: start)
      return nil
    }
    _ = cursor.take("累计")
    return .cumulative(year: nil, frequency, number)
  }

  /// Reads `9月`, `9月累计`, `1月-9月`, and the quarters and halves that `4-6月` and `7-12月` are.
  private static func months(_ cursor: inout TextCursor) -> PeriodNotation? {
    guard let first = cursor.takeDigits(1...2), (1...12).contains(first) else { return nil }
    let isNamed = cursor.takeLongest(of: ["月份", "月"]) != nil
    if isNamed, cursor.takeLongest(of: ["末累计", "止累计", "累计"]) != nil {
      return .cumulative(year: nil, .month, first)
    }
    let end = cursor.position
    if cursor.takeLongest(of: PeriodWords.spans) != nil, let last = cursor.takeDigits(1...2), last <= 12, last > first,
      cursor.takeLongest(of: ["月份", "月"]) != nil
    {
      _ = cursor.take("累计")
      if first == 1 { return .cumulative(year: nil, .month, last) }
      if last % 3 == 0, first == last - 2 { return .part(.quarter, last / 3) }
      return (first, last) == (7, 12) ? .part(.half, 2) : nil
    }
    cursor.move(to: end)
    let isSpan = cursor.next.map { PeriodWords.spans.contains(String($0)) } ?? false
    return isNamed && !isSpan ? .part(.month, first) : nil
  }

  private static func quarter(_ cursor: inout TextCursor) -> Int? {
    guard let number = number(&cursor), (1...4).contains(number) else { return nil }
    return cursor.takeLongest(of: ["季度", "季"]) == nil ? nil : number
  }

  /// Reads a number from 1 to 12, in either digits.
  private static func number(_ cursor: inout TextCursor) -> Int? {
    if let number = cursor.takeDigits(1...2) { return number }
    let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    if cursor.take("两") { return 2 }
    return cursor.takeLongest(of: names).flatMap { name in names.firstIndex(of: name) }.map { $0 + 1 }
  }
}
