import Indicators
import Semantics

/// Lays assumptions over the values of one definition, lane by lane.
struct Overlay {
  private let axes: [Axis]
  private let periods: [Period]
  private let base: Cube
  private let root: Cube
  private let laid: [LaidCourse]
  private let amounts: [[Cube]]
  private let isHeld: Bool
  private let isPercentage: Bool
  private let names: NameTable
  private var result: OverlaidCube
  private var walks: [PathWalk?]

  /// Creates an overlay of `laid` over `base`, whose data end where those of `root` do, up to `horizon` in months.
  init(
    base: Cube, root: Cube, laid: [LaidCourse], isHeld: Bool, isPercentage: Bool, names: NameTable, horizon: Int
  ) {
    let found = laid.flatMap(\.amounts).reduce(Alignment(base.axes, root.axes).axes) { Alignment($0, $1.axes).axes }
    periods = Overlay.periods(of: found, until: horizon)
    var axes = found.filter { $0.dimension != .period }
    if !periods.isEmpty { axes.append(Axis(.period, periods.map(Label.period))) }
    self.axes = axes
    self.base = base.spread(over: axes)
    self.root = root.spread(over: axes)
    self.laid = laid
    amounts = laid.map { course in course.amounts.map { $0.spread(over: axes) } }
    self.isHeld = isHeld
    self.isPercentage = isPercentage
    self.names = names
    result = OverlaidCube(cube: self.base, sources: Array(repeating: .base, count: self.base.count))
    walks = Array(repeating: nil, count: periods.isEmpty ? 0 : self.base.count / periods.count)
  }

  /// Returns the periods of `axes` without gaps up to `horizon`; none where their lengths differ.
  private static func periods(of axes: [Axis], until horizon: Int) -> [Period] {
    let labels = axes.first { $0.dimension == .period }?.labels ?? []
    let known = labels.compactMap { if case .period(let period) = $0 { period } else { nil } }
    guard let first = known.first, let last = known.last, known.allSatisfy({ $0.frequency == first.frequency }) else {
      return known
    }
    let end = Int32(clamping: horizon / (12 / first.frequency.perYear) - 1)
    let count = Int(max(last.ordinal, end) - first.ordinal)
    return (0...max(0, count)).map { first.advanced(by: $0) }
  }

  /// Returns the values with the assumptions laid over them.
  mutating func walked() -> OverlaidCube {
    guard !periods.isEmpty else { return timeless() }
    // A lane that follows another is walked when that one has been.
    var open = Array(walks.indices)
    while !open.isEmpty {
      let ready = open.filter { lane in guides(of: lane).allSatisfy { $0 == nil || walks[$0 ?? 0] != nil } }
      if ready.isEmpty { break }
      for lane in ready { walk(lane) }
      open.removeAll { ready.contains($0) }
    }
    for lane in open {
      for place in periods.indices { result.cube.reasons[lane * periods.count + place] = .circular }
    }
    return result
  }

  /// Returns the root's known values of a lane from `first` to `last`.
  func observations(of lane: Int, _ first: Period, _ last: Period) -> [(period: Period, value: Double)] {
    periods.indices.compactMap { place in
      let offset = lane * periods.count + place
      guard first <= periods[place], periods[place] <= last, let value = root[offset] else { return nil }
      return (periods[place], value)
    }
  }

  /// Returns the lanes that the lane's courses follow; nil for a member that is not there.
  private func guides(of lane: Int) -> [Int?] {
    laid.filter { applies($0, to: lane) }.compactMap(\.guide).map { self.lane(like: lane, at: $0) }
  }

  private func point(of lane: Int) -> [Dimension: Label] {
    let cell = result.cube.point(at: lane * periods.count)
    return Dictionary(cell.map { ($0.dimension, $0.label) }, uniquingKeysWith: { $1 })
  }

  private func lane(like lane: Int, at guide: (dimension: Dimension, name: String)) -> Int? {
    var point = point(of: lane)
    point[guide.dimension] = names.find(guide.name).map(Label.member)
    return result.cube.offset(at: point).map { $0 / periods.count }
  }

  private func applies(_ course: LaidCourse, to lane: Int) -> Bool {
    if course.members.isEmpty { return true }
    let point = point(of: lane)
    return course.members.allSatisfy { point[$0.dimension] == names.find($0.name).map(Label.member) }
  }

  private mutating func walk(_ lane: Int) {
    let start = lane * periods.count
    let courses = laid.indices.filter { applies(laid[$0], to: lane) }
    let dataEnd = periods.indices.last { root.reasons[start + $0] == .known }
    var walk = PathWalk(periods: periods, isPercentage: isPercentage)
    var begins: [Int: Int] = [:]
    for (place, period) in periods.enumerated() {
      let offset = start + place
      let covering = courses.filter { laid[$0].covers(period, dataEnd: dataEnd.map { periods[$0] }) }
      let path = nearest(covering.filter { !laid[$0].course.isShift }, at: offset)
      var value: PathWalk.Value
      if let path {
        let begin = begins[path] ?? place
        begins[path] = begin
        value = bounded(self.value(of: path, walk, lane, place, from: begin), by: path, at: offset)
        result.sources[offset] = .assumed(laid[path].stretch)
        if root.reasons[offset] == .known { result.replaced.append(offset) }
      } else if base.reasons[offset] != .known, isHeld, place > dataEnd ?? periods.count,
        walk.previous.reason == .known
      {
        value = walk.previous
        result.sources[offset] = .held
      } else {
        value = (base.values[offset], base.reasons[offset])
      }
      walk.append(value)
      let limit = path.map { laid[$0].layer } ?? .max
      let shifts = covering.filter { laid[$0].course.isShift && laid[$0].layer <= limit }
      value = shifted(value, by: shifts, at: offset)
      result.cube.values[offset] = value.value
      result.cube.reasons[offset] = value.reason
    }
    walks[lane] = walk
  }

