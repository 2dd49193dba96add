import Indicators
import Semantics
import Source

extension Evaluator {
  /// Returns the value of `definition` in a scenario that a script declares.
  mutating func overlaidValue(of definition: Definition, in scenario: ScenarioID) -> Value {
    let key = Key(definition: definition, scenario: scenario)
    if let value = values[key] { return value }
    let order = order(of: scenario)
    var needed = order.groupsNeeded(by: definition)
    let left = membersLeft(of: needed, but: definition, order, in: scenario)
    if !left.isEmpty { needed.removeAll { left.contains($0) } }
    if needed.count > 2 { prepare(groups: needed, of: order, in: scenario) }
    for index in needed {
      let group = order.groups[index]
      if values[Key(definition: group[0], scenario: scenario)] != nil { continue }
      if group[0] != definition, !order.isMutual[index], isLeftToMembers(group[0], in: scenario) { continue }
      if takesShare(ofGroup: index, order, in: scenario) { continue }
      if order.isMutual[index] {
        computeMutually(group, in: scenario)
      } else {
        let value = overlaid(group[0], in: scenario)
        values[Key(definition: group[0], scenario: scenario)] = value
        rememberUses(of: group[0], in: scenario)
      }
    }
    return values[key] ?? .numbers(Cube(axes: [], missing: .undefined))
  }

  /// Returns those of the groups `needed` that stand in sets which are left to their members, and need nothing but params
  /// themselves; such a member is computed when it is asked for.
  private mutating func membersLeft(
    of needed: [Int], but definition: Definition, _ order: ScenarioOrder, in scenario: ScenarioID
  ) -> Set<Int> {
    var left: Set<Int> = []
    for index in needed {
      let group = order.groups[index]
      guard case .set(let set) = group[0], group[0] != definition, !order.isMutual[index],
        isLeftToMembers(group[0], in: scenario)
      else { continue }
      let key = Key(definition: group[0], scenario: scenario)
      let own = membersNeedingParameters[key] ?? membersNeedingParameters(ofSet: set, order)
      membersNeedingParameters[key] = own
      left = left.isEmpty ? own : left.union(own)
    }
    return left
  }

  /// Returns the groups of those members of the set at `set` that need nothing but params and themselves.
  private func membersNeedingParameters(ofSet set: Int, _ order: ScenarioOrder) -> Set<Int> {
    var own: Set<Int> = []
    for element in program.sets[set].elements {
      guard let member = order.index(of: element.definition), order.groups[member].count == 1 else { continue }
      let needsParametersOnly = order.needs[member].allSatisfy { need in
        if case .parameter = order.groups[need][0] { true } else { need == member }
      }
      if needsParametersOnly { own.insert(member) }
    }
    return own
  }

  /// Takes the values of a group from a scenario that has the same; false where this one is the first to need them.
  mutating func takesShare(ofGroup index: Int, _ order: ScenarioOrder, in scenario: ScenarioID) -> Bool {
    // Draws may be tied in one scenario and not in the other.
    guard block == nil else { return false }
    let holder = reaches.holder(ofGroup: index, in: scenario, program, layers(of: scenario), order)
    return share(order.groups[index], of: holder, with: scenario)
  }

  /// Computes definitions that need each other in some cells: each round settles the cells that need only settled ones.
  ///
  /// A cell that is still open when a round settles nothing needs itself, which is reported.
  private mutating func computeMutually(_ group: [Definition], in scenario: ScenarioID) {
    for member in group {
      values[Key(definition: member, scenario: scenario)] = .numbers(
        knownAhead(of: member, in: scenario) ?? Cube(axes: [], missing: .circular))
    }
    var rounds = 2
    var round = 0
    var isChanging = true
    while isChanging, round < rounds {
      isChanging = false
      round += 1
      for member in group {
        let key = Key(definition: member, scenario: scenario)
        let value = overlaid(member, in: scenario)
        if case .numbers(let cube) = value {
          rounds = max(rounds, (cube.periods.count + 1) * group.count + 2)
          if case .numbers(let before)? = values[key], !before.isSame(as: cube) { isChanging = true }
        }
        values[key] = value
      }
      if isSettled(group, in: scenario) { return }
    }
    for member in group {
      guard case .numbers(let cube)? = values[Key(definition: member, scenario: scenario)],
        let offset = cube.reasons.firstIndex(of: .circular)
      else { continue }
      let periods = group.map { name(of: $0) }
      report(
        EvaluationProblem.circularCells(periods, at: cube.period(at: offset), scenario: scenario.word)
          .diagnostic(at: place(of: member)))
      break
    }
  }

