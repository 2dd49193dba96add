import Indicators
import Semantics
import Units

extension TargetCondition {
  /// Returns the condition as a script would write it for an indicator in `unit`.
  func wording(better: Direction?, unit: MeasurementUnit) -> String {
    func amount(_ number: Double) -> String {
      let digits = shortestString(number)
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
    case .inRange(let lower, let upper): "in \(amount(lower))..\(amount(upper))"
    case .grows(let share): "grows \(percent(share))"
    case .shrinks(let share): "shrinks \(percent(share))"
    case .adds(let number): "adds \(amount(number))"
    case .holds(let number): "holds \(amount(number))"
    case .rises: "rises"
    case .falls: "falls"
    case .assigned: "assigned"
    case .ranks(let within, let group): "ranks within \(within) of \"\(group)\""
    case .milestone: "milestone"
    }
  }
}
