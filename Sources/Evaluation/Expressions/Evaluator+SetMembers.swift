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
    let apart = outcomes(of: MemberTask(expression: expression, purpose: .cells), surroundings)?.compactMap(\.cells)
    guard let apart, let position = expression.memberwiseSet(in: surroundings.scenario, of: program),
      let first = apart.first,
      apart.allSatisfy({ $0.axes == first.axes })
    else { return nil }
    let axes = [axis(ofSet: position)] + first.axes
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return .tooLarge }
    return Cube(stacking: apart, over: axes, sampling.workers)
  }

  /// Whether `definition` is a large set of indicators, or asks for first periods in one, so that its values are put side by side
  /// only where they are asked for as a whole: many formulas look at the members one by one.
  mutating func isLeftToMembers(_ definition: Definition, in scenario: ScenarioID) -> Bool {
    if case .aggregate(let position) = definition { return isLeftToMembers(aggregate: position, in: scenario) }
    guard block == nil, case .set(let position) = definition else { return false }
    let positions = program.sets[position].elements.compactMap { element -> Int? in
      if case .indicator(let position) = element.definition { position } else { nil }
    }
    guard let first = positions.first, positions.count == program.sets[position].elements.count else { return false }
    return cube(ofIndicator: first, in: scenario).count * positions.count >= fewestCellsMemberwise
  }

  /// Returns what `task` makes of each member of the one set that its expression is made of; nil where it is not made of one,
  /// or is small.
  ///
  /// What else the questions will ask of the members is computed in the same pass, while their values are at hand, and kept
  /// until it is asked for; in a declared scenario the values themselves are not kept.
  mutating func outcomes(of task: MemberTask, _ surroundings: Surroundings) -> [MemberOutcome]? {
    let scenario = surroundings.scenario
    guard block == nil, surroundings.member == nil, surroundings.table == nil,
      let set = task.expression.memberwiseSet(in: scenario, of: program)
    else { return nil }
    if let known = membersAhead.removeValue(forKey: task.key(in: scenario)) {
      reportConflicts(.set(set), at: task.expression.range, scenario)
      return known
    }
    guard let frame = memberFrame(ofSet: set, in: scenario) else { return nil }
    reportConflicts(.set(set), at: task.expression.range, scenario)
    let ahead = surroundings.isPlain ? tasksAhead(of: task, ofSet: set, in: scenario) : []
    let tasks = [task] + ahead
    for task in tasks { know(whatIsAskedIn: task.expression, scenario) }
    let passed = pass(tasks, frame, surroundings)
    guard let results = passed ?? pass(tasks, keptFrame(ofSet: set, in: scenario), surroundings) else { return nil }
    for (place, task) in ahead.enumerated() {
      membersAhead[task.key(in: scenario)] = results.map { $0[place + 1] }
    }
    return results.map { $0[0] }
  }

  /// Returns what the aggregates that questions ask for will make of the members of the set at `position`, besides `task`.
  private mutating func tasksAhead(
    of task: MemberTask, ofSet position: Int, in scenario: ScenarioID
  ) -> [MemberTask] {
    let asked = askedAggregates ?? AskedAggregates(program)
    askedAggregates = asked
    var known: Set<MemberTask.Key> = [task.key(in: scenario)]
    var tasks: [MemberTask] = []
    for aggregate in asked.positions(in: scenario)
    where values[Key(definition: .aggregate(aggregate), scenario: scenario)] == nil {
      for task in program.aggregates[aggregate].formula.aggregateCalls
        .flatMap({ $0.memberTasks(program, hasWholes: !trees.isEmpty) })
      where task.expression.memberwiseSet(in: scenario, of: program) == position
        && membersAhead[task.key(in: scenario)] == nil && memberFirsts[task.key(in: scenario)] == nil
        && known.insert(task.key(in: scenario)).inserted
      {
        tasks.append(task)
      }
    }
    return tasks
  }

  /// Finds out what `expression` asks of all members alike, so that copies of this evaluator need not.
  private mutating func know(whatIsAskedIn expression: CheckedExpression, _ scenario: ScenarioID) {
    switch expression.form {
    case .dimension(.period): _ = knownPeriods
    case .definition(.set): break
    case .definition(.aggregate(let position)):
      if let condition = program.aggregates[position].firstCondition {
        know(whatIsAskedIn: condition, scenario)
      } else {
        _ = value(of: .aggregate(position), in: scenario)
      }
    case .definition(let definition): _ = value(of: definition, in: scenario)
    case .cells(.meets, _): knowTargets()
    default: for part in expression.parts { know(whatIsAskedIn: part, scenario) }
    }
  }

  /// Returns what `work` gives for each of `items`, on all threads, and takes over what was found out and worked out for later.
  ///
  /// The items are parted in the same way on any number of threads, and findings are taken over in their order.
  mutating func shared<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (inout Evaluator, Item) -> Result
  ) -> [Result] {
    let size = max(1, min(8, items.count / 8))
    let parts = (items.count + size - 1) / size
    let results = WorkerResults<(evaluator: Evaluator, results: [Result])?>(parts, nil)
    let workers = sampling.workers
    var base = self
    // The work is shared here and nowhere below.
    base.sampling.workers = Workers()
    workers.claim(parts) { [base] part in
      var evaluator = base
      var own: [Result] = []
      for item in items[part * size..<min((part + 1) * size, items.count)] { own.append(work(&evaluator, item)) }
      results.set(part, (evaluator, own))
    }
    var all: [Result] = []
    for case (let evaluator, let own)? in results.all {
      takeOver(evaluator, since: base)
      all += own
    }
    return all
  }
}

extension Surroundings {
  /// Whether nothing but the scenario and a member decides what an expression is.
  fileprivate var isPlain: Bool { table == nil && !judgedOnly && draw == nil }
}
