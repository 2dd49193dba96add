extension PeriodNotation {
  /// Reads a period that begins with its year.
  static func dated(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    if let number = cursor.takeDigits(8...8) {
      return day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    cursor.move(to: start)
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
    if cursor.isAtEnd { return .period(Period(year: year)) }
    // The World Bank prints its years twice: 1960 [YR1960].
    if cursor.take("[yr\(year)]") { return .period(Period(year: year)) }
    if let separator = cursor.takeLongest(of: ["-", "/", "."]) {
      return separated(&cursor, year: year, separator: separator)
    }
    _ = cursor.takeLongest(of: ["年全年", "年度", "年"])
    let named = cursor.position
    if let part = englishMonth(&cursor) ?? part(&cursor) {
      switch part {
      case .part(.month, let month) where cursor.next.map { ("0"..."9").contains($0) } ?? false:
        return cursor.takeDigits(1...2).flatMap { day in
          cursor.takeLongest(of: ["日", "号"]) == nil ? nil : Self.day(year: year, month: month, day: day)
        }
      case .part(let frequency, let part): return .period(Period(year: year, frequency: frequency, part: part))
      case .cumulative(_, let frequency, let part): return .cumulative(year: year, frequency, part)
      case .period, .day, .relative, .current, .alone, .running: return nil
      }
    }
    cursor.move(to: max(whole, named))
    return .period(Period(year: year))
  }

  /// Reads what follows a year and a separator: a month, a quarter, a day.
  private static func separated(_ cursor: inout TextCursor, year: Int, separator: String) -> PeriodNotation? {
    if let month = cursor.takeDigits(1...2) {
      guard (1...12).contains(month) else { return nil }
      if cursor.take(separator) {
        if let day = cursor.takeDigits(1...2) {
          takeMidnight(&cursor)
          return Self.day(year: year, month: month, day: day)
        }
        // Without its blank, 2023-09-30 00:00:00 has four digits here.
        guard let digits = cursor.takeDigits(4...4), digits % 100 == 0, cursor.take(":00") else { return nil }
        _ = cursor.take(":00")
        return Self.day(year: year, month: month, day: digits / 100)
      }
      // A second year or another sign follows: this is no month.
      if let next = cursor.next, "-/.~".unicodeScalars.contains(next) { return nil }
      return .period(Period(year: year, frequency: .month, part: month))
    }
    // 2023-Q1, 2023-M09, 2023-S1 of statistical exchange formats.
    if cursor.take("s"), let half = cursor.takeDigits(1...1), (1...2).contains(half) {
      return .period(Period(year: year, frequency: .half, part: half))
    }
    guard case .part(let frequency, let part)? = englishMonth(&cursor) ?? part(&cursor) else { return nil }
    return .period(Period(year: year, frequency: frequency, part: part))
  }

  private static func day(year: Int, month: Int, day: Int) -> PeriodNotation? {
    guard years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return .day(Period(year: year, frequency: .month, part: month), day)
  }

  /// Steps over a time of day that says nothing: `T00:00:00`.
  private static func takeMidnight(_ cursor: inout TextCursor) {
    _ = cursor.take("t")
    guard cursor.take("00:00") else { return }
    _ = cursor.take(":00")
    _ = cursor.take("z")
  }

  /// Reads an English month, with the year behind it if there is one: `sep`, `september2023`, `sep-23`.
  static func englishMonth(_ cursor: inout TextCursor) -> PeriodNotation? {
    let start = cursor.position
    for (index, name) in months.enumerated() {
      guard cursor.takeLongest(of: [name, String(name.prefix(3))] + (name == "september" ? ["sept"] : [])) != nil
      else { continue }
      _ = cursor.take(".")
      // A longer word begins like a month: marketing, decile.
      if let next = cursor.next, next.properties.isAlphabetic {
        cursor.move(to: start)
        return nil
      }
      let end = cursor.position
      _ = cursor.takeLongest(of: ["-", "/", ",", "'"])
      if let year = cursor.takeDigits(4...4), years.contains(year) {
        return .period(Period(year: year, frequency: .month, part: index + 1))
      }
      cursor.move(to: end)
      if cursor.takeLongest(of: ["-", "'"]) != nil, let year = cursor.takeDigits(2...2) {
        // Two digits are the year nearest to our time, as spreadsheets print it.
        return .period(Period(year: year + (year < 70 ? 2000 : 1900), frequency: .month, part: index + 1))
      }
      cursor.move(to: end)
      return .part(.month, index + 1)
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
