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
      let set = task.expression.memberwiseSet(in: surroundings.scenario, of: program),
      let tally = countedFirsts(call, surroundings) ?? addedUp(task, surroundings),
      tally.members == program.sets[set].elements.count
    else { return nil }
    let axes = [axis(ofSet: set)] + tally.axes
    let collapsed = call.frame.collapsed(of: axes)
    let named = axes.filter { collapsed.contains($0.dimension) && !unstatedTotals(on: $0).isEmpty }
    // Which members named as totals take part is seen among all values, unless all do.
    guard named.isEmpty || tally.isWhole else { return nil }
    let groups = tally.groups
    let outcomes = groups.compactMap { $0.outcome(call) }
    guard outcomes.count == groups.count, let argument = call.argument else { return nil }
    for axis in named {
      reportUnstatedTotals(on: axis, at: argument.range, isKept: Array(repeating: true, count: axis.labels.count))
    }
    let zero = Cube(
      axes: tally.groupAxes, values: Array(repeating: 0, count: groups.count),
      reasons: Array(repeating: .known, count: groups.count))
    var result = Grouping.Result(
      cube: Cube(axes: tally.groupAxes, missing: .undefined), known: zero, frame: zero, unknownWeights: zero)
    for (group, outcome) in outcomes.enumerated() { result.set(group, outcome) }
    let aggregate = MemberwiseAggregate(result: result, axes: axes, collapsed: collapsed, isWhole: tally.isWhole)
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = aggregate.coverage(
      of: call, in: surroundings.scenario)
    return result.cube
  }

  /// Returns what is known of the cells of all members for `task`; nil where they have different axes.
  private mutating func addedUp(_ task: MemberTask, _ surroundings: Surroundings) -> MemberTally? {
    guard let apart = outcomes(of: task, surroundings)?.compactMap(\.tally), var all = apart.first else { return nil }
    for tally in apart.dropFirst() { if !all.add(tally) { return nil } }
    return all
  }

  /// Returns what is known of the first periods in all members that `call` counts; nil for another call.
  ///
  /// Where all lanes are counted together, it is enough how many have each period.
  private mutating func countedFirsts(_ call: AggregateCall, _ surroundings: Surroundings) -> MemberTally? {
    guard let counted = call.countedFirsts(program),
      let firsts = firstsOfMembers(where: counted.condition, surroundings)
    else { return nil }
    if call.frame.collapsed(of: firsts.axes).count == firsts.axes.count { return MemberTally(firsts, counted) }
    var all: MemberTally?
    for member in firsts.members {
      let next = MemberTally(call, counted.verdicts(on: member.cube))
      if all == nil { all = next } else if all?.add(next) != true { return nil }
    }
    return all
  }

  /// Returns the axis along which the members of the set at `position` lie.
  mutating func axis(ofSet position: Int) -> Axis {
    if let known = setAxes[position] { return known }
    let axis = Axis(.indicator, program.sets[position].elements.map { .member(names.member($0.name)) })
    setAxes[position] = axis
    return axis
  }
}
