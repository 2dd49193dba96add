import Foundation

/// Reads a formula with numbers in it, as derivations print it, and works it out.
struct FormulaReading {
  private var rest: Substring

  private init(_ text: String) { rest = text.filter { $0 != " " }[...] }

  /// Returns what `text` comes to; nil for what is no formula.
  static func value(of text: String) -> Double? {
    var reading = FormulaReading(text)
    guard let value = reading.sum(), reading.rest.isEmpty else { return nil }
    return value
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("−") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("×") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("÷") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func power() -> Double? {
    guard let base = primary() else { return nil }
    guard take("^") else { return base }
    return primary().map { pow(base, $0) }
  }

  private mutating func primary() -> Double? {
    if take("(") {
      let value = sum()
      return take(")") ? value : nil
    }
    if take("|") {
      let value = sum()
      return take("|") ? value.map(abs) : nil
    }
    let digits = rest.prefix { "-0123456789.e".contains($0) }
    rest = rest.dropFirst(digits.count)
    guard let number = Double(digits) else { return nil }
    return take("%") ? number / 100 : number
  }
}
