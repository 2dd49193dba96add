import Indicators
import Semantics

/// Says why a stretch of an assumption gives no cell its value.
extension Evaluator {
  /// Returns why the stretch at `place` of the assumptions of `definition` is not among the sources of `overlaid`; nil where
  /// that has been reported already.
  mutating func reasonUntouched(
    _ place: (position: Int, course: Int), of definition: Definition, _ overlaid: OverlaidCube,
    layers: ScenarioLayers, scenario: ScenarioID
  ) -> AssumptionFault? {
    let own = layers.assumptions(of: definition)
    let assumption = own[place.position].assumption
    let course = assumption.courses[place.course]
    let name = assumption.subjectText
    let axes = overlaid.cube.axes
    let periods = overlaid.cube.periods
    guard let begin = periods.first, let end = periods.last else {
      return untouchedTimeless(place.position, overlaid, own, scenario)
    }
    let lanes = LaneShape(axes.filter { $0.dimension != .period })
    let applying = lanes.lanes(at: assumption.members, names)
    if let applying, !applying.contains(true) { return .noSuchCells(name, members: assumption.members.map(\.name)) }
    let laid = LaidCourse(
      course, layer: own[place.position].layer, position: place.position, index: place.course,
      members: assumption.members, next: assumption.courses.dropFirst(place.course + 1).first, amounts: [])
    let root = root(of: definition, layers).spread(over: axes)
    var latestEnd: Period?
    var winner: Int?
    var hasData = false
    for lane in 0..<lanes.count where applying?[lane] ?? true {
      let start = lane * periods.count
      let dataEnd = periods.indices.last { root.reasons[start + $0] == .known }.map { periods[$0] }
      if let dataEnd {
        hasData = true
        latestEnd = max(latestEnd ?? dataEnd, dataEnd)
      }
      for (index, period) in periods.enumerated() where laid.covers(period, dataEnd: dataEnd) && winner == nil {
        if case .assumed(let stretch) = overlaid.sources[start + index] { winner = stretch.position }
      }
    }
    if let winner {
      // That two of one layer meet has been reported.
      return own[winner].layer == own[place.position].layer
        ? nil : shadow(of: assumption, by: own[winner].assumption, scenario)
    }
    let starts = course.first ?? latestEnd?.advanced(by: 1)
    if let last = laid.end, let latestEnd, course.first == nil, last <= latestEnd {
      return .endsWithinData(name, end: last, dataEnd: latestEnd)
    }
    if let last = laid.end, last < begin { return .endsBeforeData(name, end: last, dataBegin: begin) }
    if let starts, starts > end {
      let planned = course.first == nil ? firstPlanned(of: definition, root, layers) : nil
      return .beginsTooLate(name, begin: starts, scenario: scenario.word, end: end, planned: planned)
    }
    return hasData ? nil : .noData(name)
  }

  /// Returns the first period that only the plan at the root of `layers` knows; nil where it takes no deadlines, or one
  /// year's alone.
  private mutating func firstPlanned(of definition: Definition, _ root: Cube, _ layers: ScenarioLayers) -> Period? {
    guard layers.root == .plan, layers.planned == nil else { return nil }
    let observed: Cube? = if case .numbers(let cube) = value(of: definition, in: .actual) { cube } else { nil }
    let lastObserved = observed?.tellingPeriods.max()
    return root.tellingPeriods.filter { period in lastObserved.map { $0 < period } ?? true }.min()
  }

  /// Returns why the assumption at `position` does nothing to a value that has no periods.
  private mutating func untouchedTimeless(
    _ position: Int, _ overlaid: OverlaidCube, _ own: [ScenarioLayers.Layered], _ scenario: ScenarioID
  ) -> AssumptionFault? {
    let assumption = own[position].assumption
    guard let offset = overlaid.cube.reasons.indices.first,
      case .assumed(let stretch) = overlaid.sources[offset]
    else { return .noData(assumption.subjectText) }
    let winner = own[stretch.position]
    guard winner.layer == own[position].layer else { return shadow(of: assumption, by: winner.assumption, scenario) }
    report(
      EvaluationProblem.assumptionsClash(assumption.subjectText, nil, first: winner.assumption.range)
        .diagnostic(at: assumption.range))
    return nil
  }

  /// Returns the values of `definition` that say where its data end.
  private mutating func root(of definition: Definition, _ layers: ScenarioLayers) -> Cube {
    switch definition {
    case .indicator(let position): return rootCube(ofIndicator: position, layers)
    case .alias, .parameter, .aggregate, .set:
      if case .numbers(let cube) = value(of: definition, in: layers.root) { return cube }
      return Cube(axes: [], missing: .undefined)
    }
  }
}
