import Indicators
import Semantics
import Units

/// What one target asks of the cells of a value.
private struct StandingDemand {
  /// The members that it is for, where it names any.
  let point: [Dimension: Label]
  /// The months since the year 0 at which its deadline ends.
  let months: Int
  let demands: [Demand]
  let baseline: Double?
  /// How the value's numbers become numbers in the unit of the demands.
  let step: Conversion

  /// Whether `value` is what is asked; nil where that needs what is missing.
  func isMet(by value: Double) -> Bool? {
    var isCertain = true
    for demand in demands {
      switch demand.isMet(by: step(value), baseline: baseline) {
      case false?: return false
      case nil: isCertain = false
      case true?: break
      }
    }
    return isCertain ? true : nil
  }
}

/// Holds every cell of a value against its targets, not only those at deadlines.
extension Evaluator {
  /// Returns whether each cell of `expression`, a definition, is what its targets ask for: those of the next deadline, and
  /// behind the last deadline those of the last.
  mutating func meets(_ expression: CheckedExpression, _ surroundings: Surroundings) -> Cube {
    guard case .definition(let definition) = expression.form else { return Cube(axes: [], missing: .undefined) }
    if let own = surroundings.member, definition == .set(own.set) {
      var inner = Surroundings(scenario: surroundings.scenario)
      inner.idlePeriods = surroundings.idlePeriods
      return meets(member(program.sets[own.set].elements[own.element]), inner).spread(over: own.axes)
    }
    if case .set(let position) = definition {
      let elements = program.sets[position].elements
      return stacked(elements.map { meets(member($0), surroundings) }, ofSet: position)
    }
    let values = cube(expression, surroundings)
    let axes = values.axes.filter { $0.dimension != .period }
    if values.axes.last?.dimension == .period, let demands = laneDemands(on: definition, axes) {
      return demands.verdicts(on: values)
    }
    var result = Cube(axes: values.axes, missing: .outsideData)
    let finder = CellFinder(axes)
    var asked: [[StandingDemand]] = Array(repeating: [], count: axes.reduce(1) { $0 * $1.labels.count })
    for demand in standingDemands(on: definition, expression) {
      for lane in finder.offsets(at: demand.point) { asked[lane].append(demand) }
    }
    let periods = values.periods.map { $0.months }
    let position = values.axisIndex(of: .period)
    let inner = position.map { values.axes[($0 + 1)...].reduce(1) { $0 * $1.labels.count } } ?? 1
    let count = position == nil ? 1 : periods.count
    for offset in 0..<values.count {
      let lane = offset / (inner * count) * inner + offset % inner
      if asked[lane].isEmpty { continue }
      guard let value = values[offset] else {
        result.reasons[offset] = values.reasons[offset]
        continue
      }
      let due = dueDemands(asked[lane], at: position == nil ? 0 : periods[offset / inner % count])
      guard let isMet = verdict(due, on: value) else {
        result.reasons[offset] = .undefined
        continue
      }
      result.values[offset] = isMet ? 1 : 0
      result.reasons[offset] = .known
    }
    return result
  }

  /// Returns the values that a member of a set stands for, in their own unit.
  func member(_ element: CheckedSet.Element) -> CheckedExpression {
    var value = element.value
    while case .converted(let inner, _) = value.form { value = inner }
    return value
  }

  /// Returns those of `demands` whose deadline is the next at or after `months`, or else the last.
  private func dueDemands(_ demands: [StandingDemand], at months: Int) -> [StandingDemand] {
    if demands.count == 1 { return demands }
    let deadline = demands.map(\.months).filter { $0 >= months }.min() ?? demands.map(\.months).max()
    return demands.filter { $0.months == deadline }
  }

  /// Whether `value` is what all of `demands` ask for, by three-valued and.
  private func verdict(_ demands: [StandingDemand], on value: Double) -> Bool? {
    var isCertain = true
    for demand in demands {
      switch demand.isMet(by: value) {
      case false?: return false
      case nil: isCertain = false
      case true?: break
      }
    }
    return isCertain ? true : nil
  }

