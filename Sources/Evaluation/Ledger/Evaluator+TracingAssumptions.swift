import Indicators
import Semantics

extension Evaluator {
  /// Traces what a scenario lays over a definition, and returns what then became of the definition's cells: a path goes on
  /// from the period before it, a held value is an earlier one, and a pinned one its expression's.
  mutating func traceAssumptions(of key: Key, _ fates: Fates, _ walk: inout LedgerWalk) -> Fates {
    guard key.scenario.isDeclared, let overlay = overlays[key], overlay.sources.count == fates.count else {
      return fates
    }
    var fates = fates
    let layered = layers(of: key.scenario).assumptions(of: key.definition)
    func course(_ stretch: OverlaidCube.Stretch) -> CheckedCourse {
      layered[stretch.position].assumption.courses[stretch.course]
    }
    let lanes = PeriodLanes(overlay.cube.axes)
    var reached: [OverlaidCube.Stretch: [Int]] = [:]
    // Later periods first, so that what a cell rests on is traced after it.
    for cell in overlay.sources.indices.reversed() {
      guard let cause = fates[cell] else { continue }
      var earlier = lanes.before(cell)
      switch overlay.sources[cell] {
      case .base: earlier = nil
      case .held:
        while let place = earlier, !overlay.cube.reasons[place].isKnown { earlier = lanes.before(place) }
      case .assumed(let stretch):
        reached[stretch, default: []].append(cell)
        if course(stretch).isPin { earlier = nil }
      }
      if let earlier { fates.improve(earlier, cause) }
      for part in overlay.rolled[cell] ?? [] { fates.improve(part, cause) }
      for stretch in overlay.shifts[cell] ?? [] { reached[stretch, default: []].append(cell) }
    }
    for (stretch, cells) in reached.sorted(by: { $0.key < $1.key }) {
      let course = course(stretch)
      if case .follows(let guide) = course.move { follow(guide, overlay.cube, cells, &fates) }
      for expression in course.expressions {
        traceAmount(expression, of: overlay.cube, at: cells, fates, key.scenario, &walk)
      }
    }
    return fates
  }

  /// Traces an assumption's amount, which takes the fates of the cells that it is used in.
  private mutating func traceAmount(
    _ amount: CheckedExpression, of whole: Cube, at cells: [Int], _ fates: Fates, _ scenario: ScenarioID,
    _ walk: inout LedgerWalk
  ) {
    let cube = presence(of: amount, scenario)
    let meeting = MeetingCells([cube], in: Alignment.axes(whole.axes, cube.axes))
    let positions = Alignment.positions(of: whole.axes, in: Alignment.axes(whole.axes, cube.axes))
    let wanted = Set(cells)
    var traced = Fates(nil, count: cube.count)
    for (place, cell) in positions.enumerated() where cell >= 0 && wanted.contains(Int(cell)) {
      if let position = meeting.position(0, place), let cause = fates[Int(cell)] { traced.improve(position, cause) }
    }
    trace(amount, traced, scenario, &walk)
  }

  /// Traces what a path is fitted to, or copied from.
  private func follow(_ guide: CheckedCourse.Guide, _ cube: Cube, _ cells: [Int], _ fates: inout Fates) {
    let lanes = PeriodLanes(cube.axes)
    for cell in cells {
      guard let cause = fates[cell] else { continue }
      switch guide {
      case .trend(let first, let last, _), .growth(let first, let last):
        var place = lanes.before(cell)
        while let earlier = place {
          if let period = cube.period(at: earlier), first <= period, period <= last { fates.improve(earlier, cause) }
          place = lanes.before(earlier)
        }
      case .member(let dimension, let name):
        guard let axis = cube.axisIndex(of: dimension), let member = names.find(name),
          let wanted = cube.axes[axis].labels.firstIndex(of: .member(member))
        else { continue }
        let step = cube.axes[(axis + 1)...].reduce(1) { $0 * $1.labels.count }
        let own = cell / step % cube.axes[axis].labels.count
        let other = cell + (wanted - own) * step
        fates.improve(other, cause)
        if let earlier = lanes.before(other) { fates.improve(earlier, cause) }
      }
    }
  }
}

extension OverlaidCube.Stretch: Comparable {
  /// Orders by the assumption, then by its stretches.
  static func < (left: Self, right: Self) -> Bool { (left.position, left.course) < (right.position, right.course) }
}
