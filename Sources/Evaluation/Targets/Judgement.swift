import Indicators
import Semantics

/// What a target asks of one cell, with its numbers known.
struct Demand {
  /// The forms of a condition.
  enum Form: Hashable {
    case atLeast(Double)
    case moreThan(Double)
    case atMost(Double)
    case lessThan(Double)
    case equal(Double)
    case holds(Double)
    case inRange(Double, Double)
    case rises
    case falls
    case assigned
    /// A place among the members of a group, as far as the data tell.
    case ranks(GroupRank)
    case milestone
    /// A condition whose number rests on a missing baseline.
    case unknown
  }

  /// Whether a member ranks as high in its group as is asked.
  enum GroupRank: Hashable {
    /// The data do not hold the group's members.
    case noGroup
    /// They do, and too few of them are known.
    case undecided
    case within, below
  }

  /// What is asked.
  let form: Form
  /// Which way is better: the condition's, or the indicator's where the condition has none.
  let direction: Direction?

  /// Creates a demand; the direction of a comparison is its own.
  init(_ form: Form, indicator: Direction?) {
    self.form = form
    switch form {
    case .atLeast, .moreThan, .rises: direction = .higher
    case .atMost, .lessThan, .falls: direction = .lower
    case .equal, .holds, .inRange, .assigned, .ranks, .milestone, .unknown: direction = indicator
    }
  }

  /// Creates the demand of `condition`, whose growth is counted from `baseline`.
  init(_ condition: TargetCondition, baseline: Double?, indicator: Direction?) {
    func from(_ change: (Double) -> Double, _ direction: Direction) -> Demand.Form {
      guard let baseline else { return .unknown }
      return direction == .higher ? .atLeast(change(baseline)) : .atMost(change(baseline))
    }
    let form: Form =
      switch condition {
      case .atLeast(let number): .atLeast(number)
      case .moreThan(let number): .moreThan(number)
      case .atMost(let number): .atMost(number)
      case .lessThan(let number): .lessThan(number)
      case .equal(let number): .equal(number)
      case .number(let number): indicator == .lower ? .atMost(number) : .atLeast(number)
      case .inRange(let lower, let upper): .inRange(lower, upper)
      case .grows(let share): from({ $0 * (1 + share) }, .higher)
      case .shrinks(let share): from({ $0 * (1 - share) }, .lower)
      case .adds(let amount): from({ $0 + amount }, amount < 0 ? .lower : .higher)
      case .holds(let number): .holds(number)
      case .rises: .rises
      case .falls: .falls
      case .assigned: .assigned
      case .ranks: .ranks(.noGroup)
      case .milestone: .milestone
      }
    self.init(form, indicator: indicator)
  }

  /// Whether a value can be more or less near to what is asked.
  var isMeasured: Bool {
    switch form {
    case .assigned, .ranks, .milestone: false
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds, .inRange, .rises, .falls, .unknown: true
    }
  }

  /// Returns the number that the plan takes: the number asked, or the easier end of a range.
  func asked(baseline: Double?) -> Double? {
    switch form {
    case .atLeast(let number), .moreThan(let number), .atMost(let number), .lessThan(let number), .equal(let number),
      .holds(let number):
      return number
    case .inRange(let lower, let upper):
      switch direction {
      case .higher: return lower
      case .lower: return upper
      case nil:
        guard let baseline else { return nil }
        return abs(baseline - lower) <= abs(baseline - upper) ? lower : upper
      }
    case .rises, .falls, .assigned, .ranks, .milestone, .unknown: return nil
    }
  }

