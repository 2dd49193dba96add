import Indicators
import Syntax
import Units

/// A truth value of three.
enum Verdict {
  case yes, no, unknown

  init(_ truth: Bool) {
    self = truth ? .yes : .no
  }
}

/// What a part of a condition comes to for one indicator.
private enum Operand {
  case words([String])
  case number(Double)
  case period(Period)
  case truth(Verdict)
  case unknown
}

extension Checker {
  /// Returns whether `condition` holds for `row`, or nil where it needs more than the row and the parameters.
  func holds(_ condition: CheckedExpression, _ row: IndicatorRow) -> Verdict? {
    switch condition.form {
    case .truth(let truth): return Verdict(truth)
    case .not(let inner):
      return holds(inner, row).map { $0 == .unknown ? .unknown : Verdict($0 == .no) }
    case .and(let left, let right): return kleene(holds(left, row), holds(right, row), dominant: .no)
    case .or(let left, let right): return kleene(holds(left, row), holds(right, row), dominant: .yes)
    case .comparison(let left, let comparator, let right):
      return compare(operand(left, row), comparator, operand(right, row))
    case .between(let value, let lower, let upper):
      let value = operand(value, row)
      return kleene(
        compare(value, .greaterOrEqual, operand(lower, row)), compare(value, .lessOrEqual, operand(upper, row)),
        dominant: .no)
    case .among(let value, let list):
      let value = operand(value, row)
      return list.reduce(.no) { kleene($0, compare(value, .equal, operand($1, row)), dominant: .yes) }
    case .cells(.known, let arguments):
      return operand(arguments[0], row).map { if case .unknown = $0 { .no } else { .yes } }
    default: return nil
    }
  }

  private func operand(_ expression: CheckedExpression, _ row: IndicatorRow) -> Operand? {
    if let number = constant(expression) { return .number(number) }
    switch expression.form {
    case .column(let position):
      guard let column = IndicatorColumn(rawValue: position) else { return nil }
      switch row.entry(column) {
      case .words(let words): return words.isEmpty ? .unknown : .words(words)
      case .number(let number): return .number(number)
      case .period(let period): return period.map(Operand.period) ?? .unknown
      }
    case .word(let word): return .words([word])
    case .period(let period): return .period(period)
    case .missing: return .unknown
    case .truth, .not, .and, .or, .comparison, .between, .among: return holds(expression, row).map(Operand.truth)
    case .converted(let inner, let step): return number(operand(inner, row)) { step($0) }
    case .negative(let inner): return number(operand(inner, row)) { -$0 }
    case .arithmetic(let left, let operation, let right):
      guard case .number(let second)? = operand(right, row) else { return nil }
      return number(operand(left, row)) { operation.apply($0, second) }
    default: return nil
    }
  }

  private func number(_ operand: Operand?, _ change: (Double) -> Double) -> Operand? {
    if case .number(let number)? = operand { .number(change(number)) } else { nil }
  }

  private func compare(_ left: Operand?, _ comparator: Comparator, _ right: Operand?) -> Verdict? {
    switch (left, right) {
    case (nil, _), (_, nil): return nil
    case (.unknown, _), (_, .unknown): return .unknown
    case (.words(let first), .words(let second)):
      return Verdict(first.contains { second.contains($0) } == (comparator != .notEqual))
    case (.number(let first), .number(let second)):
      let (first, second) = (significantDecimal(first, digits: 12), significantDecimal(second, digits: 12))
      return Verdict(comparator.holds(first < second ? -1 : first > second ? 1 : 0))
    case (.period(let first), .period(let second)):
      return Verdict(comparator.holds(first < second ? -1 : second < first ? 1 : 0))
    case (.truth(let first), .truth(let second)):
      if first == .unknown || second == .unknown { return .unknown }
      return Verdict((first == second) == (comparator != .notEqual))
    case (.words, _), (.number, _), (.period, _), (.truth, _): return nil
    }
  }

  /// Returns two truth values joined: the dominant one with anything is itself, else the unknown is unknown.
  private func kleene(_ first: Verdict?, _ second: Verdict?, dominant: Verdict) -> Verdict? {
    guard let first, let second else { return nil }
    if first == dominant || second == dominant { return dominant }
    return first == .unknown ? .unknown : second
  }
}

extension Comparator {
  /// Returns whether two values that compare as `order` (negative, 0, positive) stand in this relation.
  package func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
