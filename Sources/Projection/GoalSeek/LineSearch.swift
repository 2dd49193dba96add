/// A straight way through the values of the params; one that comes to the end of its range stays there.
struct Line {
  let origin: [Double]
  let direction: [Double]
  let ranges: [ClosedRange<Double>]

  /// The way along which the param at `axis` alone moves; a place on it is the param's value.
  init(along axis: Int, from values: [Double], within ranges: [ClosedRange<Double>]) {
    var (origin, direction) = (values, Array(repeating: 0.0, count: values.count))
    origin[axis] = 0
    direction[axis] = 1
    self.init(origin: origin, direction: direction, within: ranges)
  }

  init(origin: [Double], direction: [Double], within ranges: [ClosedRange<Double>]) {
    self.origin = origin
    self.direction = direction
    self.ranges = ranges
  }

  func values(at place: Double) -> [Double] {
    origin.indices.map { axis in
      if direction[axis] == 0 { return origin[axis] }
      return min(max(origin[axis] + place * direction[axis], ranges[axis].lowerBound), ranges[axis].upperBound)
    }
  }
}

/// Looks along a line for the place nearest to the present one at which a condition holds.
///
/// The line is scanned at fixed places first, so that several crossings, plateaus, jumps and stretches without a value are
/// seen; then the nearest change is closed in on.
struct LineSearch {
  /// A place that was looked at.
  struct Node {
    let place: Double
    let trial: Trial
  }

  /// A place at which the condition holds, and the last one before it at which it does not.
  struct Edge {
    let place: Double
    let before: Double
  }

  let line: Line
  let lower: Double
  let upper: Double
  /// The present place, between the two ends.
  let start: Double
  /// Whether trials are shares of samples, which move in steps and are dear.
  let isSampled: Bool

  /// The places looked at, ascending.
  private(set) var nodes: [Node] = []
  /// The edge nearest to the present place, where the condition does not hold there.
  private(set) var edge: Edge?
  /// By how much the difference of each part varies along the line.
  private(set) var scales: [Double] = []

  init(_ line: Line, from lower: Double, to upper: Double, start: Double, isSampled: Bool) {
    self.line = line
    self.lower = lower
    self.upper = upper
    self.start = start
    self.isSampled = isSampled
  }

  /// How near a change is closed in on.
  var tolerance: Double { (upper - lower) * (isSampled ? 1e-4 : 1e-14) }

  /// Whether the condition holds at the present place.
  var holdsAtStart: Bool { nodes.first { $0.place == start }?.trial.holds == true }

  /// Looks along the whole line.
  mutating func run(_ trials: inout Trials) {
    let cells = isSampled ? 16 : 64
    let places = Set((0..<cells).map { lower + (upper - lower) * Double($0) / Double(cells) } + [upper, start])
    nodes = places.sorted().map { Node(place: $0, trial: trials.trial(at: line.values(at: $0))) }
    scales = trials.requirement.parts.indices.map { part in
      let differences = nodes.compactMap { $0.trial.difference(part) }
      let spread = (differences.max() ?? 0) - (differences.min() ?? 0)
      return spread > 0 ? spread : max(differences.map(\.magnitude).max() ?? 0, .leastNormalMagnitude)
    }
    if holdsAtStart { return }
    if !isSampled || !nodes.contains(where: { $0.trial.holds == true }) { refinePeaks(&trials) }
    let above = nearestEdge(nodes.filter { $0.place >= start }, &trials)
    let below = nearestEdge(nodes.filter { $0.place <= start }.reversed(), &trials)
    if let above, let below {
      edge = above.place - start <= start - below.place ? above : below
    } else {
      edge = above ?? below
    }
  }

  /// Adds the places between those scanned at which the condition comes nearest to holding, so that a narrow stretch is
  /// not passed over.
  private mutating func refinePeaks(_ trials: inout Trials) {
    let margins = nodes.map { trials.requirement.margin(of: $0.trial, scales: scales) }
    var peaks: [Int] = []
    for index in nodes.indices.dropFirst().dropLast() {
      guard let own = margins[index], let before = margins[index - 1], let after = margins[index + 1],
        own >= before, own >= after, own > min(before, after), nodes[index].trial.holds != true
      else { continue }
      peaks.append(index)
    }
    peaks.sort { (margins[$0] ?? 0, -$0) > (margins[$1] ?? 0, -$1) }
    for index in peaks.prefix(isSampled ? 1 : 3).sorted(by: >) {
      let (low, high) = (nodes[index - 1].place, nodes[index + 1].place)
      let place = peak(
        of: { [line, scales] in
          let trial = trials.trial(at: line.values(at: $0))
          return trials.requirement.margin(of: trial, scales: scales)
        }, between: low, and: high, tolerance: (high - low) * (isSampled ? 1e-2 : 1e-10),
        isEnough: { [line] in trials.holds(at: line.values(at: $0)) })
      let trial = trials.trial(at: line.values(at: place))
      guard let margin = trials.requirement.margin(of: trial, scales: scales), margin > margins[index] ?? 0 else {
        continue
      }
      nodes.insert(Node(place: place, trial: trial), at: place < nodes[index].place ? index : index + 1)
    }
  }

  /// Returns the edge nearest to the first of `way`, whose places lead away from it.
  private mutating func nearestEdge(_ way: [Node], _ trials: inout Trials) -> Edge? {
    for (near, far) in zip(way, way.dropFirst()) {
      if let edge = edge(between: near, and: far, &trials) { return edge }
    }
    return nil
  }

  /// Returns the edge between two places, at the nearer of which the condition does not hold.
  private mutating func edge(between near: Node, and far: Node, _ trials: inout Trials) -> Edge? {
    var hits: [Edge] = []
    for part in trials.requirement.parts.indices {
      guard let first = near.trial.difference(part), let second = far.trial.difference(part) else { continue }
      let zero = bracketedZero(
        of: { [line] in trials.trial(at: line.values(at: $0)).difference(part) },
        between: .init(place: near.place, value: first), and: .init(place: far.place, value: second),
        tolerance: tolerance)
      guard let zero else { continue }
      let ends = [zero.nearest.place, zero.opposite.place].sorted {
        ($0 - near.place).magnitude < ($1 - near.place).magnitude
      }
      for end in ends where trials.holds(at: line.values(at: end)) {
        hits.append(Edge(place: end, before: ends[0] == end ? near.place : ends[0]))
        break
      }
      // The best that can be reached may lie where the two sides meet.
      if hits.isEmpty {
        nodes += Set(ends).sorted().filter { place in !nodes.contains { $0.place == place } }
          .map { Node(place: $0, trial: trials.trial(at: line.values(at: $0))) }
      }
    }
    nodes.sort { $0.place < $1.place }
    if let hit = hits.min(by: { ($0.place - near.place).magnitude < ($1.place - near.place).magnitude }) { return hit }
    return far.trial.holds == true ? edge(from: near.place, to: far.place, &trials) : nil
  }

  /// Returns the edge between a place at which the condition does not hold and one at which it does, by halving.
  func edge(from place: Double, to other: Double, _ trials: inout Trials) -> Edge {
    var (bad, good) = (place, other)
    while (good - bad).magnitude > tolerance {
      let middle = bad + (good - bad) / 2
      if middle == bad || middle == good { break }
      if trials.holds(at: line.values(at: middle)) { good = middle } else { bad = middle }
    }
    return Edge(place: good, before: bad)
  }
}
