import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the value of an aggregate over all members of one large set, and remembers its coverage; nil for another aggregate.
  ///
  /// The cells of each member are counted and added up where they are computed, so the values of the whole set never lie side by
  /// side.
  mutating func tallied(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube? {
    guard let task = call.tallyTask, trees.isEmpty,
      let set = task.expression.memberwiseSet(in: surroundings.scenario, of: program)
    else { return nil }
    let apart = outcomes(of: task, surroundings)?.compactMap(\.tally)
    guard let apart, let first = apart.first, apart.count == program.sets[set].elements.count,
      apart.allSatisfy({ $0.axes == first.axes })
    else { return nil }
    let axes = [axis(ofSet: set)] + first.axes
    let collapsed = call.frame.collapsed(of: axes)
    let named = axes.filter { collapsed.contains($0.dimension) && !unstatedTotals(on: $0).isEmpty }
    let isWhole = apart.allSatisfy(\.isWhole)
    // Which members named as totals take part is seen among all values, unless all do.
    guard named.isEmpty || isWhole else { return nil }
    var groups = first.groups
    for tally in apart.dropFirst() {
      for (group, next) in tally.groups.enumerated() { groups[group].add(next) }
    }
    let outcomes = groups.compactMap { $0.outcome(call) }
    guard outcomes.count == groups.count, let argument = call.argument else { return nil }
    for axis in named {
      reportUnstatedTotals(on: axis, at: argument.range, isKept: Array(repeating: true, count: axis.labels.count))
    }
    let zero = Cube(
      axes: first.groupAxes, values: Array(repeating: 0, count: groups.count),
      reasons: Array(repeating: .known, count: groups.count))
    var result = Grouping.Result(
      cube: Cube(axes: first.groupAxes, missing: .undefined), known: zero, frame: zero, unknownWeights: zero)
    for (group, outcome) in outcomes.enumerated() { result.set(group, outcome) }
    let aggregate = MemberwiseAggregate(result: result, axes: axes, collapsed: collapsed, isWhole: isWhole)
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = aggregate.coverage(
      of: call, in: surroundings.scenario)
    return result.cube
  }

  /// Returns the axis along which the members of the set at `position` lie.
  mutating func axis(ofSet position: Int) -> Axis {
    if let known = setAxes[position] { return known }
    let axis = Axis(.indicator, program.sets[position].elements.map { .member(names.member($0.name)) })
    setAxes[position] = axis
    return axis
  }
}
