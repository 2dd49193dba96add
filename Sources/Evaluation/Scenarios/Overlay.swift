import Indicators
import Semantics

/// Lays assumptions over the values of one definition, lane by lane; a lane is one combination of members and sample.
struct Overlay {
  /// What the values are laid over, and what is laid.
  struct Input {
    /// The values without assumptions.
    let base: Cube
    /// The values of the root, which say where the data of each lane end.
    let root: Cube
    /// The stretches, those of the nearest layer first.
    let laid: [LaidCourse]
    /// Whether what nothing covers is held after the data end.
    let isHeld: Bool
    /// Whether the values are percentages, which follow another member in points.
    let isPercentage: Bool
    /// The values that an indicator may take, at whose ends paths stop.
    let range: ClosedRange<Double>?
    /// The months since the year 0 at which the scenario ends.
    let horizon: Int
  }

  let input: Input
  let periods: [Period]
  let root: Cube
  private let base: Cube
  private let amounts: [[Cube]]
  private let lanes: LaneShape
  private let names: NameTable
  private var result: OverlaidCube
  private var walks: [PathWalk?]
  private var schedules: [LaneSchedule.Key: LaneSchedule] = [:]

  /// Creates an overlay.
  init(_ input: Input, names: NameTable) {
    self.input = input
    let cubes = input.laid.flatMap(\.amounts)
    let found = cubes.reduce(Alignment(input.base.axes, input.root.axes).axes) { Alignment($0, $1.axes).axes }
    periods = Overlay.periods(of: found, until: input.horizon)
    var axes = found.filter { $0.dimension != .period }
    lanes = LaneShape(axes)
    if !periods.isEmpty { axes.append(Axis(.period, periods.map(Label.period))) }
    base = input.base.spread(over: axes)
    root = input.root.spread(over: axes)
    amounts = input.laid.map { course in course.amounts.map { $0.spread(over: axes) } }
    self.names = names
    result = OverlaidCube(cube: base, sources: Array(repeating: .base, count: base.count))
    walks = Array(repeating: nil, count: lanes.count)
  }

  /// Returns the periods of `axes` without gaps up to `horizon`; as they are where their lengths differ.
  static func periods(of axes: [Axis], until horizon: Int) -> [Period] {
    let labels = axes.first { $0.dimension == .period }?.labels ?? []
    let known = labels.compactMap { if case .period(let period) = $0 { period } else { nil } }
    guard let first = known.first, let last = known.last, known.allSatisfy({ $0.frequency == first.frequency }) else {
      return known
    }
    let end = Int32(clamping: horizon / (12 / first.frequency.perYear) - 1)
    return (0...max(0, Int(max(last.ordinal, end) - first.ordinal))).map { first.advanced(by: $0) }
  }

  /// Returns the values with the assumptions laid over them.
  mutating func walked() -> OverlaidCube {
    guard !periods.isEmpty else { return timeless() }
    let applying = input.laid.map { course in lanes.lanes(at: course.members, names) }
    // A lane that follows another is walked when that one has been.
    var open = Array(0..<lanes.count)
    while !open.isEmpty {
      let ready = open.filter { lane in
        input.laid.indices.allSatisfy { index in
          guard applying[index]?[lane] ?? true, let guide = input.laid[index].guide else { return true }
          return lanes.lane(like: lane, at: guide, names).map { walks[$0] != nil } ?? true
        }
      }
      if ready.isEmpty { break }
      for lane in ready { walk(lane, input.laid.indices.filter { applying[$0]?[lane] ?? true }) }
      if ready.count == open.count { return result }
      let done = Set(ready)
      open.removeAll { done.contains($0) }
    }
    for lane in open {
      for place in periods.indices { result.cube.reasons[lane * periods.count + place] = .circular }
    }
    return result
  }

