import Indicators
import Semantics

/// What the cells of definitions rest on.
extension Evaluator {
  /// Returns what the cells of `definition` in `scenario` rest on; in a built-in scenario the data alone.
  mutating func footing(of definition: Definition, in scenario: ScenarioID) -> Cube {
    guard scenario.isDeclared || hasProvisionalData else { return Cube(0) }
    let key = Key(definition: definition, scenario: scenario)
    if let known = footings[key] { return known }
    let order = order(of: scenario)
    for index in order.groupsNeeded(by: definition) {
      let group = order.groups[index]
      let first = Key(definition: group[0], scenario: scenario)
      if footings[first] != nil { continue }
      if order.isMutual[index] {
        findMutually(group, in: scenario)
      } else {
        footings[first] = ownFooting(of: group[0], in: scenario)
      }
    }
    return footings[key] ?? Cube(0)
  }

  /// Finds the footings of definitions that need each other, in rounds that only ever add to them.
  private mutating func findMutually(_ group: [Definition], in scenario: ScenarioID) {
    for member in group { footings[Key(definition: member, scenario: scenario)] = Cube(0) }
    var isChanging = true
    while isChanging {
      isChanging = false
      for member in group {
        let key = Key(definition: member, scenario: scenario)
        let found = ownFooting(of: member, in: scenario)
        if let before = footings[key], before.axes == found.axes, before.values == found.values { continue }
        isChanging = true
        footings[key] = found
      }
    }
  }

  private mutating func ownFooting(of definition: Definition, in scenario: ScenarioID) -> Cube {
    switch definition {
    case .parameter(let position):
      if layers(of: scenario).assumptions(of: definition).isEmpty {
        return footing(of: program.parameters[position].value, scenario)
      }
      return Cube(axes: [], footings: [[.covered, .assumed]])
    case .indicator(let position):
      let observed = observedFooting(ofIndicator: position, in: scenario)
      return scenario.isDeclared ? laidFooting(of: definition, over: observed, in: scenario) : observed
    case .alias(let position):
      let formula = footing(of: program.aliases[position].formula, scenario)
      if layers(of: scenario).assumptions(of: definition).isEmpty { return formula }
      return laidFooting(of: definition, over: formula, in: scenario)
    case .aggregate(let position): return footing(of: program.aggregates[position].formula, scenario)
    case .set(let position): return footing(ofSet: position, in: scenario)
    }
  }

  /// Returns what a definition's cells rest on where assumptions are laid over cells that rest on `base`.
  private mutating func laidFooting(of definition: Definition, over base: Cube, in scenario: ScenarioID) -> Cube {
    guard let laid = laidSources(of: definition, in: scenario) else { return base }
    if let footing = laid.footing(overTimeless: base) { return footing }
    let axes = laid.axes
    let base = base.spread(over: axes)
    let lanes = PeriodLanes(axes)
    var unshifted = Array(repeating: Footing(), count: laid.cells.count)
    for offset in unshifted.indices {
      unshifted[offset] = laid.cells[offset].footing(
        over: base.footing(at: offset), behind: lanes.before(offset).map { unshifted[$0] })
    }
    var footings = unshifted
    for offset in laid.shifted { footings[offset].formUnion([.covered, .assumed]) }
    join(&footings, laid.rolled)
    return Cube(axes: axes, footings: footings)
  }

  /// Lets wholes rest on what their parts rest on; a part may be a whole itself.
  func join(_ footings: inout [Footing], _ wholes: [Int: [Int]]) {
    // A whole that is a sum is not held itself, whatever its parts are.
    for whole in wholes.keys { footings[whole] = [] }
    var isChanging = !wholes.isEmpty
    while isChanging {
      isChanging = false
      for (whole, parts) in wholes {
        let joined = parts.reduce(footings[whole]) { $0.union(footings[$1]) }
        if joined != footings[whole] {
          footings[whole] = joined
          isChanging = true
        }
      }
    }
  }

  private mutating func footing(ofSet position: Int, in scenario: ScenarioID) -> Cube {
    let elements = program.sets[position].elements
    var cubes: [Cube] = []
    for element in elements { cubes.append(footing(of: element.value, scenario)) }
    let shared = cubes.reduce([]) { Alignment.axes($0, $1.axes) }
    let axes = [Axis(.indicator, elements.map { .member(names.member($0.name)) })] + shared
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return Cube(0) }
    let members = cubes.map { $0.spread(over: shared) }
    return Cube(axes: axes, values: members.flatMap(\.values), reasons: members.flatMap(\.reasons))
  }
}

extension OverlaidCube.Source {
  /// Returns what a cell with this source rests on, over one that rests on `base`, behind one that rests on `before`; what
  /// shifts it left out.
  fileprivate func footing(over base: Footing, behind before: Footing?) -> Footing {
    switch self {
    case .base: base
    case .assumed: [.covered, .assumed]
    // A held cell rests on what the one before rests on.
    case .held: before.map { $0.intersection([.assumed, .provisional]).union(.held) } ?? .held
    }
  }
}

extension LaidSources {
  /// Returns what the cells rest on in each period where that is the same in all lanes, over values that all rest on `base`.
  fileprivate func footing(overTimeless base: Cube) -> Cube? {
    guard base.axes.isEmpty, shifted.isEmpty, rolled.isEmpty, let pattern = cells.onlyPattern,
      let position = axes.firstIndex(where: { $0.dimension == .period })
    else { return nil }
    var footings: [Footing] = []
    for source in pattern { footings.append(source.footing(over: base.footing(at: 0), behind: footings.last)) }
    return Cube(axes: [axes[position]], footings: footings)
  }
}
