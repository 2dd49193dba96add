import Indicators
import Semantics
import Source
import Units

extension TargetCondition {
  /// Returns the condition as a script would write it for an indicator in `unit`.
  func wording(better: Direction?, unit: MeasurementUnit, _ language: Language) -> String {
    func say(_ english: String, _ chinese: String) -> String { language == .chinese ? chinese : english }
    func amount(_ number: Double) -> String {
      // What was worked out, such as two thirds, is shown short.
      let short = significantDecimal(number, digits: 12)
      let digits = shortestString(short == number ? number : significantDecimal(number, digits: 6))
      if unit.factors.isEmpty { return digits }
      return unit.nature == .plain ? "\(digits) \(unit.symbol)" : digits + unit.symbol
    }
    func percent(_ share: Double) -> String { shortestString(significantDecimal(share * 100, digits: 12)) + "%" }
    return switch self {
    case .atLeast(let number): ">= \(amount(number))"
    case .moreThan(let number): "> \(amount(number))"
    case .atMost(let number): "<= \(amount(number))"
    case .lessThan(let number): "< \(amount(number))"
    case .equal(let number): "= \(amount(number))"
    case .number(let number): "\(better == .lower ? "<=" : ">=") \(amount(number))"
    case .inRange(let lower, let upper): "\(say("in", "属于")) \(amount(lower))..\(amount(upper))"
    case .grows(let share): "\(say("grows", "增长")) \(percent(share))"
    case .shrinks(let share): "\(say("shrinks", "下降")) \(percent(share))"
    case .adds(let number): "\(say("adds", "增加")) \(amount(number))"
    case .holds(let number): "\(say("holds", "保持")) \(amount(number))"
    case .rises: say("rises", "提高")
    case .falls: say("falls", "降低")
    case .assigned: say("assigned", "待下达")
    case .ranks(let within, let group): say("ranks within \(within) of \"\(group)\"", "排名前 \(within) 范围 \"\(group)\"")
    case .milestone: say("milestone", "里程碑")
    }
  }
}
