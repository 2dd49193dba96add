import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the values of `expression` computed for each member of the one set that it is made of, on all threads; nil where
  /// it is not made of one, or is small.
  ///
  /// What is worked out on the way to a member's values stays in the processor's memory. The axes are those that the values of
  /// the whole set would have.
  mutating func memberwise(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube? {
    let apart: [Cube]? = eachMember(of: expression, surroundings) { $0 }
    guard let apart, let position = expression.memberwiseSet(in: surroundings.scenario), let first = apart.first,
      apart.allSatisfy({ $0.axes == first.axes })
    else { return nil }
    let elements = program.sets[position].elements
    let axes = [Axis(.indicator, elements.map { .member(names.member($0.name)) })] + first.axes
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return .tooLarge }
    return Cube(stacking: apart, over: axes, sampling.workers)
  }

  /// Whether `definition` is a large set of indicators, whose values are put side by side only where they are asked for as a
  /// whole: many formulas look at the members one by one.
  mutating func isLeftToMembers(_ definition: Definition, in scenario: ScenarioID) -> Bool {
    guard block == nil, case .set(let position) = definition else { return false }
    let positions = program.sets[position].elements.compactMap { element -> Int? in
      if case .indicator(let position) = element.definition { position } else { nil }
    }
    guard let first = positions.first, positions.count == program.sets[position].elements.count else { return false }
    return cube(ofIndicator: first, in: scenario).count * positions.count >= fewestCellsMemberwise
  }

  /// Returns what `finish` makes of the values of `expression` for each member of the one set that it is made of; nil where it
  /// is not made of one, or is small.
  mutating func eachMember<Result: Sendable>(
    of expression: CheckedExpression, _ surroundings: Surroundings, _ finish: @escaping @Sendable (Cube) -> Result
  ) -> [Result]? {
    guard block == nil, surroundings.member == nil, surroundings.table == nil,
      let set = expression.memberwiseSet(in: surroundings.scenario)
    else { return nil }
    let elements = program.sets[set].elements
    prepare(elements.map(\.definition), in: surroundings.scenario)
    var axes: [Axis] = []
    for element in elements {
      axes = Alignment.axes(axes, cube(member(element), Surroundings(scenario: surroundings.scenario)).axes)
    }
    guard elements.count > 1, axes.allSatisfy({ $0.dimension != .sample && $0.dimension != .indicator }),
      axes.reduce(elements.count, { $0 * $1.labels.count }) >= fewestCellsMemberwise
    else { return nil }
    reportConflicts(.set(set), at: expression.range, surroundings.scenario)
    know(whatIsAskedIn: expression, surroundings.scenario)
    let members = elements.indices.map { SetMember(set: set, element: $0, axes: axes) }
    return shared(members) { evaluator, member in
      var own = surroundings
      own.member = member
      return finish(evaluator.cube(expression, own))
    }
  }

  /// Finds out what `expression` asks of all members alike, so that copies of this evaluator need not.
  private mutating func know(whatIsAskedIn expression: CheckedExpression, _ scenario: ScenarioID) {
    switch expression.form {
    case .dimension(.period): _ = knownPeriods
    case .definition(.set): break
    case .definition(let definition): _ = value(of: definition, in: scenario)
    case .cells(.meets, _): knowTargets()
    default: for part in expression.parts { know(whatIsAskedIn: part, scenario) }
    }
  }

  /// Returns the values of a member of a set, spread over the axes of all.
  mutating func cube(of member: SetMember, _ scenario: ScenarioID) -> Cube {
    cube(program.sets[member.set].elements[member.element].value, Surroundings(scenario: scenario))
      .spread(over: member.axes)
  }

  /// Returns what `work` gives for each of `items`, on all threads, and takes over what was found out and worked out for later.
  ///
  /// The items are parted in the same way on any number of threads, and findings are taken over in their order.
  mutating func shared<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (inout Evaluator, Item) -> Result
  ) -> [Result] {
    let size = max(1, min(16, items.count / 8))
    let parts = (items.count + size - 1) / size
    let results = WorkerResults<(evaluator: Evaluator, results: [Result])?>(parts, nil)
    let workers = sampling.workers
    var base = self
    // The work is shared here and nowhere below.
    base.sampling.workers = Workers()
    workers.share(0..<parts) { [base] part, _ in
      var evaluator = base
      var own: [Result] = []
      for item in items[part * size..<min((part + 1) * size, items.count)] { own.append(work(&evaluator, item)) }
      results.set(part, (evaluator, own))
    }
    var all: [Result] = []
    for case (let evaluator, let own)? in results.all {
      takeOver(evaluator, since: base.diagnostics.count)
      all += own
    }
    return all
  }
}
