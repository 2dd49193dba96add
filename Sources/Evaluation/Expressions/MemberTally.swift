import Indicators
import Semantics

/// What is known of the cells of members of a set, for an aggregate over all members.
struct MemberTally: Sendable {
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// The axes of the groups.
  let groupAxes: [Axis]
  /// What is known of each group.
  private(set) var groups: [GroupTally]
  /// How many members there are.
  private(set) var members = 1

  /// Takes the cells of a member that `call` collapses.
  init(_ call: AggregateCall, _ values: Cube) {
    axes = values.axes
    let collapsed = call.frame.collapsed(of: axes)
    groupAxes = axes.filter { !collapsed.contains($0.dimension) }
    let layout = GroupLayout(axes, collapsing: collapsed)
    groups = values.values.withUnsafeBufferPointer { numbers in
      values.reasons.withUnsafeBufferPointer { reasons in
        layout.tallies(call.function, numbers, reasons)
      }
    }
  }

  /// Counts the lanes of all members as `counted` says.
  init(_ firsts: MemberFirsts, _ counted: CountedFirsts) {
    (axes, groupAxes, members) = (firsts.axes, [], firsts.members.count)
    let found = firsts.lanesOfPeriods.reduce(0) { $0 + $1.lanes }
    let (known, holds) =
      switch counted.test {
      case .stands(let comparator, let period):
        (
          found,
          firsts.lanesOfPeriods.reduce(0) {
            $0 + (comparator.holds(compareAtTwelveDigits($1.period, period.code)) ? $1.lanes : 0)
          }
        )
      case .isKnown: (firsts.laneCount, found)
      case .isMissing: (firsts.laneCount, firsts.laneCount - found)
      }
    groups = [GroupTally(frame: firsts.laneCount, known: known, holds: holds)]
  }

  /// Whether every cell stands for a combination that the sheet has.
  var isWhole: Bool { groups.reduce(0) { $0 + $1.frame } == axes.cellCount * members }

  /// Adds what is known of the cells of the members that come next; returns whether they have the same axes.
  mutating func add(_ next: MemberTally) -> Bool {
    guard next.axes == axes, next.groups.count == groups.count else { return false }
    members += next.members
    for (group, other) in next.groups.enumerated() { groups[group].add(other) }
    return true
  }
}

extension GroupLayout {
  /// Returns what is known of each group of cells.
  fileprivate func tallies(
    _ function: AggregateFunction, _ values: UnsafeBufferPointer<Double>, _ reasons: UnsafeBufferPointer<MissingReason>
  ) -> [GroupTally] {
    if isContiguous {
      return (0..<groupCount).map { group in
        let cells = start(of: group)..<start(of: group) + memberCount
        return GroupTally(
          function, UnsafeBufferPointer(rebasing: values[cells]), UnsafeBufferPointer(rebasing: reasons[cells]))
      }
    }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: memberCount) { numbers in
      withUnsafeTemporaryAllocation(of: MissingReason.self, capacity: memberCount) { why in
        (0..<groupCount).map { group in
          var next = 0
          forEachRun(of: group) { start, run in
            for place in 0..<run.count {
              numbers[next] = values[start + place * run.stride]
              why[next] = reasons[start + place * run.stride]
              next += 1
            }
          }
          return GroupTally(function, UnsafeBufferPointer(numbers), UnsafeBufferPointer(why))
        }
      }
    }
  }
}

extension AggregateCall {
  /// What the call makes of each member of a set where it collapses all of them, and the tallies of members can be added up;
  /// nil for another call.
  var tallyTask: MemberTask? {
    guard let argument, filter == nil, second == nil, weight == nil, !isBalanced else { return nil }
    guard case .over(let dimensions) = frame, dimensions.contains(.indicator) else { return nil }
    switch function {
    case .sum, .mean, .min, .max, .count: return MemberTask(expression: argument, purpose: .tallied, call: self)
    case .median, .quantile, .stdev, .cv, .gini, .theil, .share, .rank, .first, .last, .distinct, .list, .ratio,
      .correlation, .contribution, .proportion:
      return nil
    }
  }
}
