import Indicators
import Semantics

/// What is at hand of the member whose turn it is in a pass over a set.
struct PassingMember: Sendable {
  /// How the condition of which the first period is asked is computed.
  struct Condition: Sendable {
    /// What it comes to in all other periods.
    let expression: CheckedExpression
    /// The periods in which it is false whatever the values.
    let idle: Set<Period>
    /// The axes of a member's values without these.
    let axes: [Axis]
  }

  /// The conditions of which first periods are asked.
  var conditions: [MemberTask.Key: Condition] = [:]
  /// The first periods that have been found.
  var firsts: [MemberTask.Key: FirstPeriods] = [:]
  /// The definition whose overlay nobody looks at before a period.
  var begin: (definition: Definition, period: Period)?
  /// Whether first periods were asked of what has none.
  var lacksPeriods = false
}

/// First periods of conditions on a member, found once for all that is made of them.
extension Evaluator {
  /// Returns how the conditions of which `tasks` ask the first periods are computed of members with `axes`.
  mutating func conditions(
    of tasks: [MemberTask], over axes: [Axis], in scenario: ScenarioID
  ) -> [MemberTask.Key: PassingMember.Condition] {
    var conditions: [MemberTask.Key: PassingMember.Condition] = [:]
    for task in tasks {
      let own = task.purpose == .firstPeriods ? [task.expression] : task.expression.firstConditions(program)
      for condition in own {
        let key = MemberTask(expression: condition, purpose: .firstPeriods).key(in: scenario)
        if conditions[key] != nil { continue }
        let idle = idlePeriods(of: condition, in: scenario)
        let own = axes.map { $0.without(idle) }
        let rest = own.last.map { self.condition(condition, withoutWhatHoldsIn: $0, idle, in: scenario) }
        conditions[key] = PassingMember.Condition(expression: rest ?? condition, idle: idle, axes: own)
      }
    }
    return conditions
  }

  /// Returns the first periods in which `condition` holds in the lanes of `member`; nil for one without periods.
  mutating func firstPeriods(
    of member: SetMember, where condition: CheckedExpression, _ surroundings: Surroundings
  ) -> FirstPeriods? {
    let key = MemberTask(expression: condition, purpose: .firstPeriods).key(in: surroundings.scenario)
    if let known = passing.firsts[key] { return known }
    var own = surroundings
    own.member = member
    var (expression, isKnownElsewhere) = (condition, false)
    if let prepared = passing.conditions[key] {
      own.member = SetMember(set: member.set, element: member.element, axes: prepared.axes)
      own.idlePeriods = prepared.idle
      expression = prepared.expression
      isKnownElsewhere = !prepared.idle.isEmpty
    }
    if let firsts = firstPeriodsMet(expression, own) {
      passing.firsts[key] = firsts
      return firsts
    }
    let verdicts = cube(expression, own)
    guard verdicts.axes.last?.dimension == .period else { return nil }
    let firsts = FirstPeriods(verdicts, isKnownElsewhere: isKnownElsewhere)
    passing.firsts[key] = firsts
    return firsts
  }

  /// Returns the first periods in which the member's targets are met, where `condition` asks for just that, and their verdicts need
  /// not be kept; nil for another condition.
  private mutating func firstPeriodsMet(
    _ condition: CheckedExpression, _ surroundings: Surroundings
  ) -> FirstPeriods? {
    guard let own = surroundings.member, case .cells(.meets, let arguments) = condition.form,
      case .definition(.set(own.set)) = arguments[0].form
    else { return nil }
    let expression = member(program.sets[own.set].elements[own.element])
    guard case .definition(let definition) = expression.form else { return nil }
    let values = cube(expression, Surroundings(scenario: surroundings.scenario))
    let (lanes, periods) = (Array(values.axes.dropLast()), values.periods)
    let places = periods.indices.filter { !surroundings.idlePeriods.contains(periods[$0]) }
    guard let first = places.first, let last = places.last, last - first == places.count - 1,
      values.axes.last?.dimension == .period,
      own.axes == lanes + [Axis(.period, periods[first...last].map(Label.period))],
      let demands = laneDemands(on: definition, lanes)
    else { return nil }
    return demands.firstPeriods(
      on: values, at: first..<last + 1, isKnownElsewhere: !surroundings.idlePeriods.isEmpty)
  }

  /// Returns the value for `member` of the aggregate at `position`, which asks for first periods.
  mutating func firstPeriods(
    of member: SetMember, ofAggregate position: Int, _ surroundings: Surroundings
  ) -> Cube {
    guard let condition = program.aggregates[position].firstCondition,
      let firsts = firstPeriods(of: member, where: condition, surroundings)
    else {
      passing.lacksPeriods = true
      return Cube(axes: [], missing: .undefined)
    }
    return firsts.cube
  }
}

extension CheckedAggregate {
  /// The condition whose first period in each lane is the aggregate's value; nil for another aggregate.
  var firstCondition: CheckedExpression? {
    guard case .aggregate(let call) = formula.form, case .over([.period]) = call.frame else { return nil }
    return call.conditionOfFirstPeriod
  }
}

extension CheckedExpression {
  /// The conditions of which the aggregates that the expression names ask the first periods.
  func firstConditions(_ program: CheckedProgram) -> [CheckedExpression] {
    var conditions: [CheckedExpression] = []
    var open = [self]
    while let next = open.popLast() {
      if case .definition(.aggregate(let position)) = next.form,
        let condition = program.aggregates[position].firstCondition
      {
        conditions.append(condition)
      }
      open += next.parts
    }
    return conditions
  }
}
