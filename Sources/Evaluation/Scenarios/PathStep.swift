import Glibc
import Indicators
import Semantics

/// One period of a path: what the period before was, and how each form of path goes on from it, sample by sample.
struct PathStep {
  /// How many samples a row has.
  let count: Int
  /// The values of the period before, without what shifts them.
  let previous: Row
  /// The period.
  let period: Period

  /// Writes the previous values grown by the shares `rate`, which are for a `per`, over one period.
  ///
  /// Of zero or less, a growth means nothing.
  func grow(_ row: Row, by rate: Row, _ per: CheckedCourse.Per) {
    let times = Double(per.perYear) / Double(period.frequency.perYear)
    if times == 1 {
      row.combine(previous, rate, count) { $0 > 0 && $1 > -1 ? $0 * (1 + $1) : .nan }
    } else {
      row.combine(previous, rate, count) { $0 > 0 && $1 > -1 ? $0 * exp(log1p($1) * times) : .nan }
    }
    row.explain(notPositive: previous, count)
  }

  /// Writes the previous values risen by `amount`, which is for a `per`, over one period.
  func rise(_ row: Row, by amount: Row, _ per: CheckedCourse.Per) {
    let (times, parts) = (Double(per.perYear), Double(period.frequency.perYear))
    row.combine(previous, amount, count) { $0 + $1 * times / parts }
  }

  /// Writes the values on the way from `origin`, those before `start`, to `goal` at `end`; the goal itself from there on.
  ///
  /// An s-curve is 3f² − 2f³ of the way at the share f of the time.
  func approach(
    _ row: Row, _ goal: Row, by end: Period, along curve: CheckedCourse.Curve, from origin: Row, start: Period
  ) {
    if end <= period { return row.copy(goal, count) }
    let whole = Double(end.ordinal - start.ordinal) + 1
    let share = (Double(period.ordinal - start.ordinal) + 1) / whole
    switch curve {
    case .linear: row.combine(goal, origin, count) { $1 + ($0 - $1) * share }
    case .scurve: row.combine(goal, origin, count) { $1 + ($0 - $1) * share * share * (3 - 2 * share) }
    case .geometric:
      row.combine(goal, origin, count) { $1 > 0 && $0 > 0 ? $1 * pow($0 / $1, share) : .nan }
      row.explain(notPositive: origin, count)
    }
  }

  /// Writes the previous values moved as `guide` has moved since `before`: percentages in points, others in proportion.
  func follow(_ row: Row, _ guide: Row, since before: Row, isPercentage: Bool) {
    if isPercentage {
      row.combine(previous, guide, count) { $0 + $1 }
      row.combine(row, before, count) { $0 - $1 }
    } else {
      row.combine(guide, before, count) { $1 > 0 ? $0 / $1 : .nan }
      row.explain(notPositive: before, count)
      row.combine(previous, row, count) { $0 * $1 }
    }
  }

  /// Writes the values of `row`, with the previous ones where they are missing.
  func hold(_ row: Row, _ values: Row) {
    row.copy(values, count)
    for place in 0..<count where !row.reasons[place].isKnown && previous[place].reason.isKnown {
      row.set(place, previous[place])
    }
  }
}

extension Row {
  /// Says of undefined cells among `count` that their base was zero or less, where it was.
  fileprivate func explain(notPositive base: Row, _ count: Int) {
    if isKnown(count) { return }
    for place in 0..<count where reasons[place] == .undefined {
      let cell = base[place]
      if cell.reason == .known, cell.value <= 0 { reasons[place] = .nonPositiveBase }
    }
  }

  /// Brings `count` known cells into `range`; returns whether any cell changed.
  func clamp(to range: ClosedRange<Double>, _ count: Int) -> Bool {
    var isStopped = false
    for place in 0..<count where reasons[place] == .known && !range.contains(values[place]) {
      values[place] = min(max(values[place], range.lowerBound), range.upperBound)
      isStopped = true
    }
    return isStopped
  }

  /// Brings `count` known cells down to those of `limit` where they are known, or up where it is the lowest; returns
  /// whether any cell changed.
  func bound(by limit: Row, isLowest: Bool, _ count: Int) -> Bool {
    var isStopped = false
    for place in 0..<count where reasons[place].isKnown {
      let bound = limit[place]
      guard bound.reason.isKnown, isLowest ? values[place] < bound.value : values[place] > bound.value else {
        continue
      }
      values[place] = bound.value
      isStopped = true
    }
    return isStopped
  }
}
