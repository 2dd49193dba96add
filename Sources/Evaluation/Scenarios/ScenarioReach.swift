import Indicators
import Semantics
import Source

/// What decides the values of definitions that need each other in a scenario: where two scenarios agree on it, they agree
/// on the values.
struct ScenarioReach: Hashable {
  /// The definitions.
  let definitions: [Definition]
  /// What is assumed of them, by where it is written, the nearest layer first.
  let assumptions: [SourceRange]
  /// The numbers of what decides the values that they need.
  let needs: [Int]
  /// What else of the scenario they see.
  let frame: Frame

  /// What of a scenario every value sees.
  struct Frame: Hashable {
    let root: ScenarioID
    let planned: Selection.Periods?
    let holds: Bool
    let horizon: Int
    /// The scenario itself, for what looks at all of it, as targets do and chances.
    var scenario: ScenarioID?
  }
}

/// Which scenarios share values, since no assumption that sets them apart reaches these.
struct SharedReaches: Sendable {
  private var numbers: [ScenarioReach: Int] = [:]
  private var ofGroups: [ScenarioID: [Int]] = [:]
  private var holders: [Int: ScenarioID] = [:]

  /// Returns the numbers of what decides the values of each group of `order`, in a scenario with `layers`.
  private mutating func numbers(
    of scenario: ScenarioID, _ program: CheckedProgram, _ layers: ScenarioLayers, _ order: ScenarioOrder
  ) -> [Int] {
    if let known = ofGroups[scenario] { return known }
    var made: [Int] = []
    made.reserveCapacity(order.groups.count)
    numbers.reserveCapacity(numbers.count + order.groups.count)
    for (index, group) in order.groups.enumerated() {
      let expressions = group.flatMap { program.expressions(of: $0, layers) }
      let seesAll = expressions.contains(where: \.seesWholeScenario)
      let reach = ScenarioReach(
        definitions: group, assumptions: group.flatMap { layers.assumptions(of: $0).map(\.assumption.range) },
        needs: order.needs[index].filter { $0 != index }.map { made[$0] },
        frame: ScenarioReach.Frame(
          root: layers.root, planned: layers.planned, holds: layers.holds, horizon: layers.horizon,
          scenario: seesAll ? scenario : nil))
      let number = numbers[reach] ?? numbers.count
      numbers[reach] = number
      made.append(number)
    }
    ofGroups[scenario] = made
    return made
  }

  /// Returns the scenario that holds the values of the group at `index` for `scenario` too; `scenario` itself from now on
  /// where there is none.
  mutating func holder(
    ofGroup index: Int, in scenario: ScenarioID, _ program: CheckedProgram, _ layers: ScenarioLayers,
    _ order: ScenarioOrder
  ) -> ScenarioID {
    let number = numbers(of: scenario, program, layers, order)[index]
    if let holder = holders[number] { return holder }
    holders[number] = scenario
    return scenario
  }

  /// How many groups of definitions have been computed, each once for all scenarios that share it.
  var computedCount: Int { holders.count }
}

extension CheckedProgram {
  /// Returns the expressions that make the values of `definition` in a scenario with `layers`.
  func expressions(of definition: Definition, _ layers: ScenarioLayers) -> [CheckedExpression] {
    var expressions = formula(of: definition).map { [$0] } ?? []
    if case .set(let set) = definition { expressions += sets[set].elements.map(\.value) }
    for layered in layers.assumptions(of: definition) {
      expressions += layered.assumption.courses.flatMap(\.expressions)
    }
    return expressions
  }
}

extension CheckedExpression {
  /// Whether the expression looks at a scenario as a whole, and not only at the values of what it names.
  fileprivate var seesWholeScenario: Bool {
    var open = [self]
    while let next = open.popLast() {
      switch next.form {
      case .chance, .column, .cells(.plan, _), .cells(.baseline, _): return true
      case .aggregate(let call):
        switch call.frame {
        case .relation: return true
        case .over(let dimensions): if dimensions.contains(.sample) { return true }
        case .data, .by: break
        }
      case .number, .missing, .truth, .period, .text, .word, .definition, .dimension, .weights, .converted, .negative,
        .arithmetic, .fallback, .filled, .reason, .comparison, .approximation, .between, .among, .not, .and, .or,
        .selection, .cells, .time, .distribution, .scaled, .invalid:
        break
      }
      open += next.parts
    }
    return false
  }
}

extension Evaluator {
  /// Takes over the values of `group` from `other`, on which `scenario` agrees with it; false where those are not there.
  ///
  /// What was noted while they were computed, by place and scenario, is noted for this scenario too.
  mutating func share(_ group: [Definition], of other: ScenarioID, with scenario: ScenarioID) -> Bool {
    guard other != scenario, group.allSatisfy({ values[Key(definition: $0, scenario: other)] != nil }) else {
      return false
    }
    let layers = layers(of: scenario)
    for definition in group {
      let (from, to) = (Key(definition: definition, scenario: other), Key(definition: definition, scenario: scenario))
      values[to] = values[from]
      overlays[to] = overlays[from]
      usesOfDefinition[to] = usesOfDefinition[from]
      var open = program.expressions(of: definition, layers)
      while let next = open.popLast() {
        open += next.parts
        let (from, to) = (
          CoverageKey(range: next.range, scenario: other), CoverageKey(range: next.range, scenario: scenario)
        )
        if let coverage = coverages[from] { coverages[to] = coverage }
        if let fill = fills[from] { fills[to] = fill }
      }
    }
    return true
  }
}
