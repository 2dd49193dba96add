import Indicators
import Semantics

/// Which stretches give a lane its value in each period; lanes with the same stretches and data end share it.
struct LaneSchedule {
  /// What decides a schedule.
  struct Key: Hashable {
    /// The stretches that apply to the lane.
    let courses: [Int]
    /// The place of the last period that the root knows.
    let dataEnd: Int?
  }

  /// One period.
  struct Step: Equatable {
    /// The path, if one covers the period.
    var path: Int?
    /// The place at which that path began.
    var begin = 0
    /// The shifts, those of the farthest layer first.
    var shifts: [Int] = []
  }

  /// Periods one behind the other that are alike.
  struct Segment {
    let places: Range<Int>
    let step: Step
  }

  /// The periods.
  private(set) var segments: [Segment] = []
  /// The places at which two assumptions of one layer meet, with the positions of the two.
  private(set) var clashes: [(place: Int, first: Int, second: Int)] = []

  /// Works out the schedule of lanes with `key`, among the stretches `laid`.
  init(_ laid: [LaidCourse], _ key: Key, _ periods: [Period]) {
    let dataEnd = key.dataEnd.map { periods[$0] }
    let coverage = key.courses.map { (course: $0, places: laid[$0].places(among: periods, dataEnd: dataEnd)) }
    // Between the places at which a stretch begins or ends, nothing changes.
    var ends = [0, periods.count]
    for (_, places) in coverage { ends += [places.lowerBound, places.upperBound] }
    ends.sort()
    var begins: [Int: Int] = [:]
    for (start, end) in zip(ends, ends.dropFirst()) where start < end {
      let covering = coverage.filter { $0.places.contains(start) }.map(\.course)
      let paths = covering.filter { !laid[$0].course.isShift }
      var step = Step(path: paths.first)
      if let path = step.path {
        step.begin = begins[path] ?? start
        begins[path] = step.begin
      }
      let limit = step.path.map { laid[$0].layer } ?? .max
      step.shifts = covering.reversed().filter { laid[$0].course.isShift && laid[$0].layer <= limit }
      for place in start..<end {
        note(clashesAmong: paths, laid, place)
        note(clashesAmong: step.shifts.reversed(), laid, place)
      }
      add(step, at: start..<end)
    }
  }

  /// Returns the source of each period, where nothing is held.
  func sources(_ laid: [LaidCourse]) -> [OverlaidCube.Source] {
    segments.flatMap { segment in
      Array(
        repeating: segment.step.path.map { .assumed(laid[$0].stretch) } ?? .base, count: segment.places.count)
    }
  }

  private mutating func add(_ step: Step, at places: Range<Int>) {
    if let last = segments.last, last.step == step {
      segments[segments.count - 1] = Segment(places: last.places.lowerBound..<places.upperBound, step: step)
    } else {
      segments.append(Segment(places: places, step: step))
    }
  }

  private mutating func note(clashesAmong courses: [Int], _ laid: [LaidCourse], _ place: Int) {
    for (first, second) in zip(courses, courses.dropFirst()) where laid[first].layer == laid[second].layer {
      let (first, second) = (laid[first].position, laid[second].position)
      if first != second { clashes.append((place, first, second)) }
    }
  }
}