  /// Returns what targets ask of `definition`, which `expression` stands for.
  ///
  /// The targets of sheets are read where they are; only those that rest on a baseline, and those of scripts, need the rows of
  /// the relation.
  private mutating func standingDemands(
    on definition: Definition, _ expression: CheckedExpression
  ) -> [StandingDemand] {
    guard case .indicator(let position) = definition, !program.indicators[position].isOfOneSheet else {
      return targetRows(of: expression, named: name(of: definition)).compactMap {
        standingDemand(ofRow: $0, expression)
      }
    }
    let indicator = program.indicators[position]
    var found: [StandingDemand] = []
    for (sheet, targets) in sheetTargets(of: position) {
      let asked = catalogue.sheets[sheet].targets
      let before = catalogue.sheets[..<sheet].reduce(0) { $0 + $1.targets.count }
      for target in targets.map(Int.init) {
        let conditions = asked.conditions(of: target)
        if conditions.contains(where: { $0.restsOnEarlierValues }) {
          if let demand = standingDemand(ofRow: before + target, expression) { found.append(demand) }
          continue
        }
        let index = Int(asked.indicators[target])
        let unit = indicator.parts.first { $0.sheet == sheet && $0.index == index }?.unit ?? indicator.unit
        guard let step = indicator.unit.factor(to: unit) else { continue }
        var point: [Dimension: Label] = [:]
        for (dimension, members) in zip(catalogue.sheets[sheet].dimensions, asked.members) where members[target] >= 0 {
          point[dimension] = .member(Member(code: members[target]))
        }
        found.append(
          StandingDemand(
            point: point, months: asked.deadlines[target].months,
            demands: conditions.map { Demand($0, baseline: nil, indicator: indicator.better) }, baseline: nil,
            step: step))
      }
    }
    if !program.targets.isEmpty {
      let rows = targetRows(of: expression, named: indicator.name).filter { targetRows[.actual]?[$0].sheet == nil }
      found += rows.compactMap { standingDemand(ofRow: $0, expression) }
    }
    return found
  }

  private mutating func standingDemand(ofRow row: Int, _ expression: CheckedExpression) -> StandingDemand? {
    let row = targetRows(in: .actual)[row]
    guard let step = expression.type.unit.factor(to: row.unit) else { return nil }
    var point: [Dimension: Label] = [:]
    for (dimension, name) in row.members { point[dimension] = names.find(name).map(Label.member) }
    return StandingDemand(
      point: point, months: row.deadline.months, demands: row.demands, baseline: row.baseline, step: step)
  }

  /// Returns what targets ask of `definition`, an indicator over all sheets, in lanes over `axes`; nil where that is more than a
  /// printed number for each.
  mutating func laneDemands(on definition: Definition, _ axes: [Axis]) -> LaneDemands? {
    if let known = demandsByLane[definition] {
      guard let known else { return nil }
      if known.axes == axes { return known }
    }
    let found = findLaneDemands(on: definition, axes)
    demandsByLane.updateValue(found, forKey: definition)
    return found
  }

  private mutating func findLaneDemands(on definition: Definition, _ axes: [Axis]) -> LaneDemands? {
    guard program.targets.isEmpty, case .indicator(let position) = definition,
      !program.indicators[position].isOfOneSheet
    else { return nil }
    let indicator = program.indicators[position]
    var demands = LaneDemands(axes)
    for (sheet, targets) in sheetTargets(of: position) {
      let asked = catalogue.sheets[sheet].targets
      let parts = indicator.parts.filter { $0.sheet == sheet && $0.unit != indicator.unit }.map { Int32($0.index) }
      guard let lanes = memberLanes(axes, ofSheet: sheet)?.lanes(of: targets, in: asked),
        parts.isEmpty || !targets.contains(where: { parts.contains(asked.indicators[Int($0)]) }),
        demands.ask(asked, targets, better: indicator.better, of: lanes)
      else { return nil }
    }
    return demands
  }

  /// Returns how the lane over `axes` of a target of a sheet is found, mostly as for the definition before; nil where it cannot be.
  private mutating func memberLanes(_ axes: [Axis], ofSheet sheet: Int) -> MemberLanes? {
    if let known = lanesOfMembers[sheet], known.axes == axes { return known }
    let lanes = MemberLanes(axes, catalogue.sheets[sheet].dimensions)
    lanesOfMembers[sheet] = lanes
    return lanes
  }

  /// Finds out how targets find their lanes over those of `axes`, where they are asked for, so that copies of this evaluator need not.
  mutating func knowLanes(of axes: [Axis]) {
    if targetsInSheets == nil { return }
    let lanes = axes.filter { $0.dimension != .period }
    for (sheet, asking) in catalogue.sheets.enumerated() where !asking.targets.isEmpty {
      _ = memberLanes(lanes, ofSheet: sheet)
    }
  }

  /// Looks through the targets of sheets, so that copies of this evaluator need not.
  mutating func knowTargets() { _ = program.indicators.isEmpty ? [] : sheetTargets(of: 0) }

  /// Returns the targets that sheets have of the indicator at `position`, in the order of sheets and lines.
  private mutating func sheetTargets(of position: Int) -> [(sheet: Int, targets: ArraySlice<Int32>)] {
    let known =
      targetsInSheets
      ?? TargetsByIndicator(catalogue.sheets, wholePositions, count: program.indicators.count)
    targetsInSheets = known
    return known.targets(of: position)
  }
}

extension TargetCondition {
  /// Whether what is asked cannot be told without values of earlier periods or of other members.
  fileprivate var restsOnEarlierValues: Bool {
    switch self {
    case .grows, .shrinks, .adds, .rises, .falls, .ranks: true
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .holds, .assigned, .milestone: false
    }
  }
}
