import Indicators
import Semantics

/// What an aggregate makes of one member of a set.
struct CollapsedMember: Sendable {
  /// What collapsing gives.
  let result: Grouping.Result
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// Whether every cell takes part.
  let isWhole: Bool

  /// Collapses the `values` of a member as `call` says.
  init(_ call: AggregateCall, _ values: Cube) {
    axes = values.axes
    let collapsed = call.frame.collapsed(of: axes)
    let groupAxes = axes.filter { !collapsed.contains($0.dimension) }
    var groups = Grouping(axes, collapsing: collapsed)
    groups.leaveOut(values, nil)
    isWhole = groups.wholeLayout != nil
    result = groups.collapse(
      call, values, second: nil, weight: nil, axes: groupAxes, groupAxes: groupAxes, lowerFirst: false)
  }
}

extension AggregateCall {
  /// What the call makes of each member of a set, where it collapses the cells of each by itself; nil for another call.
  var collapsingTask: MemberTask? {
    guard let argument, filter == nil, second == nil, weight == nil, !isBalanced, !function.keepsCells else {
      return nil
    }
    if case .over(let dimensions) = frame, dimensions.contains(.indicator) { return nil }
    return MemberTask(expression: argument, purpose: .collapsed, call: self)
  }
}

/// What an aggregate comes to that is collapsed for each member of a set by itself.
struct MemberwiseAggregate {
  /// What collapsing gives, with the dimension of the set first.
  let result: Grouping.Result
  /// The axes of what is collapsed.
  let axes: [Axis]
  /// What is collapsed.
  let collapsed: [Dimension]
  /// Whether every cell takes part.
  let isWhole: Bool

  /// Returns what the aggregate `call` rests on.
  func coverage(of call: AggregateCall, in scenario: ScenarioID) -> Coverage {
    Coverage(
      known: result.known, frame: result.frame, total: nil, weightShare: nil, unknownWeights: result.unknownWeights,
      droppedUnknown: 0, collapsed: collapsed,
      members: KnownMembers(
        call: call, scenario: scenario, answers: result.cube, axes: axes, collapsed: collapsed,
        isComplete: isWhole && result.isComplete))
  }
}

extension Evaluator {
  /// Returns the value of an aggregate over dimensions that all members of one large set have; nil for another aggregate.
  ///
  /// Each member is collapsed where it lies, so the values of the whole set never lie side by side.
  mutating func collapsedMembers(_ call: AggregateCall, _ surroundings: Surroundings) -> MemberwiseAggregate? {
    guard let task = call.collapsingTask, trees.isEmpty,
      let set = task.expression.memberwiseSet(in: surroundings.scenario, of: program)
    else { return nil }
    let apart = outcomes(of: task, surroundings)?.compactMap(\.collapsed)
    guard let apart, let axes = apart.first?.axes, apart.allSatisfy({ $0.axes == axes }) else { return nil }
    let collapsed = call.frame.collapsed(of: axes)
    // A member that is named as a total is looked at among all values.
    guard axes.allSatisfy({ !collapsed.contains($0.dimension) || unstatedTotals(on: $0).isEmpty }) else { return nil }
    let own = axis(ofSet: set)
    func stacked(_ part: (Grouping.Result) -> Cube) -> Cube {
      let cubes = apart.map { part($0.result) }
      return Cube(stacking: cubes, over: [own] + (cubes.first?.axes ?? []))
    }
    let result = Grouping.Result(
      cube: stacked(\.cube), known: stacked(\.known), frame: stacked(\.frame),
      unknownWeights: stacked(\.unknownWeights))
    return MemberwiseAggregate(
      result: result, axes: [own] + axes, collapsed: collapsed, isWhole: apart.allSatisfy(\.isWhole))
  }
}
