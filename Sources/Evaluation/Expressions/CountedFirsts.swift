import Indicators
import Semantics
import Syntax

/// First periods of which an aggregate counts those of which something is true.
struct CountedFirsts {
  /// What is to be true of a first period.
  enum Test {
    /// It stands in a relation to another period.
    case stands(Comparator, Period)
    /// There is one.
    case isKnown
    /// There is none.
    case isMissing
  }

  /// The condition whose first periods are counted.
  let condition: CheckedExpression
  let test: Test

  /// Returns the truth values of the test for the first periods `firsts`.
  func verdicts(on firsts: Cube) -> Cube {
    switch test {
    case .stands(let comparator, let period): firsts.compared(comparator, with: Cube(period.code))
    case .isKnown: firsts.knowledge
    case .isMissing: firsts.knowledge.mapped { 1 - $0 }
    }
  }
}

extension AggregateCall {
  /// The first periods in all members of a set that the call counts; nil for another call.
  func countedFirsts(_ program: CheckedProgram) -> CountedFirsts? {
    guard function == .count, let argument = tallyTask?.expression else { return nil }
    func condition(_ expression: CheckedExpression) -> CheckedExpression? {
      if case .definition(.aggregate(let position)) = expression.form {
        program.aggregates[position].firstCondition
      } else {
        nil
      }
    }
    if case .comparison(let left, let comparator, let right) = argument.form, let condition = condition(left),
      case .period(let period) = right.form
    {
      return CountedFirsts(condition: condition, test: .stands(comparator, period))
    }
    var (inner, test) = (argument, CountedFirsts.Test.isKnown)
    if case .not(let known) = argument.form { (inner, test) = (known, .isMissing) }
    guard case .cells(.known, let arguments) = inner.form, let condition = condition(arguments[0]) else { return nil }
    return CountedFirsts(condition: condition, test: test)
  }
}
