import Source
import Units

extension TargetCondition {
  /// Whether a person judges it.
  var isMilestone: Bool {
    if case .milestone = self { true } else { false }
  }

  /// Whether it is a number alone.
  var isBareNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether it is a number or a comparison with one.
  var isComparison: Bool {
    switch self {
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange: true
    case .grows, .shrinks, .adds, .holds, .rises, .falls, .assigned, .ranks, .milestone: false
    }
  }

  /// Whether it asks for no number of the indicator itself.
  var isWithoutNumber: Bool {
    switch self {
    case .rises, .falls, .assigned, .ranks, .milestone: true
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .grows, .shrinks, .adds, .holds: false
    }
  }

  /// Whether two conditions are the lower and the upper bound of one number.
  static func areBounds(_ conditions: [TargetCondition]) -> Bool {
    var lower: Double?
    var upper: Double?
    for condition in conditions {
      switch condition {
      case .atLeast(let number), .moreThan(let number): lower = number
      case .atMost(let number), .lessThan(let number): upper = number
      case .equal, .number, .inRange, .grows, .shrinks, .adds, .holds, .rises, .falls, .assigned, .ranks, .milestone:
        return false
      }
    }
    guard let lower, let upper else { return false }
    return lower < upper
  }

  /// Returns the condition with its numbers in another unit.
  func converted(by conversion: Conversion) -> TargetCondition {
    switch self {
    case .atLeast(let number): .atLeast(conversion(number))
    case .moreThan(let number): .moreThan(conversion(number))
    case .atMost(let number): .atMost(conversion(number))
    case .lessThan(let number): .lessThan(conversion(number))
    case .equal(let number): .equal(conversion(number))
    case .number(let number): .number(conversion(number))
    case .inRange(let low, let high): .inRange(conversion(low), conversion(high))
    case .adds(let number): .adds(conversion(number))
    case .holds(let number): .holds(conversion(number))
    case .grows, .shrinks, .rises, .falls, .assigned, .ranks, .milestone: self
    }
  }

  /// The condition in a few words.
  package var phrase: Phrase {
    switch self {
    case .atLeast(let number): Phrase("at least \(plain(number))", "不低于\(plain(number))")
    case .moreThan(let number): Phrase("more than \(plain(number))", "高于\(plain(number))")
    case .atMost(let number): Phrase("at most \(plain(number))", "不高于\(plain(number))")
    case .lessThan(let number): Phrase("less than \(plain(number))", "低于\(plain(number))")
    case .equal(let number): Phrase("exactly \(plain(number))", "等于\(plain(number))")
    case .number(let number):
      Phrase("at least \(plain(number)), or at most where lower is better", "不低于\(plain(number))，越低越好的指标为不高于")
    case .inRange(let low, let high): Phrase("from \(plain(low)) to \(plain(high))", "\(plain(low))至\(plain(high))")
    case .grows(let share): Phrase("\(percent(share)) above the year before", "比上年增长\(percent(share))")
    case .shrinks(let share):
      share == 0
        ? Phrase("not above the year before", "不高于上年")
        : Phrase("\(percent(share)) below the year before", "比上年下降\(percent(share))")
    case .adds(let step):
      step == 0
        ? Phrase("not below the year before", "不低于上年")
        : step > 0
          ? Phrase("\(plain(step)) more than the year before", "比上年增加\(plain(step))")
          : Phrase("\(plain(-step)) less than the year before", "比上年减少\(plain(-step))")
    case .holds(let number): Phrase("no worse than \(plain(number))", "保持\(plain(number))")
    case .rises: Phrase("above the year before", "高于上年")
    case .falls: Phrase("below the year before", "低于上年")
    case .assigned: Phrase("set by a higher level, not yet known", "由上级下达，尚未确定")
    case .ranks(let place, let group): Phrase("among the first \(place) of \(group)", "\(group)前\(place)")
    case .milestone(let text): Phrase("judged by a person: \(text)", "由人工判定：\(text)")
    }
  }
}

/// Returns the shortest decimal spelling of `number`.
private func plain(_ number: Double) -> String {
  if let whole = Int64(exactly: number), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
  return String(number)
}

private func percent(_ share: Double) -> String {
  // The share came from a printed percentage; 12 digits bring that back.
  let scaled = (share * 100 * 1e9).rounded() / 1e9
  return plain(scaled.isFinite ? scaled : share * 100) + "%"
}
