/// A period as sheets print it, which may lean on the period that the sheet is about.
enum PeriodNotation: Hashable {
  /// A period with its year.
  case period(Period)
  /// A day, by its month.
  case day(Period, Int)
  /// A part of the sheet's year: `9月`, `一季度`.
  case part(Frequency, Int)
  /// The sheet's year, or one so many years away: `本年`, `上年`.
  case relative(Int)
  /// The sheet's own period, or the same one so many years away: `本期`, `上年同期`.
  case current(Int)
  /// The sheet's month or quarter alone, whatever has run before: `当月`.
  case alone(Int)
  /// From January through a part of a year, the sheet's where none is named: `1-9月`, `前三季度`.
  case cumulative(year: Int?, Frequency, Int)
  /// From January through the sheet's own period: `累计`.
  case running(Int)

  /// Returns the period, given the one that the sheet is about.
  func resolved(in base: SheetPeriod?) -> SheetPeriod? {
    switch self {
    case .period(let period), .day(let period, _): return SheetPeriod(period: period)
    case .part(let frequency, let part):
      return base.map { SheetPeriod(period: Period(year: $0.period.year, frequency: frequency, part: part)) }
    case .relative(let distance):
      guard let base else { return nil }
      // Under a title such as 2023年1-9月, 本年 is what has run so far.
      if base.isCumulative, distance == 0 { return base }
      return SheetPeriod(period: Period(year: base.period.year + distance))
    case .current(let distance):
      guard let base, base.period.frequency != .year else { return nil }
      return base.advanced(byYears: distance)
    case .alone(let distance):
      guard let base, base.period.frequency != .year else { return nil }
      return SheetPeriod(period: base.advanced(byYears: distance).period)
    case .cumulative(let year, let frequency, let part):
      guard let year = year ?? base?.period.year else { return nil }
      return SheetPeriod(period: Period(year: year, frequency: frequency, part: part), isCumulative: true)
    case .running(let distance):
      guard let base, base.period.frequency != .year else { return nil }
      return SheetPeriod(period: base.advanced(byYears: distance).period, isCumulative: true)
    }
  }

  /// Reads all of `text` as a period: `2022`, `2022年`, `2023Q1`, `2023年9月`, `2023-09`, `202309`, `1-9月`.
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
    if compact == PeriodWords.wholeYear {
      self = .part(.year, 1)
      return
    }
    cursor.move(to: 0)
    guard let notation = PeriodNotation(&cursor), cursor.isAtEnd else { return nil }
    self = notation
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

  /// Returns `1959.0` as `1959`, as tables of floating-point numbers print a year.
  private static func withoutEmptyFraction(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else { return text }
    return parts[0].allSatisfy(\.isNumber) ? String(parts[0]) : text
  }

  private static func undated(_ cursor: inout TextCursor) -> PeriodNotation? {
    if cursor.takeLongest(of: PeriodWords.runningYearBefore) != nil { return .running(-1) }
    if cursor.takeLongest(of: PeriodWords.running) != nil { return .running(0) }
    if cursor.takeLongest(of: PeriodWords.currentYearBefore) != nil { return .current(-1) }
    if cursor.takeLongest(of: PeriodWords.current) != nil { return .current(0) }
    if cursor.takeLongest(of: PeriodWords.aloneYearBefore) != nil { return .alone(-1) }
    if cursor.takeLongest(of: PeriodWords.alone) != nil { return .alone(0) }
    if cursor.takeLongest(of: ["上年度", "上年", "去年"]) != nil { return .relative(-1) }
    if cursor.takeLongest(of: ["本年度", "本年", "今年", "当年"]) != nil { return .relative(0) }
    return englishMonth(&cursor) ?? part(&cursor)
  }

  /// The years that a number in a heading can mean.
  static let years = 1800...2199
}

/// Words for periods that lean on the one that the sheet is about; an editable table.
enum PeriodWords {
  /// From January through the sheet's period.
  static let running = [
    "本年累计", "今年累计", "当年累计", "自年初累计", "年初累计", "年初至今", "自年初至今", "本月止累计", "本月末累计", "至本月累计", "累计", "ytd",
  ]
  /// The same a year before.
  static let runningYearBefore = ["上年同期累计", "去年同期累计", "上年累计", "去年累计"]
  /// The sheet's period.
  static let current = ["本期"]
  /// The same a year before.
  static let currentYearBefore = ["上年同期", "去年同期"]
  /// The sheet's month or quarter alone.
  static let alone = ["本月", "当月", "本季度", "本季", "当季"]
  /// The same a year before.
  static let aloneYearBefore = ["上年同月", "去年同月", "上年本月", "上年同季"]
  /// All of a year.
  static let wholeYear = "全年"
  /// Signs between the ends of a span.
  static let spans = ["-", "—", "–", "―", "−", "~", "至", "到"]
}
