import Indicators
import Semantics

/// Lays assumptions over the values of one definition, lane by lane.
///
/// A lane is one combination of members; in each of its periods it has a row with the cell of every sample, which is one
/// cell where nothing is sampled.
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

  let periods: [Period]
  let root: RowTable
  private let input: Input
  /// The axes without that of the samples, and that.
  private let axes: [Axis]
  private let samples: Axis?
  /// How many samples a row has.
  private let count: Int
  private let base: RowTable
  private let amounts: [[RowTable]]
  private let lanes: LaneShape
  private let names: NameTable
  /// The values, and what they are without shifts.
  private let values: RowTable
  private let path: RowTable
  private var result: OverlaidCube
  private var isWalked: [Bool]
  private var schedules: [LaneSchedule.Key: LaneSchedule] = [:]
  /// What is fitted in the lane that is walked, by the course that asks for it.
  private var fits: [Int: [LaneFit]] = [:]

  /// Creates an overlay; nil where it would have more cells than the limit.
  init?(_ input: Input, names: NameTable) {
    self.input = input
    self.names = names
    let cubes = input.laid.flatMap(\.amounts)
    let found = cubes.reduce(Alignment.axes(input.base.axes, input.root.axes)) { Alignment.axes($0, $1.axes) }
    samples = found.last.flatMap { $0.dimension == .sample ? $0 : nil }
    count = samples?.labels.count ?? 1
    periods = Overlay.periods(of: found, until: input.horizon)
    var axes = found.filter { $0.dimension != .period && $0.dimension != .sample }
    lanes = LaneShape(axes)
    if !periods.isEmpty { axes.append(Axis(.period, periods.map(Label.period))) }
    guard Alignment.greatestCount(axes + (samples.map { [$0] } ?? []), []) <= Alignment.mostCells else { return nil }
    self.axes = axes
    base = RowTable(input.base, over: axes)
    root = RowTable(input.root, over: axes)
    amounts = input.laid.map { course in course.amounts.map { RowTable($0, over: axes) } }
    let rows = axes.reduce(1) { $0 * $1.labels.count }
    values = RowTable(rows: rows, width: count)
    path = input.laid.contains { $0.course.isShift } ? RowTable(rows: rows, width: count) : values
    result = OverlaidCube(cube: .tooLarge, sources: Array(repeating: .base, count: rows))
    isWalked = Array(repeating: false, count: lanes.count)
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
    if periods.isEmpty { layOverTimeless() } else { walkAll() }
    result.cube = values.cube(over: axes, samples)
    return result
  }

  private mutating func walkAll() {
    let applying = input.laid.map { course in lanes.lanes(at: course.members, names) }
    // A lane that follows another is walked when that one has been.
    var open = Array(0..<lanes.count)
    while !open.isEmpty {
      let ready = open.filter { lane in
        input.laid.indices.allSatisfy { index in
          guard applying[index]?[lane] ?? true, let guide = input.laid[index].guide else { return true }
          return lanes.lane(like: lane, at: guide, names).map { isWalked[$0] } ?? true
        }
      }
      if ready.isEmpty { break }
      for lane in ready { walk(lane, input.laid.indices.filter { applying[$0]?[lane] ?? true }) }
      if ready.count == open.count { return }
      open.removeAll { isWalked[$0] }
    }
    for lane in open {
      for place in periods.indices {
        for sample in 0..<count { values[lane * periods.count + place].set(sample, (0, .circular)) }
      }
    }
  }

  private mutating func walk(_ lane: Int, _ courses: [Int]) {
    let start = lane * periods.count
    // No value is due where there is no such combination of members, in no period.
    if periods.indices.contains(where: { base[start + $0][0].reason == .noSuchCombination }) {
      for cell in start..<start + periods.count {
        for row in [path[cell], values[cell]] {
          for sample in 0..<count { row.set(sample, (0, .noSuchCombination)) }
        }
      }
      isWalked[lane] = true
      return
    }
    let dataEnd = periods.indices.last { root[start + $0].holdsKnown(root.width) }
    let schedule = schedule(LaneSchedule.Key(courses: courses, dataEnd: dataEnd), start)
    if !fits.isEmpty { fits = [:] }
    for place in periods.indices {
      let step = schedule.steps[place]
      let (row, observed) = (path[start + place], base[start + place])
      let before = place > 0 ? path[start + place - 1] : .absent
      let walk = PathStep(count: count, previous: before, period: periods[place])
      if let course = step.path {
        write(row, course, walk, lane, place, from: step.begin)
        bound(row, course, start + place)
        result.sources[start + place] = .assumed(input.laid[course].stretch)
        if root[start + place].holdsKnown(root.width) { result.replaced.append(start + place) }
      } else if input.isHeld, place > dataEnd ?? periods.count, before.holdsKnown(count), !observed.isKnown(base.width)
      {
        walk.hold(row, observed)
        result.sources[start + place] = .held
      } else {
        row.copy(observed, count)
      }
      shift(start + place, by: step.shifts)
    }
    isWalked[lane] = true
  }

  /// Returns the schedule of lanes with `key`, and notes its clashes in the lane that begins at `start`.
  private mutating func schedule(_ key: LaneSchedule.Key, _ start: Int) -> LaneSchedule {
    if let known = schedules[key] { return known }
    let schedule = LaneSchedule(input.laid, key, periods)
    schedules[key] = schedule
    for clash in schedule.clashes
    where !result.clashes.contains(where: { $0.first == clash.first && $0.second == clash.second }) {
      result.clashes.append((start + clash.place, clash.first, clash.second))
    }
    return schedule
  }

  /// Writes what the course at `index` gives in one period of a lane.
  private mutating func write(
    _ row: Row, _ index: Int, _ walk: PathStep, _ lane: Int, _ place: Int, from begin: Int
  ) {
    let start = lane * periods.count
    switch input.laid[index].course.move {
    case .grows(_, let per): walk.grow(row, by: amounts[index][0][start + place], per)
    case .rises(_, let per): walk.rise(row, by: amounts[index][0][start + place], per)
    case .reaches(_, by: let end, along: let curve):
      walk.approach(
        row, amounts[index][0][start + place], by: end, along: curve,
        from: begin > 0 ? path[start + begin - 1] : .absent, start: periods[begin])
    case .pins: row.copy(amounts[index][0][start + place], count)
    case .follows(.trend(let first, let last, let isLog)):
      let lines = fitted(index) { overlay, sample in overlay.line(lane, sample, first, last, isLog: isLog) }
      for sample in 0..<count {
        row.set(sample, lines[lines.count == 1 ? 0 : sample].value(at: walk.period, since: first))
      }
    case .follows(.growth(let first, let last)):
      let rates = fitted(index) { overlay, sample in overlay.growth(lane, sample, first, last) }
      for sample in 0..<count { row.set(sample, rates[rates.count == 1 ? 0 : sample].rate) }
      walk.grow(row, by: row, .year)
    case .follows(.member(let dimension, let name)):
      let other = lanes.lane(like: lane, at: (dimension, name), names).flatMap { isWalked[$0] ? $0 : nil }
      let guide = other.map { path[$0 * periods.count + place] } ?? .absent
      let before = other.flatMap { place > 0 ? path[$0 * periods.count + place - 1] : nil } ?? .absent
      walk.follow(row, guide, since: before, isPercentage: input.isPercentage)
    case .holds, .adds, .multiplies: row.copy(walk.previous, count)
    }
  }

  /// Returns what the course at `index` fits to the root's samples of the lane that is walked, computed once.
  private mutating func fitted(_ index: Int, _ fit: (Overlay, Int) -> LaneFit) -> [LaneFit] {
    if let known = fits[index] { return known }
    let made = (0..<root.width).map { fit(self, $0) }
    fits[index] = made
    return made
  }

  /// Holds a row between the bounds of the course at `index`, which stand behind its first amount, and within the
  /// indicator's range.
  private mutating func bound(_ row: Row, _ index: Int, _ cell: Int) {
    let course = input.laid[index].course
    var bounds = amounts[index].suffix((course.upper == nil ? 0 : 1) + (course.lower == nil ? 0 : 1))
    var isStopped = false
    if course.upper != nil, let upper = bounds.popFirst() {
      isStopped = row.bound(by: upper[cell], isLowest: false, count)
    }
    if course.lower != nil, let lower = bounds.popFirst() {
      isStopped = row.bound(by: lower[cell], isLowest: true, count) || isStopped
    }
    if isStopped { result.stopped.append(cell) }
    if let range = input.range, !course.isPin, row.clamp(to: range, count) { result.stoppedByRange.append(cell) }
  }

  /// Writes the finished row of a cell: its path, shifted.
  private mutating func shift(_ cell: Int, by shifts: [Int]) {
    let (row, unshifted) = (values[cell], path[cell])
    if path !== values { row.copy(unshifted, count) }
    guard !shifts.isEmpty else { return }
    if samples == nil, unshifted[0].reason == .known {
      result.unshifted[cell] = unshifted[0].value
      result.shifts[cell] = shifts.map { input.laid[$0].stretch }
    }
    for shift in shifts { apply(shift, to: row, cell) }
  }

  private func apply(_ shift: Int, to row: Row, _ cell: Int) {
    if case .multiplies = input.laid[shift].course.move {
      row.combine(row, amounts[shift][0][cell], count) { $0 * $1 }
    } else {
      row.combine(row, amounts[shift][0][cell], count) { $0 + $1 }
    }
  }

  /// Lays assumptions over values without periods: the nearest layer's pin, then the shifts.
  private mutating func layOverTimeless() {
    let pin = input.laid.indices.first { if case .pins = input.laid[$0].course.move { true } else { false } }
    let shifts = input.laid.indices.reversed().filter { input.laid[$0].course.isShift }
    for lane in 0..<lanes.count {
      values[lane].copy(pin.map { amounts[$0][0][lane] } ?? base[lane], count)
      if let pin { result.sources[lane] = .assumed(input.laid[pin].stretch) }
      for shift in shifts { apply(shift, to: values[lane], lane) }
    }
  }
}
