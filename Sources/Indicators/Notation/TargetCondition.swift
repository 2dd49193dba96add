/// What is asked of an indicator, with numbers in the indicator's unit.
package enum TargetCondition: Hashable, Sendable {
  /// At least the number.
  case atLeast(Double)
  /// More than the number.
  case moreThan(Double)
  /// At most the number.
  case atMost(Double)
  /// Less than the number.
  case lessThan(Double)
  /// Exactly the number.
  case equal(Double)
  /// A number alone: at least, or at most where lower is better.
  case number(Double)
  /// Between the two numbers, ends included.
  case inRange(Double, Double)
  /// Above the baseline by this share of it; 0.013 for `增长1.3%`.
  case grows(Double)
  /// Below the baseline by this share of it.
  case shrinks(Double)
  /// Above the baseline by this much.
  case adds(Double)
  /// No worse than the number.
  case holds(Double)
  /// Above the baseline.
  case rises
  /// Below the baseline.
  case falls
  /// Set by a higher level, not known here.
  case assigned
  /// Among the first so many of a wider group.
  case ranks(within: Int, of: String)
  /// Judged by a person.
  case milestone(String)
}