  /// Returns the course of the nearest layer; a second one of that layer is a clash.
  private mutating func nearest(_ courses: [Int], at offset: Int) -> Int? {
    guard let first = courses.first else { return nil }
    for other in courses.dropFirst() where laid[other].layer == laid[first].layer {
      note(first, other, at: offset)
    }
    return first
  }

  private mutating func note(_ first: Int, _ second: Int, at offset: Int) {
    let (first, second) = (laid[first].position, laid[second].position)
    guard first != second, !result.clashes.contains(where: { $0.first == first && $0.second == second }) else { return }
    result.clashes.append((offset, first, second))
  }

  private func value(
    of index: Int, _ walk: PathWalk, _ lane: Int, _ place: Int, from begin: Int
  ) -> PathWalk.Value {
    let course = laid[index]
    func amount(_ position: Int) -> PathWalk.Value {
      let cube = amounts[index][position]
      let offset = lane * periods.count + place
      return (cube.values[offset], cube.reasons[offset])
    }
    switch course.course.move {
    case .grows(_, let per): return walk.grown(by: amount(0), per)
    case .rises(_, let per): return walk.risen(by: amount(0), per)
    case .reaches(_, by: let end, along: let curve):
      return walk.approaching(amount(0), by: end, along: curve, from: begin)
    case .holds: return walk.previous
    case .pins: return amount(0)
    case .follows(.trend(let first, let last, let isLog)):
      return trend(lane, first, last, isLog: isLog, at: periods[place])
    case .follows(.growth(let first, let last)): return walk.grown(by: growth(lane, first, last), .year)
    case .follows(.member(let dimension, let name)):
      guard let other = self.lane(like: lane, at: (dimension, name)), let guide = walks[other] else {
        return (0, .outsideData)
      }
      return walk.following(guide.value(at: place), since: guide.value(at: place - 1))
    case .adds, .multiplies: return walk.previous
    }
  }

  /// Returns `value` held between the course's bounds, which stand behind its first amount.
  private mutating func bounded(_ value: PathWalk.Value, by index: Int, at offset: Int) -> PathWalk.Value {
    let course = laid[index].course
    guard value.reason == .known else { return value }
    var bounded = value.value
    var position = amounts[index].count - [course.upper, course.lower].compactMap { $0 }.count
    if course.upper != nil {
      if amounts[index][position].reasons[offset] == .known {
        bounded = min(bounded, amounts[index][position].values[offset])
      }
      position += 1
    }
    if course.lower != nil, amounts[index][position].reasons[offset] == .known {
      bounded = max(bounded, amounts[index][position].values[offset])
    }
    if bounded != value.value { result.stopped.append(offset) }
    return (bounded, .known)
  }

  /// Returns `value` shifted by `shifts`, those of the farthest layer first.
  private mutating func shifted(_ value: PathWalk.Value, by shifts: [Int], at offset: Int) -> PathWalk.Value {
    var value = value
    var last: Int?
    if !shifts.isEmpty, value.reason == .known {
      result.unshifted[offset] = value.value
      result.shifts[offset] = shifts.reversed().map { laid[$0].stretch }
    }
    for shift in shifts.reversed() {
      if let last, laid[last].layer == laid[shift].layer { note(shift, last, at: offset) }
      last = shift
      let amount = amounts[shift][0]
      guard value.reason == .known else { return value }
      guard amount.reasons[offset] == .known else { return (0, amount.reasons[offset]) }
      let number =
        if case .multiplies = laid[shift].course.move {
          value.value * amount.values[offset]
        } else {
          value.value + amount.values[offset]
        }
      value = number.isFinite ? (number, .known) : (0, .undefined)
    }
    return value
  }

  /// Lays assumptions over a value without periods.
  private mutating func timeless() -> OverlaidCube {
    for offset in 0..<base.count {
      let paths = laid.indices.filter { if case .pins = laid[$0].course.move { true } else { false } }
      var value: PathWalk.Value = (base.values[offset], base.reasons[offset])
      if let path = nearest(Array(paths), at: offset) {
        value = (amounts[path][0].values[offset], amounts[path][0].reasons[offset])
        result.sources[offset] = .assumed(laid[path].stretch)
      }
      value = shifted(value, by: laid.indices.filter { laid[$0].course.isShift }, at: offset)
      result.cube.values[offset] = value.value
      result.cube.reasons[offset] = value.reason
    }
    return result
  }
}
