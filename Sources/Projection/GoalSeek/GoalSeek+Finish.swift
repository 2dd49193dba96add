import Indicators
import Semantics
import Units

extension GoalSeek {
  /// Returns the solution that is reached where the params have `values`.
  mutating func finished(_ status: GoalSolution.Status, at values: [Double], jumps: Bool) -> GoalSolution {
    let movers = ranges.indices.map { axis in
      GoalSolution.Mover(
        parameter: question.parameters[axis], present: present[axis], value: values[axis],
        decimals: decimalsShown(values[axis], axis), range: ranges[axis],
        isRangeAssumed: question.bounds[axis] == nil)
    }
    return solution(status, movers, jumps: jumps)
  }

  /// Returns what is reached where the condition comes nearest to holding, and which ends hold the params back.
  mutating func impossible(at best: [Double]) -> GoalSolution {
    let values = tidied(best)
    let movers = ranges.indices.map { axis in
      var mover = GoalSolution.Mover(
        parameter: question.parameters[axis], present: present[axis], value: values[axis],
        decimals: decimalsShown(values[axis], axis), range: ranges[axis],
        isRangeAssumed: question.bounds[axis] == nil)
      if values[axis] == ranges[axis].upperBound { mover.binding = .upper }
      if values[axis] == ranges[axis].lowerBound { mover.binding = .lower }
      return mover
    }
    return solution(.impossible, movers, jumps: false)
  }

  private mutating func solution(
    _ status: GoalSolution.Status, _ movers: [GoalSolution.Mover], jumps: Bool
  ) -> GoalSolution {
    let values = movers.map(\.value)
    let (before, after) = (trials.trial(at: present), trials.trial(at: values))
    let slopes = jumps ? nil : sideSlopes(at: values)
    var comparisons: [(left: GoalSolution.Side, right: GoalSolution.Side)] = []
    for (index, part) in trials.requirement.parts.enumerated() {
      guard let sides = part.sides, let old = before.sides[index], let new = after.sides[index] else { continue }
      let none: [Double?] = Array(repeating: nil, count: values.count)
      comparisons.append(
        (
          .init(
            expression: sides.left, present: (old.left.value, old.left.reason),
            reached: (new.left.value, new.left.reason), slopes: slopes?[index].left ?? none),
          .init(
            expression: sides.right, present: (old.right.value, old.right.reason),
            reached: (new.right.value, new.right.reason), slopes: slopes?[index].right ?? none)
        ))
    }
    return GoalSolution(
      status: status, movers: movers, comparisons: comparisons, remarks: remarks, evaluations: trials.count)
  }

  /// How many digits after the point tell values of a param apart that the search can tell apart.
  func decimals(of axis: Int) -> Int {
    let resolution = (ranges[axis].upperBound - ranges[axis].lowerBound) * (isSampled ? 1e-4 : 1e-7)
    var digits = 0
    while digits < 12, powerOfTen(-digits) > resolution { digits += 1 }
    return digits
  }

  /// Returns the shortest values near `values`, and no nearer to the present ones where that would not do, at which the
  /// condition holds.
  mutating func printable(_ values: [Double]) -> [Double] {
    for more in 0..<10 {
      for outward in [0.0, 1.0] {
        let rounded = values.indices.map { axis -> Double in
          if values[axis] == start[axis] { return values[axis] }
          let digits = decimals(of: axis) + more
          let near = roundHalfAwayFromZero(values[axis], decimals: digits)
          let away = values[axis] > start[axis] ? outward : -outward
          let moved = roundHalfAwayFromZero(near + away * powerOfTen(-digits), decimals: digits)
          return min(max(moved, ranges[axis].lowerBound), ranges[axis].upperBound)
        }
        if trials.holds(at: rounded) { return rounded }
      }
    }
    return values
  }

  /// Returns shorter values near `values` at which the condition is as near to holding.
  private mutating func tidied(_ values: [Double]) -> [Double] {
    let rounded = values.indices.map { axis in
      min(
        max(roundHalfAwayFromZero(values[axis], decimals: decimals(of: axis)), ranges[axis].lowerBound),
        ranges[axis].upperBound)
    }
    let scales = trials.requirement.parts.map { _ in 1.0 }
    guard let before = trials.requirement.margin(of: trials.trial(at: values), scales: scales),
      let after = trials.requirement.margin(of: trials.trial(at: rounded), scales: scales)
    else { return values }
    return after >= before - 1e-9 * before.magnitude ? rounded : values
  }

  /// How many digits after the point are to be shown of a value, so that it is the one that was tried.
  func decimalsShown(_ value: Double, _ axis: Int) -> Int {
    let least = decimals(of: axis)
    for digits in 0..<15 where roundHalfAwayFromZero(value, decimals: digits) == value { return digits }
    return max(least, 15)
  }
}

/// Returns ten to the power of `exponent`, the nearest number to it.
func powerOfTen(_ exponent: Int) -> Double {
  var power = 1.0
  for _ in 0..<exponent.magnitude { power *= 10 }
  return exponent < 0 ? 1 / power : power
}
