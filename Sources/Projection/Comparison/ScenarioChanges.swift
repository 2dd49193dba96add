import Evaluation
import Indicators
import Semantics

/// What sets two scenarios apart, change by change, so that any of the changes can be made without the others.
package struct ScenarioChanges: Sendable {
  /// The changes in the order in which they are made: first what the scenarios lie over, then what the second leaves
  /// out, then what it assumes, parents before children, each in written order.
  package private(set) var changes: [ScenarioChange]
  private let first: LayeredAssumptions
  private let second: LayeredAssumptions
  /// How many of the farthest layers both have.
  private let shared: Int

  /// Finds what makes `second` of `first` in the program of `evaluator`.
  package init(from first: ScenarioID, to second: ScenarioID, _ evaluator: Evaluator) {
    let program = evaluator.program
    let chains = [first, second].map { program.chain(of: $0).declared.map(\.id) }
    shared = zip(chains[0].reversed(), chains[1].reversed()).prefix { $0 == $1 }.count
    self.first = program.layers(of: first)
    self.second = program.layers(of: second)
    changes = []
    changes = groundChanges() + assumptionChanges(evaluator)
  }

  /// Returns the layers of the first scenario with the changes at the positions `taken` made.
  package func layers(taking taken: Set<Int>) -> LayeredAssumptions {
    let made = changes.indices.filter(taken.contains).map { changes[$0] }
    var ground = first.ground
    for change in made {
      if let root = change.root { (ground.root, ground.planned) = (root.second.root, root.second.planned) }
      ground.holds = change.holds ?? ground.holds
    }
    let left = Set(made.flatMap(\.leftPlaces).map(\.place))
    let added = Set(made.flatMap(\.takenPlaces).map(\.place))
    let kept = made.flatMap(\.kept).filter { !added.contains($0.unless) }
    let second = own(second) { place, assumption in added.contains(place) ? [assumption] : [] }
    let first = own(first) { place, assumption in
      left.contains(place) ? kept.filter { $0.of == place }.map(\.assumption) : [assumption]
    }
    return LayeredAssumptions(over: ground, second + first + self.first.assumptions.suffix(shared))
  }

  /// Makes one change of those at `first` and `second`, at the place of the earlier.
  mutating func join(_ first: Int, _ second: Int) {
    let (earlier, later) = (min(first, second), max(first, second))
    changes[earlier] = changes[earlier].joined(with: changes[later])
    changes.remove(at: later)
  }

  /// Returns the layers that `scenario` does not share, with what `chosen` makes of each assumption at its place.
  private func own(
    _ scenario: LayeredAssumptions, _ chosen: (ScenarioChange.Place, CheckedAssumption) -> [CheckedAssumption]
  ) -> [[CheckedAssumption]] {
    scenario.assumptions.dropLast(shared).enumerated().map { layer, assumptions in
      assumptions.enumerated().flatMap { chosen(.init(layer: layer, index: $0.offset), $0.element) }
    }
  }

  private func groundChanges() -> [ScenarioChange] {
    var changes: [ScenarioChange] = []
    if first.ground.root != second.ground.root || first.ground.planned != second.ground.planned {
      changes.append(ScenarioChange(root: (first.ground, second.ground)))
    }
    if first.ground.holds != second.ground.holds { changes.append(ScenarioChange(holds: second.ground.holds)) }
    return changes
  }

  private func assumptionChanges(_ evaluator: Evaluator) -> [ScenarioChange] {
    let names = evaluator.names
    let found = ownAssumptions(of: first, isTaken: false) + ownAssumptions(of: second, isTaken: true)
    var groups = AssumptionGroups(found, names)
    groups.join()
    let changes = groups.members.map { members -> ScenarioChange in
      var change = ScenarioChange()
      change.leftPlaces = members.filter { !$0.isTaken }.map { ($0.place, $0.assumption) }
      change.takenPlaces = members.filter(\.isTaken).map { ($0.place, $0.assumption) }
      if change.leftPlaces.isEmpty { change.overridden = overridden(by: change.taken, names) }
      return change
    }
    // What is only left out comes first; else the order of what is assumed.
    let ordered = changes.filter(\.taken.isEmpty) + changes.filter { !$0.taken.isEmpty }
    return ordered.filter { !$0.changesNothing(evaluator) }.flatMap { $0.memberByMember(names) }
  }

  /// Returns the assumptions that only `scenario` has, parents before children.
  private func ownAssumptions(of scenario: LayeredAssumptions, isTaken: Bool) -> [AssumptionGroups.Member] {
    scenario.assumptions.dropLast(shared).enumerated().reversed().flatMap { layer, assumptions in
      assumptions.enumerated().map { index, assumption in
        AssumptionGroups.Member(
          assumption: assumption, place: .init(layer: layer, index: index), isTaken: isTaken)
      }
    }
  }

  /// Returns the paths of the nearest layer that both scenarios rest on and that `taken` covers.
  private func overridden(by taken: [CheckedAssumption], _ names: NameTable) -> [CheckedAssumption] {
    let paths = taken.filter(\.hasPath)
    for layer in first.assumptions.suffix(shared) {
      let covered = layer.filter { assumption in
        assumption.hasPath && paths.contains { $0.meets(assumption, names) }
      }
      if !covered.isEmpty { return covered }
    }
    return []
  }
}
