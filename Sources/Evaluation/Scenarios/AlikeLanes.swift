import Indicators
import Semantics

/// An overlay over lanes that are all alike: each is known in the last period of the data, behind which stretches follow that
/// draw a line or grow, and nothing bounds or shifts them.
///
/// Then all lanes have one schedule, and their cells are written where they belong in one go.
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

  private let base: Cube
  private let periods: [Period]
  private let axes: [Axis]
  /// How many periods the base has.
  private let known: Int
  private let lanes: Int
  private let stretches: [(places: Range<Int>, path: Path)]
  private let sources: [OverlaidCube.Source]

  /// Prepares an overlay of `input`; nil where its lanes may differ.
  init?(_ input: Overlay.Input) {
    let axes = input.base.axes.filter { $0.dimension != .period }
    let own = input.base.periods
    guard input.root == nil, input.range == nil, input.base.axes.last?.dimension == .period, !own.isEmpty,
      !input.base.holds(.noSuchCombination), !input.laid.isEmpty, input.laid.allSatisfy(\.isForAllLanes)
    else { return nil }
    let periods = Overlay.periods(of: input.base.axes, until: input.horizon)
    let all = axes + [Axis(.period, periods.map(Label.period))]
    let lanes = axes.reduce(1) { $0 * $1.labels.count }
    guard periods.starts(with: own), Alignment.greatestCount(all, []) <= Alignment.mostCells,
      (0..<lanes).allSatisfy({ input.base.reasons[($0 + 1) * own.count - 1] == .known })
    else { return nil }
    let schedule = LaneSchedule(
      input.laid, LaneSchedule.Key(courses: Array(input.laid.indices), dataEnd: own.count - 1), periods)
    guard schedule.clashes.isEmpty else { return nil }
    var stretches: [(places: Range<Int>, path: Path)] = []
    for segment in schedule.segments {
      guard segment.step.shifts.isEmpty else { return nil }
      if let course = segment.step.path {
        guard segment.places.lowerBound >= own.count, let path = Path(input.laid[course], own, axes) else {
          return nil
        }
        stretches.append((segment.places, path))
      } else if segment.places.upperBound > own.count {
        return nil
      }
    }
    (base, self.periods, self.axes, known, self.lanes) = (input.base, periods, all, own.count, lanes)
    self.stretches = stretches
    sources = schedule.sources(input.laid)
  }

  /// Returns the values with the assumptions laid over them; nil where a lane lacks a value that a line needs.
  func walked() -> OverlaidCube? {
    var isComplete = true
    let cube = base.withRow { cells in
      Cube(axes: axes) { row in
        for lane in 0..<lanes {
          row.from(lane * periods.count, step: 1).copy(cells.from(lane * known, step: 1), known)
        }
        for (places, path) in stretches where isComplete {
          isComplete = write(path, at: places, row, cells)
        }
      }
    }
    guard isComplete else { return nil }
    return OverlaidCube(cube: cube, sources: CellSources(lanes: lanes, of: sources))
  }

  /// Writes the cells of a stretch in every lane of `row`, over a base with `cells`; false where that cannot be done.
  private func write(_ path: Path, at places: Range<Int>, _ row: Row, _ cells: Row) -> Bool {
    switch path {
    case .line(let span, let first):
      let distances = places.map { Double(periods[$0].ordinal - first.ordinal) }
      var isComplete = true
      span.forEachLine(cells, stride: known, lanes: lanes) { lane, line in
        guard let line else { return isComplete = false }
        let own = row.from(lane * periods.count + places.lowerBound, step: 1)
        for (place, distance) in distances.enumerated() {
          own.values[place] = line.intercept + line.slope * distance
        }
        own.settle(distances.count)
      }
      return isComplete
    case .growth(let first, let last, let years):
      for lane in 0..<lanes {
        let own = cells.from(lane * known, step: 1)
        let fit = LaneFit(from: first.flatMap { own.known($0) }, to: last.flatMap { own.known($0) }, years: years)
        grow(lane, at: places, row, by: fit.rate)
      }
      return true
    case .rates(let rates, let step):
      rates.withRow { rates in
        for lane in 0..<lanes { grow(lane, at: places, row, by: rates[lane * step]) }
      }
      return true
    }
  }

  /// Lets the cells of a lane grow from the one before.
  private func grow(_ lane: Int, at places: Range<Int>, _ row: Row, by rate: (value: Double, reason: MissingReason)) {
    let own = row.from(lane * periods.count, step: 1)
    for place in places { own.set(place, Row.grown(own[place - 1], by: rate)) }
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
  /// Returns the number at `place`; nil where it is missing.
  @inline(__always)
  fileprivate func known(_ place: Int) -> Double? { reasons[place].isKnown ? values[place] : nil }
}
