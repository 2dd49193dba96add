import Indicators
import Semantics
import Source
import Units

/// The formulas by which a target's numbers are worked out, with the numbers in their places.
struct TargetFormulas {
  let row: TargetRow

  private var value: String { row.value.map(digits) ?? "—" }
  private var asked: String { row.asked.map(digits) ?? "—" }
  private var baseline: String { row.baseline.map(digits) ?? "—" }

  /// How the number asked comes from `condition`; nil where it is printed.
  func asked(_ condition: TargetCondition) -> Phrase? {
    switch condition {
    case .grows(let share): formula("\(baseline) × (1 + \(percent(share)))")
    case .shrinks(let share): formula("\(baseline) × (1 − \(percent(share)))")
    case .adds(let amount):
      formula(amount < 0 ? "\(baseline) − \(digits(-amount))" : "\(baseline) + \(digits(amount))")
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .holds, .rises, .falls, .assigned,
      .ranks, .milestone:
      nil
    }
  }

  /// How far the value is from the nearest that meets the demand which it misses the most.
  var gap: Phrase? {
    guard let value = row.value, let gap = row.gap else { return nil }
    if gap == 0 { return row.isMetAlready == false ? Phrase("at the bound", "恰在界上") : Phrase("met: no gap", "已达到，无差距") }
    let missed = row.demands.first { $0.gap(of: value, baseline: row.baseline) == gap }
    return missed?.nearest(to: value, baseline: row.baseline).map { formula("|\(self.value) − \(digits($0))|") }
  }

  /// How the completion of the worst demand comes about.
  var completion: Phrase? {
    guard let value = row.value, let completion = row.completion else { return nil }
    let worst = row.demands.first { $0.completion(of: value, baseline: row.baseline) == completion }
    guard let worst, let number = worst.nearest(to: value, baseline: row.baseline) else {
      return completion == 100 ? Phrase("met: 100%", "已达到，计 100%") : nil
    }
    if equalAtTwelveDigits(value, number) { return nil }
    let scale = number != 0 ? abs(number) : abs(row.baseline ?? 0)
    guard scale > 0 else { return Phrase("met: 100%", "已达到，计 100%") }
    let share = "(\(self.value) − \(digits(number))) ÷ \(digits(scale))"
    let isEqual = if case .equal = worst.form { true } else { false }
    let isRange = if case .inRange = worst.form { true } else { false }
    switch isEqual || isRange ? nil : worst.direction {
    case .higher: return formula("1 + \(share)")
    case .lower: return formula("1 − \(share)")
    case nil: return formula("1 − |\(self.value) − \(digits(number))| ÷ \(digits(scale))")
    }
  }

  /// How the way from the baseline comes about.
  var fromBaseline: Phrase { formula("(\(value) − \(baseline)) ÷ (\(asked) − \(baseline))") }

  /// How the yearly change needed comes about, as a share or as a difference.
  func required(isAbsolute: Bool) -> Phrase? {
    guard let period = row.period, period < row.deadline else { return nil }
    let years = shortestString(significantDecimal(Double(row.deadline.months - period.months) / 12, digits: 6))
    if isAbsolute {
      return formula(years == "1" ? "\(asked) − \(value)" : "(\(asked) − \(value)) ÷ \(years)")
    }
    return formula(years == "1" ? "\(asked) ÷ \(value) − 1" : "(\(asked) ÷ \(value))^(1 ÷ \(years)) − 1")
  }

  /// How the share of the number asked comes about.
  var share: Phrase { formula("\(value) ÷ \(asked)") }

  private func formula(_ text: String) -> Phrase { Phrase(same: "= \(text)") }
  private func percent(_ share: Double) -> String { digits(share * 100) + "%" }

  private func digits(_ number: Double) -> String {
    let short = significantDecimal(number, digits: 12)
    let digits = shortestString(short == number ? number : significantDecimal(number, digits: 6))
    return number < 0 ? "(\(digits))" : digits
  }
}

extension Demand {
  /// Returns the number that a value is measured by: the number asked, the nearest end of a range, else the baseline.
  fileprivate func nearest(to value: Double, baseline: Double?) -> Double? {
    switch form {
    case .inRange(let lower, let upper): value < lower ? lower : value > upper ? upper : nil
    case .rises, .falls: baseline
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds: asked(baseline: baseline)
    case .assigned, .ranks, .milestone, .unknown: nil
    }
  }
}
