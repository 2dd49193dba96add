import Semantics
import Source
import Units

/// A number as a sentence prints it.
package struct PrintedNumber: Hashable, Sendable {
  /// The number with its unit, and with the words of a change.
  package let text: String
  /// The number that is printed, in its unit.
  package let rounded: Double
  /// How many digits follow the decimal point.
  package let decimals: Int

  /// Prints `number`, which is finite and in `unit`, in `format`; `language` speaks where no word of the format does.
  package init(_ number: Double, in unit: MeasurementUnit, _ format: TextFormat, language: Language) {
    let language = format.language ?? language
    let isShare = unit.nature != .plain
    if let wanted = format.decimals ?? (format.change != nil && isShare ? Self.changeDecimals : nil) {
      decimals = wanted
      rounded = roundHalfAwayFromZero(number, decimals: wanted)
    } else {
      let short = significantDecimal(number, digits: 12)
      rounded = short == number ? number : significantDecimal(number, digits: 5)
      decimals = min(decimalCount(of: shortestString(rounded)), TextFormat.decimalRange.upperBound)
    }
    guard let change = format.change else {
      text = Self.digits(rounded, format, decimals) + (format.showsUnit ? Self.suffix(unit, language) : "")
      return
    }
    guard rounded != 0 else {
      text = change.level
      return
    }
    let digits = Self.digits(rounded.magnitude, format, decimals)
    let suffix = format.showsUnit ? Self.suffix(unit, language, of: digits) : ""
    text = change.lead + change.verb(isFalling: rounded < 0, unit: unit) + digits + suffix + change.trail
  }

  /// How many digits after the point statistical communiqués print of growth and of differences of percentages.
  private static let changeDecimals = 1

  private static func digits(_ number: Double, _ format: TextFormat, _ decimals: Int) -> String {
    let digits =
      format.decimals == nil && format.change == nil
      ? shortestString(number) : decimalString(number, decimals: decimals)
    return format.isGrouped ? groupedThousands(digits) : digits
  }

  /// Returns the unit as it follows a number; in a change of percentages, `digits`, in words.
  private static func suffix(_ unit: MeasurementUnit, _ language: Language, of digits: String? = nil) -> String {
    switch (unit.nature, language) {
    case (.percentage, _): return unit.symbol
    case (.points, .chinese): return "个百分点"
    case (.points, .english):
      guard let digits else { return unit.symbol }
      return digits == "1" ? " percentage point" : " percentage points"
    case (.plain, _):
      guard let first = unit.symbol.unicodeScalars.first else { return "" }
      // Chinese writes its units right behind the number.
      return (first.properties.isIdeographic ? "" : " ") + unit.symbol
    }
  }
}

/// Returns how many digits follow the point in `digits`.
private func decimalCount(of digits: String) -> Int {
  digits.utf8.firstIndex(of: UInt8(ascii: ".")).map { digits.utf8.distance(from: $0, to: digits.utf8.endIndex) - 1 }
    ?? 0
}

/// Returns `digits` with a comma before every third digit of the whole part; a number with an exponent as it is.
func groupedThousands(_ digits: String) -> String {
  guard !digits.utf8.contains(UInt8(ascii: "e")) else { return digits }
  let sign = digits.utf8.first == UInt8(ascii: "-") ? 1 : 0
  let point = digits.utf8.firstIndex(of: UInt8(ascii: ".")) ?? digits.utf8.endIndex
  let whole = digits.utf8.distance(from: digits.utf8.startIndex, to: point)
  var grouped: [UInt8] = []
  for (offset, byte) in digits.utf8.enumerated() {
    if offset > sign, offset < whole, (whole - offset) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
    grouped.append(byte)
  }
  return String(decoding: grouped, as: UTF8.self)
}
