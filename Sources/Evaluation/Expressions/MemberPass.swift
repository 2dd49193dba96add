import Indicators
import Semantics

/// How the members of a set are gone through.
struct MemberFrame {
  /// The position of the set.
  let set: Int
  /// The axes that the values of all members have together.
  let axes: [Axis]
  /// Whether the values of each member are computed when it is its turn, and not kept.
  let isPassing: Bool
}

/// One pass over the members of a set, each of which is computed, asked all that is to be known of it, and forgotten.
extension Evaluator {
  /// Returns how the members of the set at `position` are gone through; nil where that is not worth it.
  mutating func memberFrame(ofSet position: Int, in scenario: ScenarioID) -> MemberFrame? {
    let elements = program.sets[position].elements
    let frame =
      passingFrame(ofSet: position, in: scenario) ?? keptFrame(ofSet: position, in: scenario)
    guard elements.count > 1, frame.axes.allSatisfy({ $0.dimension != .sample && $0.dimension != .indicator }),
      frame.axes.reduce(elements.count, { $0 * $1.labels.count }) >= fewestCellsMemberwise
    else { return nil }
    return frame
  }

  /// Returns the frame of members whose values are kept.
  mutating func keptFrame(ofSet position: Int, in scenario: ScenarioID) -> MemberFrame {
    let elements = program.sets[position].elements
    prepare(elements.map(\.definition), in: scenario)
    var axes: [Axis] = []
    for element in elements {
      axes = Alignment.axes(axes, cube(member(element), Surroundings(scenario: scenario)).axes)
    }
    return MemberFrame(set: position, axes: axes, isPassing: false)
  }

  /// Returns the frame of members each of which a declared scenario gives its values by itself; nil for others.
  private mutating func passingFrame(ofSet position: Int, in scenario: ScenarioID) -> MemberFrame? {
    guard scenario.isDeclared else { return nil }
    let (order, layers) = (order(of: scenario), layers(of: scenario))
    let definitions = program.sets[position].elements.map(\.definition)
    if layers.root == .actual { prepareData(of: definitions) }
    var axes: [Axis] = []
    var last: (root: [Axis], overlaid: [Axis])?
    for definition in definitions {
      guard case .indicator(let indicator) = definition, let index = order.index(of: definition) else { return nil }
      for need in order.needs[index] {
        if case .parameter = order.groups[need][0] { _ = overlaidValue(of: order.groups[need][0], in: scenario) }
      }
      guard isAlone(index, of: order, in: scenario) else { return nil }
      // Neighbours mostly have the same axes.
      let root = cube(ofIndicator: indicator, in: layers.root).axes
      if let last, last.root == root { continue }
      let overlaid = overlaidAxes(over: root, layers)
      last = (root, overlaid)
      axes = Alignment.axes(axes, overlaid)
    }
    return MemberFrame(set: position, axes: axes, isPassing: true)
  }

  /// Returns the axes that values with the axes `root` have in a scenario with `layers`, as far as no assumption adds any.
  private func overlaidAxes(over root: [Axis], _ layers: ScenarioLayers) -> [Axis] {
    let periods = Overlay.periods(of: root, until: layers.horizon)
    let others = root.filter { $0.dimension != .period && $0.dimension != .sample }
    return periods.isEmpty ? others : others + [Axis(.period, periods.map(Label.period))]
  }

  /// Returns the outcomes of `tasks` for each member; nil where a member turns out to have other axes than `frame`.
  mutating func pass(
    _ tasks: [MemberTask], _ frame: MemberFrame, _ surroundings: Surroundings
  ) -> [[MemberOutcome]]? {
    struct Passed: Sendable {
      let outcomes: [MemberOutcome]
      let overlay: PassedOverlay?
    }
    let elements = program.sets[frame.set].elements
    let scenario = surroundings.scenario
    let conditions = conditions(of: tasks, over: frame.axes, in: scenario)
    let begin = frame.isPassing ? PeriodsLookedAt.begin(of: tasks, conditions, program, in: scenario) : nil
    let axes = frame.axes.map { $0.from(begin) }
    let members = elements.indices.map { SetMember(set: frame.set, element: $0, axes: axes) }
    passing = PassingMember(conditions: conditions)
    knowLanes(of: axes)
    let passed = shared(members) { evaluator, member -> Passed? in
      let definition = elements[member.element].definition
      let isNew = frame.isPassing && !evaluator.isComputed(definition, in: scenario)
      defer { if isNew { evaluator.forget(definition, in: scenario) } }
      if frame.isPassing {
        evaluator.passing.begin = begin.flatMap { isNew ? (definition, $0) : nil }
        let own = evaluator.cube(elements[member.element].value, Surroundings(scenario: scenario)).axes
          .map { $0.from(begin) }
        guard Alignment.axes(member.axes, own) == member.axes else { return nil }
      }
      evaluator.passing.firsts = [:]
      let outcomes = tasks.map { evaluator.outcome(of: $0, for: member, surroundings) }
      if evaluator.passing.lacksPeriods { return nil }
      return Passed(outcomes: outcomes, overlay: isNew ? evaluator.passedOverlay(of: definition, in: scenario) : nil)
    }
    guard passed.allSatisfy({ $0 != nil }) else { return nil }
    for (element, passed) in zip(elements, passed) {
      if let overlay = passed?.overlay {
        passedOverlays[Key(definition: element.definition, scenario: scenario)] = overlay
      }
    }
    return passed.compactMap { $0?.outcomes }
  }

  /// Returns what `task` keeps of `member`.
  private mutating func outcome(
    of task: MemberTask, for member: SetMember, _ surroundings: Surroundings
  ) -> MemberOutcome {
    var own = surroundings
    own.member = member
    switch task.purpose {
    case .cells: return .cells(cube(task.expression, own))
    case .firstPeriods: return .firstPeriods(firstPeriods(of: member, where: task.expression, surroundings))
    case .collapsed: return .collapsed(task.call.map { CollapsedMember($0, cube(task.expression, own)) })
    case .tallied: return .tallied(task.call.map { MemberTally($0, cube(task.expression, own)) })
    }
  }

  /// Returns what is to be remembered of `definition` in `scenario`, which has been computed.
  private mutating func passedOverlay(of definition: Definition, in scenario: ScenarioID) -> PassedOverlay {
    let overlaid = overlaidCube(of: definition, in: scenario)
    return PassedOverlay(
      stretches: stretches(of: definition, in: scenario), sources: overlaid.map { LaidSources($0) })
  }

  /// Forgets what was computed of `definition` in `scenario`.
  private mutating func forget(_ definition: Definition, in scenario: ScenarioID) {
    let key = Key(definition: definition, scenario: scenario)
    values[key] = nil
    overlays[key] = nil
    usesOfDefinition[key] = nil
  }

  /// Returns the values of a member of a set, spread over the axes of all.
  mutating func cube(of member: SetMember, _ surroundings: Surroundings) -> Cube {
    var own = Surroundings(scenario: surroundings.scenario)
    own.idlePeriods = surroundings.idlePeriods
    return cube(program.sets[member.set].elements[member.element].value, own).spread(over: member.axes)
  }
}
