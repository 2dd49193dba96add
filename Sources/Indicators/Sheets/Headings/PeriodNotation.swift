/// A period as sheets print it, which may lean on the year that the sheet is about.
enum PeriodNotation: Hashable {
  /// A period with its year.
  case period(Period)
  /// A part of the sheet's year: `9月`, `一季度`.
  case part(Frequency, Int)
  /// The sheet's year, or one so many years away: `本年`, `上年`.
  case relative(Int)
  /// A value that runs from January: `1-9月`, `前三季度`.
  case cumulative

  /// Returns the period, given the one that the sheet is about.
  func resolved(in base: Period?) -> Period? {
    switch self {
    case .period(let period): period
    case .part(let frequency, let part): base.map { Period(year: $0.year, frequency: frequency, part: part) }
    case .relative(let distance): base.map { Period(year: $0.year + distance) }
    case .cumulative: nil
    }
  }

  /// Reads all of `text` as a period: `2022`, `2022年`, `2023Q1`, `2023年9月`, `2023-09`, `202309`.
  ///
  /// A bare number such as `3` counts parts of a year as long as `part`. Numbers may carry an empty fraction, as `1959.0`.
  init?(_ text: String, part frequency: Frequency? = nil) {
    let compact = compactText(text)
    var cursor = TextCursor(Self.withoutEmptyFraction(compact))
    if let frequency, let number = cursor.takeDigits(1...2), cursor.isAtEnd {
      guard (1...frequency.perYear).contains(number) else { return nil }
      self = .part(frequency, number)
      return
    }
    cursor.move(to: 0)
    guard let notation = PeriodNotation(&cursor), cursor.isAtEnd else { return nil }
    self = notation
  }

  /// Returns `1959.0` as `1959`, as tables of floating-point numbers print a year.
  private static func withoutEmptyFraction(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else { return text }
    return parts[0].allSatisfy(\.isNumber) ? String(parts[0]) : text
  }

  /// Reads a period at `cursor`, in text without blanks and in lower case.
  init?(_ cursor: inout TextCursor) {
    let start = cursor.position
    if let notation = Self.dated(&cursor) ?? Self.undated(&cursor) {
      self = notation
    } else {
      cursor.move(to: start)
      return nil
    }
  }

  private static func dated(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    if let number = cursor.takeDigits(6...6) {
      let (year, month) = (number / 100, number % 100)
      guard years.contains(year), (1...12).contains(month) else { return nil }
      return .period(Period(year: year, frequency: .month, part: month))
    }
    cursor.move(to: start)
    guard let year = cursor.takeDigits(4...4), years.contains(year) else {
      cursor.move(to: start)
      return nil
    }
    let whole = cursor.position
    if cursor.takeLongest(of: ["-", "/", "."]) != nil {
      guard let month = cursor.takeDigits(1...2), (1...12).contains(month) else { return nil }
      // A day or a second year follows: this is no month.
      if let next = cursor.next, "-/.~".unicodeScalars.contains(next) { return nil }
      return .period(Period(year: year, frequency: .month, part: month))
    }
    _ = cursor.takeLongest(of: ["年度", "年"])
    let named = cursor.position
    if let part = part(&cursor) {
      guard case .part(let frequency, let part) = part else { return part }
      return .period(Period(year: year, frequency: frequency, part: part))
    }
    cursor.move(to: max(whole, named))
    return .period(Period(year: year))
  }

  private static func undated(_ cursor: inout TextCursor) -> PeriodNotation? {
    if cursor.takeLongest(of: ["上年度", "上年", "去年"]) != nil { return .relative(-1) }
    if cursor.takeLongest(of: ["本年度", "本年", "今年", "当年"]) != nil { return .relative(0) }
    return part(&cursor)
  }

  /// Reads a part of a year.
  private static func part(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    if cursor.take("上半年") || cursor.take("h1") { return .part(.half, 1) }
    if cursor.take("下半年") || cursor.take("h2") { return .part(.half, 2) }
    if cursor.takeLongest(of: ["前三季度", "前3季度", "前二季度", "前两季度"]) != nil { return .cumulative }
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
    if let month = cursor.takeDigits(1...2), (1...12).contains(month) {
      if cursor.takeLongest(of: ["月份", "月"]) != nil {
        if cursor.takeLongest(of: ["累计"]) != nil { return .cumulative }
        if !"-—–~至".unicodeScalars.contains(cursor.next ?? " ") { return .part(.month, month) }
      }
      if cursor.takeLongest(of: ["-", "—", "–", "~", "至"]) != nil, cursor.takeDigits(1...2) != nil,
        cursor.takeLongest(of: ["月份", "月"]) != nil
      {
        _ = cursor.take("累计")
        return .cumulative
      }
    }
    cursor.move(to: start)
    return nil
  }

  private static func quarter(_ cursor: inout TextCursor) -> Int? {
    let names: [(String, Int)] = [
      ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("1", 1), ("2", 2), ("3", 3), ("4", 4),
    ]
    for (name, number) in names where cursor.take(name) {
      if cursor.takeLongest(of: ["季度", "季"]) != nil { return number }
      return nil
    }
    return nil
  }

  /// The years that a number in a heading can mean.
  static let years = 1800...2199
}
