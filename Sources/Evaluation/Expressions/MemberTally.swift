import Indicators
import Semantics

/// What is known of the cells of one member of a set, for an aggregate over all members.
struct MemberTally: Sendable {
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// The axes of the groups.
  let groupAxes: [Axis]
  /// What is known of each group.
  let groups: [GroupTally]

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

  /// Counts the lanes of a member whose first period `holds` of, as `call` does; nil where that asks for groups of lanes.
  init?(_ call: AggregateCall, _ firsts: FirstPeriods, where holds: (_ period: Double) -> Bool) {
    axes = firsts.cube.axes
    let collapsed = call.frame.collapsed(of: axes)
    guard collapsed.count == axes.count else { return nil }
    groupAxes = []
    var (known, count) = (0, 0)
    for (period, lanes) in firsts.lanesOfPeriods where lanes > 0 {
      known += lanes
      if holds(period) { count += lanes }
    }
    groups = [GroupTally(frame: firsts.cube.count, known: known, holds: count)]
  }

  /// Whether every cell stands for a combination that the sheet has.
  var isWhole: Bool { groups.reduce(0) { $0 + $1.frame } == axes.cellCount }
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
