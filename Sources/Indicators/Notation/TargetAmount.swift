import Units

/// A number in a target with what it counts.
struct TargetAmount {
  /// What stands after the number.
  enum Measure: Hashable {
    /// Nothing.
    case none
    /// `%` or a fraction: a share of something.
    case share
    /// 个百分点.
    case points
    /// Another unit.
    case unit(MeasurementUnit)
  }

  /// The number as printed, 万 and 亿 multiplied out; a share in per cent.
  let number: DecimalNumber
  /// What it counts.
  let measure: Measure
  /// Whether 万 or 亿 stood alone after the number.
  let isPrefixed: Bool

  /// The share as a plain number: 0.013 for 1.3%, as near as binary64 comes to the decimal.
  var fraction: Double {
    DecimalNumber(String(number.value), shift: -2)?.value ?? number.value / 100
  }

  /// Reads all of `text` as a number with a unit or without.
  init?(_ text: String, units: UnitTable) {
    if let share = Self.share(text) {
      (number, measure, isPrefixed) = (share, .share, false)
      return
    }
    let split = text.utf8.firstIndex { !Self.numeric.contains($0) } ?? text.endIndex
    var digits = String(text[..<split])
    var rest = foldedName(String(text[split...]))
    if digits.isEmpty {
      var cursor = TextCursor(text)
      guard let numeral = cursor.takeChineseNumeral() else { return nil }
      digits = "\(numeral)"
      rest = cursor.rest
    }
    digits = foldedName(digits)
    guard let number = DecimalNumber(digits) else { return nil }
    if rest.isEmpty {
      (self.number, measure, isPrefixed) = (number, .none, false)
      return
    }
    guard case .success(let unit) = units.parse(rest) else { return nil }
    switch unit.nature {
    case .percentage:
      guard let percent = unit.factor(to: Self.percent(units)) else { return nil }
      (self.number, measure, isPrefixed) = (number.converted(by: percent), .share, false)
    case .points: (self.number, measure, isPrefixed) = (number, .points, false)
    case .plain:
      if unit.dimensions.isNone, let shift = powerOfTen(unit.size.ratio), shift > 0 {
        guard let shifted = DecimalNumber(digits, shift: shift) else { return nil }
        (self.number, measure, isPrefixed) = (shifted, .none, true)
      } else {
        (self.number, measure, isPrefixed) = (number, .unit(unit), false)
      }
    }
  }

  private init(number: DecimalNumber, measure: Measure, isPrefixed: Bool) {
    self.number = number
    self.measure = measure
    self.isPrefixed = isPrefixed
  }

  /// Returns the same number, counting something else.
  func measured(as measure: Measure) -> TargetAmount {
    TargetAmount(number: number, measure: measure, isPrefixed: isPrefixed)
  }

  /// Returns the unit `%`.
  static func percent(_ units: UnitTable) -> MeasurementUnit {
    units.unit(named: "%") ?? .one
  }

  private static let numeric: Set<UInt8> = Set("0123456789.,+- ".utf8)

  /// Reads 三分之二, 百分之五, 2/3, 一半 or 八成 in per cent.
  private static func share(_ text: String) -> DecimalNumber? {
    if ["一半", "半数"].contains(text) { return DecimalNumber(value: 50, decimals: 0) }
    var cursor = TextCursor(text)
    if cursor.take("百分之") {
      if let percent = DecimalNumber(cursor.rest) { return percent }
      guard let percent = cursor.takeChineseNumeral(), cursor.isAtEnd else { return nil }
      return DecimalNumber(value: Double(percent), decimals: 0)
    }
    if let below = takeCount(&cursor) {
      let isWritten = cursor.take("分之")
      if isWritten || cursor.take("/"), below > 0 {
        guard let other = takeCount(&cursor), cursor.isAtEnd, other > 0 else { return nil }
        let (above, below) = isWritten ? (other, below) : (below, other)
        guard above <= below else { return nil }
        return DecimalNumber(value: Double(above) * 100 / Double(below), decimals: 0)
      }
      if cursor.take("成"), cursor.isAtEnd, (1...10).contains(below) {
        return DecimalNumber(value: Double(below * 10), decimals: 0)
      }
    }
    return nil
  }

  private static func takeCount(_ cursor: inout TextCursor) -> Int? {
    cursor.takeDigits(1...4) ?? cursor.takeChineseNumeral()
  }
}