  /// Whether a round that has computed a group has settled all of its cells, so that the next would give the same: one that needs
  /// an open cell is open itself wherever nothing but numbers is joined.
  private mutating func isSettled(_ group: [Definition], in scenario: ScenarioID) -> Bool {
    guard group.count == 1, case .numbers(let cube)? = values[Key(definition: group[0], scenario: scenario)],
      !cube.holds(.circular)
    else { return false }
    let layers = layers(of: scenario)
    let courses = layers.assumptions(of: group[0]).flatMap(\.assumption.courses)
    return courses.allSatisfy { $0.upper == nil && $0.lower == nil }
      && program.expressions(of: group[0], layers).allSatisfy(\.isOpenWhereItsPartsAre)
  }

  /// Returns the data of an indicator, where what is assumed of it rests on no other of its values: they settle all cells in one
  /// round. Nil for another definition, and where a stretch may cover a cell that it rests on.
  mutating func knownAhead(of definition: Definition, in scenario: ScenarioID) -> Cube? {
    let layers = layers(of: scenario)
    guard case .indicator(let position) = definition, layers.root == .actual,
      let restsUntil = program.expressions(of: definition, layers).latestEndOfCagr(of: definition)
    else { return nil }
    let cube = cube(ofIndicator: position, in: layers.root)
    // Each lane knows the last period of the data, so stretches begin behind it unless they say otherwise.
    guard let last = cube.periods.last, restsUntil <= last, last.frequency == restsUntil.frequency,
      findings(on: cube, of: definition)?.isComplete(cube) ?? cube.isComplete,
      layers.assumptions(of: definition).flatMap(\.assumption.courses).allSatisfy({ course in
        course.first.map { restsUntil < $0 } ?? true
      })
    else { return nil }
    return cube
  }

  /// Returns where `definition` is declared or assumed, for a finding about it.
  private func place(of definition: Definition) -> SourceRange {
    switch definition {
    case .parameter(let position): program.parameters[position].value.range
    case .alias(let position): program.aliases[position].range
    case .aggregate(let position): program.aggregates[position].range
    case .set(let position): program.sets[position].range
    case .indicator:
      program.scenarios.flatMap(\.assumptions).first { $0.subject == definition }?.range
        ?? program.scenarios.first?.range ?? SourceRange(SourceID(0), 0, 0)
    }
  }

  /// Returns what `scenario` and those that it rests on assume.
  mutating func layers(of scenario: ScenarioID) -> ScenarioLayers {
    if let known = layers[scenario] { return known }
    let made = ScenarioLayers(scenario, in: program, horizon: horizon(of: scenario))
    layers[scenario] = made
    return made
  }

  /// Returns the order in which the values of `scenario` are computed.
  mutating func order(of scenario: ScenarioID) -> ScenarioOrder {
    if let known = orders[scenario] { return known }
    let made = ScenarioOrder(program, layers(of: scenario))
    orders[scenario] = made
    return made
  }
}

extension Cube {
  /// Whether the cube has the axes, numbers and reasons of `other`.
  fileprivate func isSame(as other: Cube) -> Bool {
    guard axes == other.axes else { return false }
    return withRow { own in
      other.withRow { cells in
        (0..<count).allSatisfy { place in
          own.reasons[place].code == cells.reasons[place].code
            && (!own.reasons[place].isKnown || own.values[place] == cells.values[place])
        }
      }
    }
  }
}

extension [CheckedExpression] {
  /// Returns the last period in which a growth of `definition` ends, where the expressions see nothing else of it, and no
  /// other definition but params; else nil.
  fileprivate func latestEndOfCagr(of definition: Definition) -> Period? {
    var latest: Period?
    var open = self
    while let next = open.popLast() {
      switch next.form {
      case .number, .definition(.parameter): continue
      case .converted, .negative, .arithmetic: open += next.parts
      case .time(let call):
        guard call.function == .cagr, let span = call.span, case .definition(definition) = call.series.form else {
          return nil
        }
        latest = Swift.max(latest ?? span.last, span.last)
      case .missing, .truth, .period, .text, .word, .definition, .dimension, .weights, .column, .fallback, .filled,
        .reason, .comparison, .approximation, .between, .among, .not, .and, .or, .selection, .cells, .aggregate,
        .distribution, .chance, .scaled, .invalid:
        return nil
      }
    }
    return latest
  }
}

extension CheckedExpression {
  /// Whether the expression joins numbers alone, so that a cell that is not settled leaves open whatever is made of it.
  fileprivate var isOpenWhereItsPartsAre: Bool {
    switch form {
    case .number, .definition(.indicator), .definition(.parameter): true
    case .converted, .negative, .arithmetic: parts.allSatisfy(\.isOpenWhereItsPartsAre)
    case .time(let call):
      // Other functions of time see periods come that are not there yet in the first round.
      call.function == .cagr && call.span != nil && call.series.isOpenWhereItsPartsAre
    case .missing, .truth, .period, .text, .word, .definition, .dimension, .weights, .column, .fallback, .filled,
      .reason,
      .comparison, .approximation, .between, .among, .not, .and, .or, .selection, .cells, .aggregate, .distribution,
      .chance,
      .scaled, .invalid:
      false
    }
  }
}
