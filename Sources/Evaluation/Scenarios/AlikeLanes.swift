import Indicators
import Semantics

/// An overlay over lanes of few kinds: behind the data of each follow the same stretches, which draw a line or grow, and nothing
/// bounds or shifts them.
///
/// Then all lanes whose data end in the same period have one schedule, and their cells are written where they belong in one go.
struct AlikeLanes {
  /// What gives the cells of a stretch.
  fileprivate enum Path {
    /// The line through the periods of a span, which is counted from its first.
    case line(LineSpan, first: Period)
    /// The growth between the periods at two places and so many years; nil for one that there is not.
    case growth(from: Int?, to: Int?, years: Double)
    /// Growth by the cells of a cube: one for each lane, or where the step is 0 one for all.
    case rates(Cube, step: Int)
  }

  /// What lanes have in common whose data end in the same period.
  private struct Kind {
    /// The periods that stretches give, each with the stretch.
    let stretches: [(places: Range<Int>, course: Int)]
    let sources: [OverlaidCube.Source]
  }

  private let base: Cube
  private let periods: [Period]
  private let axes: [Axis]
  /// How many periods the base has.
  private let known: Int
  private let lanes: Int
  /// The paths of all stretches; nil for one that covers nothing.
  private var paths: [Path?]
  private var kinds: [Kind] = []
  /// The kind of each lane; −1 for a combination of members that the data do not have.
  private var kindOfLane: [Int32] = []

  /// Prepares an overlay of `input`; nil where its lanes may differ in other ways.
  init?(_ input: Overlay.Input) {
    let axes = input.base.axes.filter { $0.dimension != .period }
    let own = input.base.periods
    guard input.root == nil, input.range == nil, input.base.axes.last?.dimension == .period, !own.isEmpty,
      !input.laid.isEmpty, input.laid.allSatisfy(\.isForAllLanes)
    else { return nil }
    let periods = Overlay.periods(of: input.base.axes, until: input.horizon)
    let all = axes + [Axis(.period, periods.map(Label.period))]
    let lanes = axes.reduce(1) { $0 * $1.labels.count }
    guard periods.starts(with: own), Alignment.greatestCount(all, []) <= Alignment.mostCells else { return nil }
    (base, self.periods, self.axes, known, self.lanes) = (input.base, periods, all, own.count, lanes)
    paths = Array(repeating: nil, count: input.laid.count)
    // By the place of the last period that a lane knows, counted from one before the first.
    var kindOfEnd: [Int32?] = Array(repeating: nil, count: own.count + 1)
    let lacksCombinations = input.base.holds(.noSuchCombination)
    kindOfLane.reserveCapacity(lanes)
    for lane in 0..<lanes {
      let cells = lane * own.count..<(lane + 1) * own.count
      if lacksCombinations, input.base.reasons[cells].contains(.noSuchCombination) {
        kindOfLane.append(-1)
        continue
      }
      var end = own.count
      while end > 0, !input.base.reasons[cells.lowerBound + end - 1].isKnown { end -= 1 }
      if let known = kindOfEnd[end] {
        kindOfLane.append(known)
      } else {
        guard let kind = addKind(input.laid, dataEnd: end > 0 ? end - 1 : nil, own, axes) else { return nil }
        kindOfEnd[end] = kind
        kindOfLane.append(kind)
      }
    }
  }

  /// Adds what lanes whose data end at the place `dataEnd` have in common, and returns its number; nil where they may differ.
  private mutating func addKind(_ laid: [LaidCourse], dataEnd: Int?, _ own: [Period], _ axes: [Axis]) -> Int32? {
    let schedule = LaneSchedule(laid, LaneSchedule.Key(courses: Array(laid.indices), dataEnd: dataEnd), periods)
    let begin = dataEnd.map { $0 + 1 } ?? 0
    guard schedule.clashes.isEmpty else { return nil }
    var stretches: [(places: Range<Int>, course: Int)] = []
    for segment in schedule.segments {
      guard segment.step.shifts.isEmpty else { return nil }
      if let course = segment.step.path {
        guard segment.places.lowerBound >= begin, let path = paths[course] ?? Path(laid[course], own, axes) else {
          return nil
        }
        paths[course] = path
        stretches.append((segment.places, course))
      } else if segment.places.upperBound > begin {
        return nil
      }
    }
    kinds.append(Kind(stretches: stretches, sources: schedule.sources(laid)))
    return Int32(kinds.count - 1)
  }

  /// Returns the values with the assumptions laid over them; nil where a line cannot be drawn so.
  func walked() -> OverlaidCube? {
    var isComplete = true
    let cube = base.withRow { cells in
      Cube(axes: axes) { row in
        for lane in 0..<lanes {
          let own = row.from(lane * periods.count, step: 1)
          if kindOfLane[lane] < 0 {
            own.values.update(repeating: 0, count: periods.count)
            own.reasons.update(repeating: .noSuchCombination, count: periods.count)
          } else {
            own.copy(cells.from(lane * known, step: 1), known)
          }
        }
        // Lines need no cell of another stretch, and growth may go on from their ends.
        for (course, path) in paths.enumerated() {
          if case .line(let span, let first)? = path, isComplete {
            isComplete = draw(span, from: first, of: course, row, cells)
          }
        }
        grow(row, cells)
      }
    }
    guard isComplete else { return nil }
    var sources = CellSources(lanes: lanes, periods: periods.count)
    let numbers = kinds.map { sources.add($0.sources) }
    for lane in 0..<lanes where kindOfLane[lane] >= 0 { sources.set(lane, to: numbers[Int(kindOfLane[lane])]) }
    return OverlaidCube(cube: cube, sources: sources)
  }

