import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns the members of the set at `position` as one cube, with the dimension `indicator` first.
  ///
  /// A member that lacks a dimension of the others is the same all along it; a cell that it lacks is outside the data.
  mutating func cube(ofSet position: Int, _ surroundings: Surroundings) -> Cube {
    let elements = program.sets[position].elements
    prepare(elements.map(\.definition), in: surroundings.scenario)
    return stacked(elements.map { cube($0.value, surroundings) }, ofSet: position)
  }

  /// Returns a cube for each member of the set at `position` as one cube, with the dimension `indicator` first.
  mutating func stacked(_ cubes: [Cube], ofSet position: Int) -> Cube {
    let elements = program.sets[position].elements
    let shared = cubes.reduce([]) { Alignment.axes($0, $1.axes) }
    let axes = [Axis(.indicator, elements.map { .member(names.member($0.name)) })] + shared
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else { return .tooLarge }
    return Cube(
      stacking: cubes.map { $0.spread(over: shared) }, over: axes, block == nil ? sampling.workers : Workers())
  }

  /// Returns the weights of the set at `position` along the dimension `indicator`.
  mutating func weights(ofSet position: Int) -> Cube {
    let elements = program.sets[position].elements
    return Cube(
      axes: [Axis(.indicator, elements.map { .member(names.member($0.name)) })],
      values: elements.map { $0.weight ?? 0 }, reasons: elements.map { $0.weight == nil ? .notReported : .known })
  }

  /// Returns the names of the indicators of all sets along their own axis.
  mutating func indicatorLabels() -> Value {
    var members: [Member] = []
    for element in program.sets.flatMap(\.elements) {
      let member = names.member(element.name)
      if !members.contains(member) { members.append(member) }
    }
    return .texts(TextCube(axes: [Axis(.indicator, members.map(Label.member))], cells: members.map { [names[$0]] }))
  }

  /// Returns, for each group of a ranking that has the dimension `indicator`, whether the lowest is the first there.
  func lowerFirst(of call: AggregateCall, _ groupAxes: [Axis]) -> [Bool] {
    guard let argument = call.argument, let position = groupAxes.firstIndex(where: { $0.dimension == .indicator })
    else { return [] }
    let lower = lowerBetter(in: argument)
    if lower.isEmpty { return [] }
    let groups = Cube(axes: groupAxes, missing: .undefined)
    return (0..<groups.count).map { lower.contains(text(groups.point(at: $0)[position].label)) }
  }

  /// Returns the indicators of which lower is better, where `expression` is a set, whole or in part, or changes of one in time.
  private func lowerBetter(in expression: CheckedExpression) -> Set<String> {
    switch expression.form {
    case .definition(.set(let position)):
      Set(program.sets[position].elements.filter { $0.better == .lower }.map(\.name))
    case .definition(.alias(let position)): lowerBetter(in: program.aliases[position].formula)
    case .converted(let inner, _), .selection(let inner, _): lowerBetter(in: inner)
    case .time(let call): lowerBetter(in: call.series)
    case .cells(_, let arguments): arguments.first.map { lowerBetter(in: $0) } ?? []
    default: []
    }
  }

  /// Returns the type of the cell of `expression` at `point`: an indicator of a set may have a unit of its own.
  func type(of expression: CheckedExpression, at point: [Dimension: Label]) -> ValueType {
    expression.type.ofIndicator(point[.indicator].map { text($0) })
  }

  /// Adds how the set at `position` comes to its value at `point`: by way of the indicator there.
  mutating func derive(
    memberOfSet position: Int, _ point: [Dimension: Label], _ scenario: ScenarioID, _ depth: Int,
    _ walk: inout DerivationWalk
  ) {
    guard let name = point[.indicator].map({ text($0) }),
      let element = program.sets[position].elements.first(where: { $0.name == name })
    else { return }
    derive(element.value, point, scenario, depth, &walk)
  }
}
