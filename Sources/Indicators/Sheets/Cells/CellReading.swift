import Units

/// What stands in a cell of a value column.
enum CellReading {
  /// A number, in the unit of its column.
  case number(DecimalNumber)
  /// A number with a unit of its own.
  case measured(DecimalNumber, MeasurementUnit)
  /// A number with 万 or 亿 and no unit: the number at that size, and the prefix.
  case prefixed(DecimalNumber, String)
  /// Nothing, or a mark.
  case missing(MissingReason)
  /// Something else.
  case unreadable(CellRemark)

  /// Reads the cell of `bytes`; numbers in ASCII take the short way.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ coding: FieldCoding, isEscaped: Bool,
    hasDecimalComma: Bool, marks: MissingMarks, units: UnitTable
  ) -> CellReading {
    if hasDecimalComma {
      return read(withDecimalPoints(coding.text(bytes, range, isEscaped: isEscaped)), marks: marks, units: units)
    }
    if range.isEmpty { return .missing(.notReported) }
    if let number = DecimalNumber(UnsafeBufferPointer(rebasing: bytes[range])) { return .number(number) }
    return read(coding.text(bytes, range, isEscaped: isEscaped), marks: marks, units: units)
  }

  /// Reads a cell's text.
  static func read(_ printed: String, marks: MissingMarks, units: UnitTable) -> CellReading {
    if let reason = marks.reason(of: printed) { return .missing(reason) }
    let text = withASCIIMinus(foldedName(printed))
    if let number = DecimalNumber(text) { return .number(number) }
    let split = text.utf8.firstIndex { !Self.numeric.contains($0) } ?? text.endIndex
    let (digits, rest) = (foldedName(String(text[..<split])), foldedName(String(text[split...])))
    guard !digits.isEmpty else {
      return .unreadable(isBracketedNumber(text) ? .bracketed : .notANumber)
    }
    guard let number = DecimalNumber(digits) else { return .unreadable(fault(of: digits)) }
    if rest.isEmpty { return .number(number) }
    guard case .success(let unit) = units.parse(rest) else { return .unreadable(fault(of: text)) }
    if unit.nature == .plain, unit.dimensions.isNone, let shift = powerOfTen(unit.size.ratio), shift > 0 {
      return DecimalNumber(digits, shift: shift).map { .prefixed($0, rest) } ?? .unreadable(.tooLarge)
    }
    return .measured(number, unit)
  }

  /// The bytes that a number before a unit is made of.
  private static let numeric: Set<UInt8> = Set("0123456789.,+- ".utf8)

  private static func fault(of text: String) -> CellRemark {
    if DecimalNumber.isPrintedNumber(text) { return .tooLarge }
    let bare = text.filter { $0 != "," }
    return bare != text && DecimalNumber.isPrintedNumber(bare) ? .grouping : .notANumber
  }

  private static func isBracketedNumber(_ text: String) -> Bool {
    text.hasPrefix("(") && text.hasSuffix(")") && DecimalNumber(String(text.dropFirst().dropLast())) != nil
  }

  private static func withASCIIMinus(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first == "\u{2212}" || first == "\u{FE63}" else { return text }
    return "-" + text.unicodeScalars.dropFirst().map(String.init).joined()
  }
}

/// Returns n where `ratio` is ten to the power n, from -22 to 22.
func powerOfTen(_ ratio: Double) -> Int? {
  guard ratio > 0, ratio.isFinite else { return nil }
  var (power, size) = (0, ratio >= 1 ? ratio : (1 / ratio).rounded())
  if ratio < 1, 1 / size != ratio { return nil }
  while size >= 10, power < 23 {
    size /= 10
    power += 1
  }
  return size == 1 && power <= 22 ? (ratio >= 1 ? power : -power) : nil
}

extension DecimalNumber {
  /// Reads all of `text` as a number in ASCII, multiplied by ten to the power of `shift`.
  init?(_ text: String, shift: Int = 0) {
    let bytes = Array(text.utf8)
    guard let number = bytes.withUnsafeBufferPointer({ DecimalNumber($0, shift: shift) }) else { return nil }
    self = number
  }

  /// Whether `text` is a number in ASCII, however large.
  static func isPrintedNumber(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { isPrintedNumber($0) }
  }

  /// Returns the number in another unit; the digits that it was printed with move along with the decimal point.
  func converted(by conversion: Conversion) -> DecimalNumber {
    let moved = powerOfTen(conversion.ratio) ?? 0
    return DecimalNumber(value: conversion(value), decimals: UInt8(clamping: max(0, Int(decimals) - moved)))
  }
}