  /// Writes the cells of lines through `span` in every lane of `row` in which the stretch `course` covers any, over a base with
  /// `cells`; false where that cannot be done.
  private func draw(_ span: LineSpan, from first: Period, of course: Int, _ row: Row, _ cells: Row) -> Bool {
    let distances = periods.map { Double($0.ordinal - first.ordinal) }
    let stretches = kinds.map { kind in kind.stretches.filter { $0.course == course }.map(\.places) }
    var isComplete = true
    span.forEachLine(cells, stride: known, lanes: lanes) { lane, line, _ in
      let kind = kindOfLane[lane]
      guard kind >= 0 else { return }
      let own = row.from(lane * periods.count, step: 1)
      for places in stretches[Int(kind)] {
        guard let line else {
          // Through fewer than two points there is none.
          if span.known(in: cells.from(lane * known, step: 1))?.count ?? 0 > 1 { isComplete = false }
          for place in places { own.set(place, (0, .outsideData)) }
          continue
        }
        for place in places { own.values[place] = line.intercept + line.slope * distances[place] }
        own.from(places.lowerBound, step: 1).settle(places.count)
      }
    }
    return isComplete
  }

  /// Lets the cells of stretches that grow do so from the ones before, in every lane of `row`, over a base with `cells`: of each
  /// lane first those of its first stretch.
  private func grow(_ row: Row, _ cells: Row) {
    for position in 0..<(kinds.map(\.stretches.count).max() ?? 0) {
      for (course, path) in paths.enumerated() {
        let places = kinds.map { kind -> Range<Int>? in
          let stretch = kind.stretches.dropFirst(position).first
          return stretch?.course == course ? stretch?.places : nil
        }
        if let path, places.contains(where: { $0 != nil }) { grow(path, at: places, row, cells) }
      }
    }
  }

  /// Lets cells grow by `path` at the `places` of each kind of lane.
  private func grow(_ path: Path, at places: [Range<Int>?], _ row: Row, _ cells: Row) {
    switch path {
    case .line: return
    case .growth(let first, let last, let years):
      for lane in 0..<lanes {
        guard kindOfLane[lane] >= 0, let places = places[Int(kindOfLane[lane])] else { continue }
        let own = cells.from(lane * known, step: 1)
        let fit = LaneFit(from: first.flatMap { own.known($0) }, to: last.flatMap { own.known($0) }, years: years)
        grow(lane, at: places, row, by: fit.rate)
      }
    case .rates(let rates, let step):
      rates.withRow { rates in
        for lane in 0..<lanes {
          guard kindOfLane[lane] >= 0, let places = places[Int(kindOfLane[lane])] else { continue }
          grow(lane, at: places, row, by: rates[lane * step])
        }
      }
    }
  }

  /// Lets the cells of a lane grow from the one before.
  @inline(__always)
  private func grow(_ lane: Int, at places: Range<Int>, _ row: Row, by rate: (value: Double, reason: MissingReason)) {
    let own = row.from(lane * periods.count, step: 1)
    if own.grow(at: places, by: rate) { return }
    for place in places { own.set(place, Row.grown(place > 0 ? own[place - 1] : Row.absent[0], by: rate)) }
  }
}

extension AlikeLanes.Path {
  /// Takes the path of a stretch over data in `periods` with lanes over `axes`; nil for one that needs more than its lane's data
  /// and the cell before.
  fileprivate init?(_ laid: LaidCourse, _ periods: [Period], _ axes: [Axis]) {
    let isYearly = periods.allSatisfy { $0.frequency == .year }
    switch laid.course.move {
    case .follows(.trend(let first, let last, false)):
      guard let span = LineSpan(first, last, among: periods, origin: first.ordinal) else { return nil }
      self = .line(span, first: first)
    case .follows(.growth(let first, let last)):
      guard isYearly, first <= last else { return nil }
      self = .growth(
        from: periods.firstIndex(of: first), to: periods.firstIndex(of: last),
        years: Double(last.ordinal - first.ordinal) / Double(first.frequency.perYear))
    case .grows(_, .year):
      guard isYearly, let rates = laid.amounts.first, rates.axes.isEmpty || rates.axes == axes else { return nil }
      self = .rates(rates, step: rates.axes.isEmpty ? 0 : 1)
    case .grows, .rises, .reaches, .pins, .follows, .holds, .adds, .multiplies: return nil
    }
  }
}

extension LaidCourse {
  /// Whether the stretch is the same for all lanes, and nothing bounds it.
  fileprivate var isForAllLanes: Bool {
    members.isEmpty && course.upper == nil && course.lower == nil && !course.isShift
  }
}

extension Row {
  /// Lets the cells at `places` grow from the one before by the share `rate`; false where any may come out as no number, or not
  /// positive.
  @inline(__always)
  fileprivate func grow(at places: Range<Int>, by rate: (value: Double, reason: MissingReason)) -> Bool {
    guard places.lowerBound > 0, rate.reason.isKnown, rate.value > -1, reasons[places.lowerBound - 1].isKnown else {
      return false
    }
    var value = values[places.lowerBound - 1]
    let factor = 1 + rate.value
    guard value > 0 else { return false }
    for place in places {
      value *= factor
      values[place] = value
    }
    // What has become zero or infinite stays so.
    guard value > 0, value.isFinite else { return false }
    reasons.advanced(by: places.lowerBound).update(repeating: .known, count: places.count)
    return true
  }

  /// Returns the number at `place`; nil where it is missing.
  @inline(__always)
  fileprivate func known(_ place: Int) -> Double? { reasons[place].isKnown ? values[place] : nil }
}
