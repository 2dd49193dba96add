import Semantics

extension GoalSeek {
  /// Seeks the smallest change of several params, each measured in its range. Where the way to it does not show, moves the
  /// params in the order given, and where that is not enough, looks at choices all over the ranges.
  mutating func solutionOfSeveral() -> GoalSolution {
    // A present value outside its range is brought to its end first.
    if trials.holds(at: start) {
      return finished(start == present ? .metAlready : .solved, at: start, jumps: false)
    }
    let space = RelativeSpace(start: start, ranges: ranges)
    if let parts = trials.requirement.allOf, let point = nearestPoint(meeting: parts, in: space),
      trials.holds(at: point)
    {
      return finished(.solved, at: printable(point), jumps: false)
    }
    if let nearest = nearestDirection(in: space), let found = along(nearest) { return found }
    return inOrder()
  }

  /// Returns by how much each part's difference is measured: how far it is from nothing as things stand.
  private mutating func presentScales() -> [Double] {
    let trial = trials.trial(at: start)
    return trial.sides.indices.map { max(trial.difference($0)?.magnitude ?? 1, .leastNormalMagnitude) }
  }

  /// Returns the nearest point at which all of several comparisons hold, by a hair.
  private mutating func nearestPoint(meeting parts: [Int], in space: RelativeSpace) -> [Double]? {
    let scales = presentScales()
    let nearest = Projection.nearestPoint(
      meeting: { point in
        let trial = trials.trial(at: space.values(point))
        let margins = parts.compactMap { trials.requirement.margin(ofPart: $0, in: trial, scales: scales) }
        return margins.count == parts.count ? margins.map { $0 - 1e-9 } : nil
      }, within: space.box, step: isSampled ? 0.02 : 1e-5, rounds: isSampled ? 8 : 60)
    return nearest.map { space.values($0) }
  }

  /// Returns how the params move, together, to the nearest point at which the condition begins to hold.
  private mutating func nearestDirection(in space: RelativeSpace) -> [Double]? {
    let scales = presentScales()
    let nearest = nearestZero(
      of: { trials.requirement.margin(of: trials.trial(at: space.values($0)), scales: scales) }, within: space.box,
      step: isSampled ? 0.02 : 1e-5, rounds: isSampled ? 8 : 60)
    guard let nearest, nearest.contains(where: { $0 != 0 }) else { return nil }
    return zip(nearest, space.widths).map(*)
  }

  /// Returns the first point on the way in `direction` at which the condition holds; the way goes on as far again.
  private mutating func along(_ direction: [Double]) -> GoalSolution? {
    var search = LineSearch(
      Line(origin: start, direction: direction, within: ranges), from: 0, to: 2, start: 0, isSampled: isSampled)
    search.run(&trials)
    guard let edge = search.edge else { return nil }
    let jumps = search.jumps(at: edge, &trials)
    if jumps { remarks.insert(.jumps, at: 0) }
    return finished(.solved, at: printable(search.line.values(at: edge.place)), jumps: jumps)
  }

  /// Moves one param after the other, each as far as it helps.
  private mutating func inOrder() -> GoalSolution {
    var values = start
    // A second round, since what helps may depend on the params moved later.
    for _ in 0..<2 {
      for axis in ranges.indices {
        var search = LineSearch(
          Line(along: axis, from: values, within: ranges), from: ranges[axis].lowerBound,
          to: ranges[axis].upperBound, start: values[axis], isSampled: isSampled)
        search.run(&trials)
        if let edge = search.edge {
          let jumps = search.jumps(at: edge, &trials)
          remarks.insert(.orderGiven, at: 0)
          if jumps { remarks.insert(.jumps, at: 0) }
          return finished(.solved, at: printable(search.line.values(at: edge.place)), jumps: jumps)
        }
        if let best = search.best(trials) { values[axis] = best }
      }
    }
    return scattered(from: values)
  }

  /// Looks at choices all over the ranges: goes to the nearest at which the condition holds, or to the best of all.
  private mutating func scattered(from values: [Double]) -> GoalSolution {
    let choices = scan()
    remarks.append(.scanned(Set(choices).count))
    let space = RelativeSpace(start: start, ranges: ranges)
    let holding = choices.filter { trials.holds(at: $0) }
    if let nearest = holding.min(by: { space.distance(to: $0) < space.distance(to: $1) }) {
      if let found = along(zip(nearest, start).map(-)) { return found }
      return finished(.solved, at: nearest, jumps: false)
    }
    let all = [values] + choices
    let scales = trials.requirement.parts.indices.map { part in
      let differences = all.compactMap { trials.trial(at: $0).difference(part) }
      let spread = (differences.max() ?? 0) - (differences.min() ?? 0)
      return spread > 0 ? spread : 1
    }
    let margins = all.map { trials.requirement.margin(of: trials.trial(at: $0), scales: scales) }
    guard let best = margins.compactMap({ $0 }).max(), let place = margins.firstIndex(of: best) else {
      return GoalSolution(
        status: .unknown(trials.trial(at: values).reason), movers: [], comparisons: [], remarks: remarks,
        evaluations: trials.count)
    }
    if margins.allSatisfy({ $0 == best }) { remarks.append(.flat) }
    return impossible(at: all[place])
  }

  /// Returns choices spread evenly over the ranges, their ends included.
  private func scan() -> [[Double]] {
    let most = isSampled ? 100 : 2000
    var steps = 2
    func count(_ steps: Int) -> Int { ranges.reduce(1) { count, _ in count > most ? count : count * steps } }
    while count(steps + 1) <= most { steps += 1 }
    guard count(steps) <= most else { return [] }
    var choices: [[Double]] = [[]]
    for range in ranges {
      let width = range.upperBound - range.lowerBound
      let places = (0..<steps).map { range.lowerBound + width * Double($0) / Double(steps - 1) }
      choices = choices.flatMap { choice in places.map { choice + [$0] } }
    }
    return choices
  }
}
