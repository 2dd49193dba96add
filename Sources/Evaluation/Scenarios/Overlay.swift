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
  let index: PeriodIndex
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
  private var schedules = LaneSchedules()
  /// For each course what is prepared for the lines that it draws, where it draws any.
  let lineSpans: [LineSpan?]
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
    index = PeriodIndex(periods)
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
    result = OverlaidCube(cube: .tooLarge, sources: CellSources(lanes: lanes.count, periods: max(1, periods.count)))
    isWalked = Array(repeating: false, count: lanes.count)
    lineSpans = input.laid.map { [periods] laid in
      guard case .follows(.trend(let first, let last, false)) = laid.course.move else { return nil }
      return LineSpan(first, last, among: periods, origin: first.ordinal)
    }
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
    if applying.allSatisfy({ $0 == nil }), input.laid.allSatisfy({ $0.guide == nil }) {
      let courses = Array(input.laid.indices)
      for lane in 0..<lanes.count { walk(lane, courses) }
      return
    }
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
    var held: [Int] = []
    for segment in schedules[schedule].segments {
      if let course = segment.step.path {
        if !writeAlone(segment, course, lane) {
          for place in segment.places { write(segment.step, course, lane, place) }
        }
        noteReplaced(segment.places, start, dataEnd)
      } else {
        copyOrHold(segment, lane, dataEnd, &held)
      }
      if path !== values || !segment.step.shifts.isEmpty {
        for place in segment.places { shift(start + place, by: segment.step.shifts) }
      }
    }
    result.sources.set(lane, to: schedules.pattern(schedule, held, input.laid, &result.sources))
    isWalked[lane] = true
  }

  /// Copies the observed cells of a segment that nothing covers, and holds the last value where they are missing after the
  /// data end.
  private func copyOrHold(_ segment: LaneSchedule.Segment, _ lane: Int, _ dataEnd: Int?, _ held: inout [Int]) {
    let start = lane * periods.count
    for place in segment.places {
      let (row, observed) = (path[start + place], base[start + place])
      if input.isHeld, place > dataEnd ?? periods.count, place > 0, !observed.isKnown(base.width),
        path[start + place - 1].holdsKnown(count)
      {
        walk(place, start).hold(row, observed)
        held.append(place)
      } else {
        row.copy(observed, count)
      }
    }
  }

  /// Notes the cells at `places` of the lane that begins at `start` in which the root has a value.
  private mutating func noteReplaced(_ places: Range<Int>, _ start: Int, _ dataEnd: Int?) {
    guard let dataEnd, places.lowerBound <= dataEnd else { return }
    for place in places where root[start + place].holdsKnown(root.width) { result.replaced.append(start + place) }
  }

  /// Writes one period of a lane by the course at `index`.
  private mutating func write(_ step: LaneSchedule.Step, _ index: Int, _ lane: Int, _ place: Int) {
    let start = lane * periods.count
    write(path[start + place], index, walk(place, start), lane, place, from: step.begin)
    bound(path[start + place], index, start + place)
  }

  /// Returns the step to `place` in the lane that begins at `start`.
  private func walk(_ place: Int, _ start: Int) -> PathStep {
    PathStep(
      count: count, previous: place > 0 ? path[start + place - 1] : .absent, period: periods[place])
  }

  /// Writes all periods of a segment of certain values by the course at `index`, where that is a line or a growth that is the
  /// same all along and nothing bounds it; returns false for any other.
  private mutating func writeAlone(_ segment: LaneSchedule.Segment, _ index: Int, _ lane: Int) -> Bool {
    let course = input.laid[index].course
    guard count == 1, root.width == 1, input.range == nil, course.upper == nil, course.lower == nil else {
      return false
    }
    let cells = path.run(lane * periods.count)
    switch course.move {
    case .follows(.trend(let first, let last, let isLog)):
      let line = line(lane, 0, index, first, last, isLog: isLog)
      for place in segment.places { cells.set(place, line.value(at: periods[place], since: first)) }
    case .follows(.growth(let first, let last)):
      guard first.frequency == .year, let begin = periods.first, begin.frequency == .year,
        case .growth(let rate) = growth(lane, 0, first, last), rate > -1, segment.places.lowerBound > 0
      else { return false }
      var (value, reason) = cells[segment.places.lowerBound - 1]
      guard reason.isKnown, value > 0 else { return false }
      for place in segment.places {
        guard reason.isKnown, value > 0 else { return false }
        (value, reason) = Row.settled(value * (1 + rate))
        cells.set(place, (value, reason))
      }
    case .grows(_, .year):
      guard let begin = periods.first, begin.frequency == .year, segment.places.lowerBound > 0 else { return false }
      let rates = amounts[index][0]
      guard rates.width == 1 else { return false }
      let run = rates.run(lane * periods.count)
      var (value, reason) = cells[segment.places.lowerBound - 1]
      for place in segment.places {
        let rate = run[place]
        guard reason.isKnown, value > 0, rate.reason.isKnown, rate.value > -1 else { return false }
        (value, reason) = Row.settled(value * (1 + rate.value))
        cells.set(place, (value, reason))
      }
    case .grows, .rises, .reaches, .pins, .follows(.member), .holds, .adds, .multiplies: return false
    }
    return true
  }

  /// Returns the number of the schedule of lanes with `key`, and notes its clashes in the lane that begins at `start`.
  private mutating func schedule(_ key: LaneSchedule.Key, _ start: Int) -> Int {
    let (number, isNew) = schedules.number(of: key, input.laid, periods)
    guard isNew else { return number }
    for clash in schedules[number].clashes
    where !result.clashes.contains(where: { $0.first == clash.first && $0.second == clash.second }) {
      result.clashes.append((start + clash.place, clash.first, clash.second))
    }
    return number
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
      let lines = fitted(index) { overlay, sample in overlay.line(lane, sample, index, first, last, isLog: isLog) }
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
    let pattern = pin.map { result.sources.add([.assumed(input.laid[$0].stretch)]) } ?? 0
    for lane in 0..<lanes.count {
      values[lane].copy(pin.map { amounts[$0][0][lane] } ?? base[lane], count)
      result.sources.set(lane, to: pattern)
      for shift in shifts { apply(shift, to: values[lane], lane) }
    }
  }
}
