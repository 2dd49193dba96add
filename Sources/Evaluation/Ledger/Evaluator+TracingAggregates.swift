import Indicators
import Semantics

extension Evaluator {
  /// Traces an aggregate over data; one over a relation's rows rests on no row of a sheet of its own.
  mutating func trace(
    _ call: AggregateCall, of whole: CheckedExpression, _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    if case .relation = call.frame { return }
    guard let argument = call.argument else { return }
    let result = presence(of: whole, scenario)
    // What meets in each cell comes first, the condition last.
    let meetings = [argument, call.second, call.weight].compactMap { $0 }
    let operands = meetings + [call.filter].compactMap { $0 }
    let cubes = operands.map { presence(of: $0, scenario) }
    let axes = axes(of: call, cubes)
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells, !result.isTooLarge else {
      for (operand, cube) in zip(operands, cubes) {
        trace(operand, Fates(.limit, count: cube.count), scenario, &walk)
      }
      return
    }
    let meeting = MeetingCells(cubes, in: axes)
    let groups = Alignment.positions(of: result.axes, in: axes)
    let filter = call.filter == nil ? nil : operands.count - 1
    let isUnbalanced = call.isBalanced ? unbalanced(call, cubes, axes) : nil
    var traced = meeting.noFates
    for cell in groups.indices where groups[cell] >= 0 {
      let group = Int(groups[cell])
      // Where no value is due, none takes part.
      guard group < fates.count, let upper = fates[group], !meeting.isNone(0, cell) else { continue }
      var known: LedgerCause = result.reasons[group] == .known ? .used : loss(result.reasons[group])
      if isUnbalanced?[cell] ?? false { known = .coverage }
      var dropped: LedgerCause?
      if let filter {
        if !meeting.isKnown(filter, cell) {
          dropped = .filterUnknown
        } else if meeting.isZero(filter, cell) {
          dropped = .filter
        }
      }
      for operand in operands.indices {
        guard let position = meeting.position(operand, cell) else { continue }
        var cause = upper
        if upper == .used {
          // A condition that is false reaches no result either.
          if let dropped, operand != filter || dropped == .filter {
            cause = dropped
          } else if meeting.isKnown(operand, cell) {
            cause = known
            if operand != filter, let loss = meeting.loss(beside: operand, among: meetings.indices, cell) {
              cause = loss
            }
          }
        }
        traced[operand].improve(position, cause)
      }
    }
    for (operand, fates) in zip(operands, traced) { trace(operand, fates, scenario, &walk) }
  }

  /// Returns the axes over which an aggregate gathers its operands, in the order in which it aligns them.
  private func axes(of call: AggregateCall, _ cubes: [Cube]) -> [Axis] {
    var others = Array(cubes.dropFirst())
    // The condition, which stands last here, goes before the weight there.
    if call.filter != nil, call.weight != nil { others.swapAt(others.count - 1, others.count - 2) }
    return others.reduce(cubes[0].axes) { Alignment.axes($0, $1.axes) }
  }

  /// Returns whether each cell is left out because its member is not known in every period.
  private func unbalanced(_ call: AggregateCall, _ cubes: [Cube], _ axes: [Axis]) -> [Bool] {
    var value = cubes[0].spread(over: axes)
    let before = value.reasons
    let second = call.second == nil ? nil : cubes[1].spread(over: axes)
    let weight = call.weight == nil ? nil : cubes[call.second == nil ? 1 : 2].spread(over: axes)
    let collapsed = call.frame.collapsed(of: value.axes)
    let groupAxes = axes.filter { !collapsed.contains($0.dimension) }
    var groups = Grouping(axes, collapsing: collapsed)
    groups.leaveOut(value, second)
    if call.filter != nil { groups.apply(cubes[cubes.count - 1].spread(over: axes)) }
    _ = groups.balance(&value, second, weight, groupAxes: groupAxes)
    return zip(before, value.reasons).map { $0 == .known && $1 != .known }
  }

  /// Returns how a known cell is lost in a group whose result is missing for `reason`.
  private func loss(_ reason: MissingReason) -> LedgerCause {
    switch reason {
    case .coverage: .coverage
    case .tooLarge: .limit
    case .known, .notReported, .suppressed, .notApplicable, .unreadable, .undefined, .outsideData, .gap, .conflict,
      .noSuchCombination, .stated, .circular, .nonPositiveBase, .never:
      .undefined
    }
  }
}
