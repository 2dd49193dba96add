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
    /// What is found out of these, where they are an indicator's data.
    var findings: LaneFindings?
    /// The values of the root, which say where the data of each lane end; nil where those are the same.
    let root: Cube?
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
    /// The period before which nobody looks at the values, so that they may be left out there; nil where all are looked at.
    var begin: Period?
  }

  let periods: [Period]
  let index: PeriodIndex
  /// Whether there are combinations of members that the data do not have.
  private let lacksCombinations: Bool
  /// Whether all periods are years.
  let isYearly: Bool
  let root: RowTable
  let input: Input
  /// The axes without that of the samples, and that.
  let axes: [Axis]
  let samples: Axis?
  /// How many samples a row has.
  let count: Int
  let base: RowTable
  let amounts: [[RowTable]]
  let lanes: LaneShape
  let names: NameTable
  /// The values, and what they are without shifts.
  let values: RowTable
  let path: RowTable
  var result: OverlaidCube
  var isWalked: [Bool]
  private var schedules = LaneSchedules()
  /// For each course what is prepared for the lines that it draws, where it draws any.
  let lineSpans: [LineSpan?]
  /// What is fitted in the lane that is walked, by the course that asks for it.
  var fits: [Int: [LaneFit]] = [:]

  /// Creates an overlay; nil where it would have more cells than the limit.
  init?(_ input: Input, names: NameTable) {
    self.input = input
    self.names = names
    let cubes = input.laid.flatMap(\.amounts)
    let found = cubes.reduce(Alignment.axes(input.base.axes, input.root?.axes ?? [])) { Alignment.axes($0, $1.axes) }
    samples = found.last.flatMap { $0.dimension == .sample ? $0 : nil }
    count = samples?.labels.count ?? 1
    periods = Overlay.periods(of: found, until: input.horizon)
    index = PeriodIndex(periods)
    isYearly = periods.allSatisfy { $0.frequency == .year }
    var axes = found.filter { $0.dimension != .period && $0.dimension != .sample }
    lanes = LaneShape(axes)
    if !periods.isEmpty { axes.append(Axis(.period, periods.map(Label.period))) }
    guard Alignment.greatestCount(axes + (samples.map { [$0] } ?? []), []) <= Alignment.mostCells else { return nil }
    self.axes = axes
    base = RowTable(input.base, over: axes)
    root = input.root.map { RowTable($0, over: axes) } ?? base
    lacksCombinations = input.base.holds(.noSuchCombination)
    amounts = input.laid.map { course in course.amounts.map { RowTable($0, over: axes) } }
    let rows = axes.reduce(1) { $0 * $1.labels.count }
    values = RowTable(rows: rows, width: count)
    path = input.laid.contains { $0.course.isShift } ? RowTable(rows: rows, width: count) : values
    result = OverlaidCube(cube: .tooLarge, sources: CellSources(lanes: lanes.count, periods: max(1, periods.count)))
    isWalked = Array(repeating: false, count: lanes.count)
    lineSpans = input.laid.map { [periods] laid in
      guard case .follows(.trend(let first, let last, false)) = laid.course.move else { return nil }
      return LineSpan(first, last, among: periods)
    }
  }

  /// Returns the periods of `axes` without gaps up to `horizon`; as they are where their lengths differ.
  static func periods(of axes: [Axis], until horizon: Int) -> [Period] {
    let labels = axes.first { $0.dimension == .period }?.labels ?? []
    let known = labels.compactMap { if case .period(let period) = $0 { period } else { nil } }
    guard let first = known.first, let last = known.last, known.allSatisfy({ $0.frequency == first.frequency }) else {
      return known
    }
    let end = max(last.ordinal, Int32(clamping: horizon / (12 / first.frequency.perYear) - 1))
    let count = Int(end - first.ordinal) + 1
    if Int(last.ordinal - first.ordinal) + 1 == known.count {
      return known + (known.count..<max(known.count, count)).map { first.advanced(by: $0) }
    }
    return (0..<max(1, count)).map { first.advanced(by: $0) }
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
    if lacksCombinations, periods.indices.contains(where: { base[start + $0][0].reason == .noSuchCombination }) {
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
    var places = segment.places
    if count == 1, base.width == 1 {
      // Up to where the data end, and where nothing is held, the cells are copied together.
      let end =
        input.isHeld
        ? min(max((dataEnd ?? periods.count) + 1, places.lowerBound), places.upperBound) : places.upperBound
      path.run(start + places.lowerBound).copy(base.run(start + places.lowerBound), end - places.lowerBound)
      places = end..<places.upperBound
    }
    for place in places {
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
}
