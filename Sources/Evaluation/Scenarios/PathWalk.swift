import Glibc
import Indicators
import Semantics

/// One lane of a definition's values in a scenario: the cells of one combination of members, period by period.
struct PathWalk {
  /// A cell: its number, or why there is none.
  typealias Value = (value: Double, reason: MissingReason)

  /// The periods, ascending and without gaps.
  let periods: [Period]
  /// Whether the values are percentages, which follow another member in points.
  let isPercentage: Bool
  /// The values before shifts, as far as they are known.
  private(set) var values: [Value] = []

  /// Creates a walk along `periods`.
  init(periods: [Period], isPercentage: Bool) {
    self.periods = periods
    self.isPercentage = isPercentage
    values.reserveCapacity(periods.count)
  }

  /// The value of the period before; outside the data before the first.
  var previous: Value { values.last ?? (0, .outsideData) }

  /// Takes the value of the next period.
  mutating func append(_ value: Value) { values.append(value) }

  /// Returns the value at `place` less `back` periods.
  func value(at place: Int) -> Value {
    values.indices.contains(place) ? values[place] : (0, .outsideData)
  }

  /// Returns the previous value grown by the share `rate`, which is for a `per`, over one period.
  func grown(by rate: Value, _ per: CheckedCourse.Per) -> Value {
    let before = previous
    if before.reason != .known { return before }
    if rate.reason != .known { return rate }
    // Of zero or less, a growth means nothing.
    guard before.value > 0 else { return (0, .nonPositiveBase) }
    guard rate.value > -1 else { return (0, .undefined) }
    let frequency = periods[values.count].frequency
    let times = Double(per.perYear) / Double(frequency.perYear)
    let factor = times == 1 ? 1 + rate.value : exp(log1p(rate.value) * times)
    return finite(before.value * factor)
  }

  /// Returns the previous value risen by `amount`, which is for a `per`, over one period.
  func risen(by amount: Value, _ per: CheckedCourse.Per) -> Value {
    let before = previous
    if before.reason != .known { return before }
    if amount.reason != .known { return amount }
    let frequency = periods[values.count].frequency
    return finite(before.value + amount.value * Double(per.perYear) / Double(frequency.perYear))
  }

  /// Returns the value on the way from the one before `start` to `goal` at `end`; the goal itself from there on.
  ///
  /// An s-curve is 3f² − 2f³ of the way at the share f of the time.
  func approaching(_ goal: Value, by end: Period, along curve: CheckedCourse.Curve, from start: Int) -> Value {
    if goal.reason != .known { return goal }
    let here = periods[values.count]
    if end <= here { return goal }
    let origin = value(at: start - 1)
    if origin.reason != .known { return origin }
    let whole = Double(end.ordinal - periods[start].ordinal) + 1
    let share = (Double(here.ordinal - periods[start].ordinal) + 1) / whole
    switch curve {
    case .linear: return finite(origin.value + (goal.value - origin.value) * share)
    case .scurve: return finite(origin.value + (goal.value - origin.value) * share * share * (3 - 2 * share))
    case .geometric:
      guard origin.value > 0 else { return (0, .nonPositiveBase) }
      guard goal.value > 0 else { return (0, .undefined) }
      return finite(origin.value * pow(goal.value / origin.value, share))
    }
  }

  /// Returns the previous value moved as `other` has moved since its own previous value.
  func following(_ other: Value, since before: Value) -> Value {
    let own = previous
    for value in [own, other, before] where value.reason != .known { return value }
    if isPercentage { return finite(own.value + other.value - before.value) }
    guard before.value > 0 else { return (0, .nonPositiveBase) }
    return finite(own.value * (other.value / before.value))
  }

  private func finite(_ number: Double) -> Value {
    number.isFinite ? (number, .known) : (0, .undefined)
  }
}