  /// Returns whether `value` meets the demand, or nil where that needs a baseline that is missing.
  func isMet(by value: Double, baseline: Double?) -> Bool? {
    func order(_ other: Double) -> Int { compareAtTwelveDigits(value, other) }
    switch form {
    case .atLeast(let number): return order(number) >= 0
    case .moreThan(let number): return order(number) > 0
    case .atMost(let number): return order(number) <= 0
    case .lessThan(let number): return order(number) < 0
    case .equal(let number): return order(number) == 0
    case .holds(let number):
      return switch direction {
      case .higher: order(number) >= 0
      case .lower: order(number) <= 0
      case nil: order(number) == 0
      }
    case .inRange(let lower, let upper): return order(lower) >= 0 && order(upper) <= 0
    case .rises: return baseline.map { order($0) > 0 }
    case .falls: return baseline.map { order($0) < 0 }
    case .assigned, .ranks, .milestone, .unknown: return nil
    }
  }

  /// Returns how far `value` is from the nearest value that meets the demand; never negative.
  func gap(of value: Double, baseline: Double?) -> Double? {
    guard let met = isMet(by: value, baseline: baseline) else { return nil }
    if met { return 0 }
    if case .inRange(let lower, let upper) = form { return max(lower - value, value - upper) }
    guard let number = asked(baseline: baseline) ?? baseline else { return nil }
    return abs(number - value)
  }

  /// Returns the completion in percent: the value against the number asked, 100 or more exactly when it is met.
  ///
  /// With a the number asked (the baseline for `rises` and `falls`): `1 + (v − a)/|a|` where higher is better,
  /// `1 − (v − a)/|a|` where lower is, `1 − |v − a|/|a|` without a direction. If a is 0 the baseline's magnitude
  /// divides; if that is 0 too, 100 when met and no answer otherwise.
  func completion(of value: Double, baseline: Double?) -> Double? {
    var number: Double
    var direction = direction
    switch form {
    case .inRange(let lower, let upper):
      if isMet(by: value, baseline: baseline) == true { return 100 }
      number = value < lower ? lower : upper
      direction = nil
    case .assigned, .ranks, .milestone, .unknown: return nil
    case .equal:
      guard let asked = asked(baseline: baseline) else { return nil }
      number = asked
      // To be more than what was asked exactly is no more than asked for.
      direction = nil
      if isMet(by: value, baseline: baseline) == true { return 100 }
    case .atLeast, .moreThan, .atMost, .lessThan, .holds, .rises, .falls:
      guard let asked = asked(baseline: baseline) ?? baseline else { return nil }
      number = asked
    }
    let isMet = isMet(by: value, baseline: baseline)
    let scale = number != 0 ? abs(number) : abs(baseline ?? 0)
    guard scale > 0 else { return isMet == true ? 100 : nil }
    // What equals a strict bound is as near to meeting it as can be, and does not.
    if equalAtTwelveDigits(value, number) { return isMet == false ? (100.0).nextDown : 100 }
    let distance = (value - number) / scale
    return switch direction {
    case .higher: (1 + distance) * 100
    case .lower: (1 - distance) * 100
    case nil: (1 - abs(distance)) * 100
    }
  }

  /// Returns whether the demand asks for less than `last`, direction considered; nil where that cannot be said.
  func isRetreat(from last: Double, baseline: Double?) -> Bool? {
    guard let number = asked(baseline: baseline) else {
      switch form {
      case .rises, .falls: return false
      case .atLeast, .moreThan, .atMost, .lessThan, .equal, .holds, .inRange, .assigned, .ranks, .milestone, .unknown:
        return nil
      }
    }
    return switch direction {
    case .higher: compareAtTwelveDigits(number, last) < 0
    case .lower: compareAtTwelveDigits(number, last) > 0
    case nil: nil
    }
  }
}

extension [Demand] {
  /// Returns the completion of several demands joined by `and`: that of the worst, and none where one is missed that has none.
  func completion(of value: Double, baseline: Double?) -> Double? {
    var worst: Double?
    for demand in self {
      if let completion = demand.completion(of: value, baseline: baseline) {
        worst = Swift.min(worst ?? completion, completion)
      } else if demand.isMet(by: value, baseline: baseline) == false {
        return nil
      }
    }
    return worst
  }
}
