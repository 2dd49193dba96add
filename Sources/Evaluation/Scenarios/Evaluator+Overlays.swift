import Indicators
import Semantics
import Source
import Units

extension Evaluator {
  /// Returns the value of `definition` with what `scenario` assumes of it laid over it.
  mutating func overlaid(_ definition: Definition, in scenario: ScenarioID) -> Value {
    let layers = layers(of: scenario)
    let own = layers.assumptions(of: definition)
    let surroundings = Surroundings(scenario: scenario)
    switch definition {
    case .parameter(let position):
      let surroundings = Surroundings(scenario: scenario, draw: DrawContext(name: program.parameters[position].name))
      // The nearest layer's value; a parameter has no periods.
      if case .pins(let value)? = own.first?.assumption.courses.last?.move {
        return self.value(of: value, surroundings)
      }
      return value(of: program.parameters[position].value, surroundings)
    case .aggregate(let position): return value(of: program.aggregates[position].formula, surroundings)
    case .set(let position): return .numbers(cube(ofSet: position, surroundings))
    case .alias(let position):
      let value = value(of: program.aliases[position].formula, surroundings)
      guard !own.isEmpty, case .numbers(let cube) = value else { return value }
      let inRoot = self.cube(
        CheckedExpression(
          .definition(definition), program.aliases[position].formula.type, program.aliases[position].range),
        Surroundings(scenario: layers.root))
      return .numbers(overlay(definition, base: cube, root: inRoot, own, layers, scenario))
    case .indicator(let position):
      let root = rootCube(ofIndicator: position, layers)
      return .numbers(overlay(definition, base: root, root: nil, own, layers, scenario))
    }
  }

  /// Returns an indicator as the scenario's root has it.
  mutating func rootCube(ofIndicator position: Int, _ layers: ScenarioLayers) -> Cube {
    guard layers.root == .plan, let periods = layers.planned else {
      return cube(ofIndicator: position, in: layers.root)
    }
    let planned = plan(ofIndicator: position)
    let observed = data(ofIndicator: position).cube.spread(over: planned.cube.axes)
    var cube = planned.cube
    for offset in 0..<cube.count where !planned.rows[offset].isEmpty {
      guard let period = cube.period(at: offset), !periods.contains(period) else { continue }
      cube.values[offset] = observed.values[offset]
      cube.reasons[offset] = observed.reasons[offset]
    }
    return cube
  }

  private mutating func overlay(
    _ definition: Definition, base: Cube, root: Cube?, _ own: [ScenarioLayers.Layered], _ layers: ScenarioLayers,
    _ scenario: ScenarioID
  ) -> Cube {
    let found = Alignment.axes(base.axes, root?.axes ?? [])
    let once = DrawContext(
      name: name(of: definition), lanes: found.filter { $0.dimension != .period && $0.dimension != .sample })
    let dataEnd = block == nil ? nil : (root ?? base).earliestEnd
    var laid: [LaidCourse] = []
    for (position, layered) in own.enumerated() {
      for (index, course) in layered.assumption.courses.enumerated() {
        var draws = once
        if course.isRate, course.expressions.contains(where: \.holdsDistribution) {
          // Draws for periods that the stretch cannot cover would be made for nothing.
          let periods = Overlay.periods(of: found, until: layers.horizon)
          let last = course.last
          let covered = periods.filter { period in
            course.first.map { $0 <= period } ?? dataEnd.map { $0 < period } ?? true
              && last.map { period <= $0 } ?? true
          }
          draws.periods = Axis(.period, covered.map(Label.period))
        }
        laid.append(
          LaidCourse(
            course, layer: layered.layer, position: position, index: index, members: layered.assumption.members,
            next: layered.assumption.courses.dropFirst(index + 1).first,
            amounts: course.expressions.map {
              cube($0, Surroundings(scenario: scenario, draw: draws))
            }))
      }
    }
    let isHeld = if case .indicator = definition { layers.holds } else { false }
    let isPercentage = own.first?.assumption.type.unit.nature == .percentage
    let input = Overlay.Input(
      base: base, findings: findings(on: base, of: definition), root: root, laid: laid, isHeld: isHeld,
      isPercentage: isPercentage, range: range(of: definition),
      horizon: layers.horizon, begin: begin(of: definition, laid, in: scenario))
    var walked = AlikeLanes(input)?.walked()
    if walked == nil {
      var overlay = Overlay(input, names: names)
      walked = overlay?.walked()
    }
    guard var result = walked else { return .tooLarge }
    if !trees.isEmpty, case .indicator(let position) = definition, program.indicators[position].addsOverMembers {
      let (axes, rolled) =
        layers.root == .plan
        ? (plan(ofIndicator: position).cube.axes, plan(ofIndicator: position).rolled)
        : (data(ofIndicator: position).cube.axes, data(ofIndicator: position).rolled)
      result.rollUp(trees, axes, rolled)
    }
    overlays[Key(definition: definition, scenario: scenario)] = result
    for clash in result.clashes {
      let (first, second) = (own[clash.first].assumption, own[clash.second].assumption)
      report(
        EvaluationProblem.assumptionsClash(
          first.subjectText, result.cube.period(at: clash.offset), first: first.range
        ).diagnostic(at: second.range))
    }
    return result.cube
  }
}

extension Evaluator {
  /// Returns the period before which nobody looks at an overlay of `definition` with `laid`, where what comes before may be left
  /// out: nothing is summed up over its members, and it is computed in one go.
  private mutating func begin(of definition: Definition, _ laid: [LaidCourse], in scenario: ScenarioID) -> Period? {
    guard let passed = passing.begin, passed.definition == definition, trees.isEmpty, block == nil else { return nil }
    let order = order(of: scenario)
    guard let index = order.index(of: definition) else { return nil }
    if order.isMutual[index] {
      guard knownAhead(of: definition, in: scenario) != nil,
        !laid.contains(where: { $0.amounts.contains { $0.holds(.circular) } })
      else { return nil }
    }
    return passed.period
  }
}

extension Cube {
  /// The earliest of the last periods in which the lanes are known; nil where a lane is known in none, or periods differ in
  /// length.
  fileprivate var earliestEnd: Period? {
    let periods = periods
    guard let first = periods.first, periods.allSatisfy({ $0.frequency == first.frequency }) else { return nil }
    let own =
      axes.filter { $0.dimension != .period && $0.dimension != .sample } + axes.filter { $0.dimension == .period }
    let table = RowTable(self, over: own)
    var earliest: Period?
    for lane in 0..<own.dropLast().reduce(1, { $0 * $1.labels.count }) {
      let last = periods.indices.last { table[lane * periods.count + $0].holdsKnown(table.width) }
      guard let last else { return nil }
      earliest = min(earliest ?? periods[last], periods[last])
    }
    return earliest
  }
}

extension Selection.Periods {
  /// Whether `period` is among these.
  func contains(_ period: Period) -> Bool {
    switch self {
    case .one(let only): period == only
    case .range(let first, let last): period.frequency == first.frequency && first <= period && period <= last
    }
  }
}