  private mutating func walk(_ lane: Int, _ courses: [Int]) {
    let start = lane * periods.count
    let dataEnd = periods.indices.last { root.reasons[start + $0] == .known }
    let key = LaneSchedule.Key(courses: courses, dataEnd: dataEnd)
    let schedule = schedules[key] ?? LaneSchedule(input.laid, key, periods)
    if schedules[key] == nil {
      schedules[key] = schedule
      for clash in schedule.clashes
      where !result.clashes.contains(where: { $0.first == clash.first && $0.second == clash.second }) {
        result.clashes.append((start + clash.place, clash.first, clash.second))
      }
    }
    var walk = PathWalk(periods: periods, isPercentage: input.isPercentage)
    for place in periods.indices {
      let offset = start + place
      let step = schedule.steps[place]
      var value: PathWalk.Value
      if let path = step.path {
        value = bounded(self.value(of: path, walk, lane, place, from: step.begin), by: path, at: offset)
        result.sources[offset] = .assumed(input.laid[path].stretch)
        if root.reasons[offset] == .known { result.replaced.append(offset) }
      } else if base.reasons[offset] != .known, input.isHeld, place > dataEnd ?? periods.count,
        walk.previous.reason == .known
      {
        value = walk.previous
        result.sources[offset] = .held
      } else {
        value = (base.values[offset], base.reasons[offset])
      }
      walk.append(value)
      if !step.shifts.isEmpty, value.reason == .known {
        result.unshifted[offset] = value.value
        result.shifts[offset] = step.shifts.map { input.laid[$0].stretch }
      }
      for shift in step.shifts { value = shifted(value, by: shift, at: offset) }
      result.cube.values[offset] = value.value
      result.cube.reasons[offset] = value.reason
    }
    walks[lane] = walk
  }

  private func value(
    of index: Int, _ walk: PathWalk, _ lane: Int, _ place: Int, from begin: Int
  ) -> PathWalk.Value {
    func amount() -> PathWalk.Value {
      let offset = lane * periods.count + place
      return (amounts[index][0].values[offset], amounts[index][0].reasons[offset])
    }
    switch input.laid[index].course.move {
    case .grows(_, let per): return walk.grown(by: amount(), per)
    case .rises(_, let per): return walk.risen(by: amount(), per)
    case .reaches(_, by: let end, along: let curve):
      return walk.approaching(amount(), by: end, along: curve, from: begin)
    case .holds: return walk.previous
    case .pins: return amount()
    case .follows(.trend(let first, let last, let isLog)):
      return trend(lane, first, last, isLog: isLog, at: periods[place])
    case .follows(.growth(let first, let last)): return walk.grown(by: growth(lane, first, last), .year)
    case .follows(.member(let dimension, let name)):
      guard let other = lanes.lane(like: lane, at: (dimension, name), names), let guide = walks[other] else {
        return (0, .outsideData)
      }
      return walk.following(guide.value(at: place), since: guide.value(at: place - 1))
    case .adds, .multiplies: return walk.previous
    }
  }

  /// Returns `value` held between the course's bounds, which stand behind its first amount, and within the indicator's range.
  private mutating func bounded(_ value: PathWalk.Value, by index: Int, at offset: Int) -> PathWalk.Value {
    let course = input.laid[index].course
    let range = course.isPin ? nil : input.range
    guard value.reason == .known, course.upper != nil || course.lower != nil || range != nil else { return value }
    var bounded = value.value
    var bounds = amounts[index].suffix((course.upper == nil ? 0 : 1) + (course.lower == nil ? 0 : 1))
    if course.upper != nil, let upper = bounds.popFirst(), let limit = upper[offset] { bounded = min(bounded, limit) }
    if course.lower != nil, let lower = bounds.popFirst(), let limit = lower[offset] { bounded = max(bounded, limit) }
    if bounded != value.value { result.stopped.append(offset) }
    if let range, !range.contains(bounded) {
      bounded = min(max(bounded, range.lowerBound), range.upperBound)
      result.stoppedByRange.append(offset)
    }
    return (bounded, .known)
  }

  private func shifted(_ value: PathWalk.Value, by shift: Int, at offset: Int) -> PathWalk.Value {
    let amount = amounts[shift][0]
    guard value.reason == .known else { return value }
    guard let other = amount[offset] else { return (0, amount.reasons[offset]) }
    let isFactor = if case .multiplies = input.laid[shift].course.move { true } else { false }
    let number = isFactor ? value.value * other : value.value + other
    return number.isFinite ? (number, .known) : (0, .undefined)
  }

  /// Lays assumptions over a value without periods: the nearest layer's pin, then the shifts.
  private mutating func timeless() -> OverlaidCube {
    let pin = input.laid.indices.first { if case .pins = input.laid[$0].course.move { true } else { false } }
    let shifts = input.laid.indices.reversed().filter { input.laid[$0].course.isShift }
    for offset in 0..<base.count {
      var value: PathWalk.Value = (base.values[offset], base.reasons[offset])
      if let pin {
        value = (amounts[pin][0].values[offset], amounts[pin][0].reasons[offset])
        result.sources[offset] = .assumed(input.laid[pin].stretch)
      }
      for shift in shifts { value = shifted(value, by: shift, at: offset) }
      result.cube.values[offset] = value.value
      result.cube.reasons[offset] = value.reason
    }
    return result
  }
}
