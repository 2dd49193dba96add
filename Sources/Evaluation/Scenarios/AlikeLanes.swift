import Indicators
import Semantics

/// An overlay over lanes of few kinds: behind the data of each follow the same stretches, which draw a line or grow, and nothing
/// bounds or shifts them.
///
/// Then all lanes whose data end in the same period have one schedule, and their cells are written where they belong in one go.
struct AlikeLanes {
  /// What gives the cells of a stretch.
  enum Path {
    /// The line through the periods of a span.
    case line(LineSpan, LaneFindings.Span)
    /// The growth between two periods; nil where the data do not have both.
    case growth(LaneFindings.Span?)
    /// Growth by the cells of a cube: one for each lane, or where the step is 0 one for all.
    case rates(Cube, step: Int)
  }

  /// What lanes have in common whose data end in the same period.
  struct Kind {
    /// The periods that stretches give, each with the stretch.
    let stretches: [(places: Range<Int>, course: Int)]
    /// Where the cell of each period comes from.
    let sources: [OverlaidCube.Source]
  }

  /// The values without assumptions.
  let base: Cube
  /// What is found out of these, where they are an indicator's data.
  let findings: LaneFindings?
  /// Whether every cell of the base is known.
  let isComplete: Bool
  /// The periods of the result.
  let periods: [Period]
  /// Its axes, the last of which is that of the periods without those that are left out.
  private(set) var axes: [Axis]
  /// How many periods are left out at the beginning, since nobody looks at them.
  private(set) var leftOut = 0
  /// How many periods the base has.
  let known: Int
  /// How many lanes there are.
  let lanes: Int
  /// The paths of all stretches; nil for one that covers nothing.
  private(set) var paths: [Path?]
  /// The kinds of lanes.
  private(set) var kinds: [Kind] = []
  /// The kind of each lane; −1 for a combination of members that the data do not have.
  private(set) var kindOfLane: [Int32] = []

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
    (findings, isComplete) = (input.findings, input.findings?.isComplete(input.base) ?? input.base.isComplete)
    paths = Array(repeating: nil, count: input.laid.count)
    if isComplete {
      guard let kind = addKind(input.laid, dataEnd: own.count - 1, own, axes) else { return nil }
      kindOfLane = Array(repeating: kind, count: lanes)
      leaveOut(before: input.begin)
      return
    }
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
    leaveOut(before: input.begin)
  }

  /// Leaves out the periods before `begin`, as far as no stretch covers any; none where a stretch covers nothing, which has to be
  /// looked into.
  private mutating func leaveOut(before begin: Period?) {
    let starts = kinds.flatMap { $0.stretches.map(\.places.lowerBound) }
    guard let begin, let start = starts.min(), paths.allSatisfy({ $0 != nil }) else { return }
    leftOut = min(periods.firstIndex { begin <= $0 } ?? 0, start)
    axes[axes.count - 1] = Axis(.period, periods[leftOut...].map(Label.period))
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
}

extension AlikeLanes.Path {
  /// Takes the path of a stretch over data in `periods` with lanes over `axes`; nil for one that needs more than its lane's data
  /// and the cell before.
  fileprivate init?(_ laid: LaidCourse, _ periods: [Period], _ axes: [Axis]) {
    let isYearly = periods.allSatisfy { $0.frequency == .year }
    switch laid.course.move {
    case .follows(.trend(let first, let last, false)):
      guard let through = LineSpan(first, last, among: periods) else { return nil }
      self = .line(through, LaneFindings.Span(first: first, last: last))
    case .follows(.growth(let first, let last)):
      guard isYearly, first < last else { return nil }
      self = .growth(
        periods.contains(first) && periods.contains(last) ? LaneFindings.Span(first: first, last: last) : nil)
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
