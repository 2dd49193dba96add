import Indicators
import Semantics

/// The first periods of each member of a set, found once for all that is made of them.
struct MemberFirsts: Sendable {
  /// Those of each member, in the order of the set.
  let members: [FirstPeriods]
  /// The axes of each.
  let axes: [Axis]
  /// In how many lanes of all members a period is the first, as its number, in ascending order.
  let lanesOfPeriods: [(period: Double, lanes: Int)]
  /// In how many cells the condition is unknown.
  let unknownCount: Int

  /// Takes those of all members; nil where they have different axes.
  init?(_ members: [FirstPeriods]) {
    guard let axes = members.first?.cube.axes, members.allSatisfy({ $0.cube.axes == axes }) else { return nil }
    (self.members, self.axes) = (members, axes)
    var lanes: [Double: Int] = [:]
    for member in members { for (period, count) in member.lanesOfPeriods { lanes[period, default: 0] += count } }
    lanesOfPeriods = lanes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    unknownCount = members.reduce(0) { $0 + $1.unknownCount }
  }

  /// How many lanes all members have together.
  var laneCount: Int { members.count * axes.cellCount }
}

extension Evaluator {
  /// Returns the first periods in which `condition` holds in each member of the set that it is made of; nil where it is not made of
  /// one, or is small.
  mutating func firstsOfMembers(where condition: CheckedExpression, _ surroundings: Surroundings) -> MemberFirsts? {
    guard block == nil, surroundings.member == nil, surroundings.table == nil,
      let set = condition.memberwiseSet(in: surroundings.scenario, of: program)
    else { return nil }
    let task = MemberTask(expression: condition, purpose: .firstPeriods)
    let key = task.key(in: surroundings.scenario)
    if let known = memberFirsts[key] { return known }
    guard let apart = outcomes(of: task, surroundings)?.compactMap(\.firstPeriods),
      apart.count == program.sets[set].elements.count, let firsts = MemberFirsts(apart)
    else { return nil }
    memberFirsts[key] = firsts
    return firsts
  }

  /// Whether the aggregate at `position` asks for first periods in a large set, all of which are known: then they are put side by
  /// side only where they are asked for as a whole, for most that is made of them is made member by member.
  mutating func isLeftToMembers(aggregate position: Int, in scenario: ScenarioID) -> Bool {
    guard block == nil, let condition = program.aggregates[position].firstCondition,
      let set = condition.memberwiseSet(in: scenario, of: program), isLeftToMembers(.set(set), in: scenario)
    else { return false }
    let task = MemberTask(expression: condition, purpose: .firstPeriods)
    if scenario.isDeclared, let holder = holder(of: .aggregate(position), in: scenario), holder != scenario,
      let shared = memberFirsts[task.key(in: holder)]
    {
      memberFirsts[task.key(in: scenario)] = shared
    }
    return firstsOfMembers(where: condition, Surroundings(scenario: scenario))?.unknownCount == 0
  }

  /// Returns the scenario that has the values of `definition` for `scenario` too.
  private mutating func holder(of definition: Definition, in scenario: ScenarioID) -> ScenarioID? {
    let order = order(of: scenario)
    guard let index = order.index(of: definition) else { return nil }
    return reaches.holder(ofGroup: index, in: scenario, program, layers(of: scenario), order)
  }
}
