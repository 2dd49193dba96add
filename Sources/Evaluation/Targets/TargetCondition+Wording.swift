import Indicators
import Semantics
import Source
import Units

extension TargetCondition {
  /// Whether the number asked is worked out from the baseline.
  var restsOnBaseline: Bool {
    switch self {
    case .grows, .shrinks, .adds: true
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .holds, .rises, .falls, .assigned, .ranks,
      .milestone:
      false
    }
  }

  /// Whether the value is judged by what it was before.
  var looksBack: Bool {
    switch self {
    case .rises, .falls: true
    case .grows, .shrinks, .adds, .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .holds,
      .assigned, .ranks, .milestone:
      restsOnBaseline
    }
  }

  /// Returns the condition as a script would write it for an indicator in `unit`.
  func wording(better: Direction?, unit: MeasurementUnit) -> Phrase {
    func amount(_ number: Double) -> String {
      // What was worked out, such as two thirds, is shown short.
      let short = significantDecimal(number, digits: 12)
      let digits = shortestString(short == number ? number : significantDecimal(number, digits: 6))
      if unit.factors.isEmpty { return digits }
      return unit.nature == .plain ? "\(digits) \(unit.symbol)" : digits + unit.symbol
    }
    func percent(_ share: Double) -> String { shortestString(significantDecimal(share * 100, digits: 12)) + "%" }
    func same(_ text: String) -> Phrase { Phrase(same: text) }
    func verb(_ english: String, _ chinese: String, _ amount: String) -> Phrase {
      Phrase("\(english) \(amount)", "\(chinese) \(amount)")
    }
    return switch self {
    case .atLeast(let number): same(">= \(amount(number))")
    case .moreThan(let number): same("> \(amount(number))")
    case .atMost(let number): same("<= \(amount(number))")
    case .lessThan(let number): same("< \(amount(number))")
    case .equal(let number): same("= \(amount(number))")
    case .number(let number): same("\(better == .lower ? "<=" : ">=") \(amount(number))")
    case .inRange(let lower, let upper): verb("in", "属于", "\(amount(lower))..\(amount(upper))")
    case .grows(let share): verb("grows", "增长", percent(share))
    case .shrinks(let share): verb("shrinks", "下降", percent(share))
    case .adds(let number):
      verb("adds", "增加", unit.nature == .percentage ? shortestString(number) + "pp" : amount(number))
    case .holds(let number): verb("holds", "保持", amount(number))
    case .rises: Phrase("rises", "提高")
    case .falls: Phrase("falls", "降低")
    case .assigned: Phrase("assigned", "待下达")
    case .ranks(let within, let group):
      Phrase("ranks within \(within) of \"\(group)\"", "排名前 \(within) 范围 \"\(group)\"")
    case .milestone(let text): Phrase("milestone \"\(text)\"", "里程碑 “\(text)”")
    }
  }
}
