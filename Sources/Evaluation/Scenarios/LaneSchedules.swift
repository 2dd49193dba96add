import Indicators

/// The schedules of an overlay's lanes, each kept once with the pattern of sources that it gives.
struct LaneSchedules {
  /// A schedule, and the places at which the last value is held beside it.
  private struct Pattern: Hashable {
    let schedule: Int
    let held: [Int]
  }

  private var schedules: [LaneSchedule] = []
  private var numbers: [LaneSchedule.Key: Int] = [:]
  private var patterns: [Pattern: Int] = [:]
  /// What the lane before asked for, which the next mostly asks for again.
  private var last: (key: LaneSchedule.Key, number: Int)?
  private var lastPattern: (of: Pattern, number: Int)?

  /// The schedule with `number`.
  subscript(number: Int) -> LaneSchedule { schedules[number] }

  /// Returns the number of the schedule of lanes with `key`, worked out among the stretches `laid` where it is new.
  mutating func number(
    of key: LaneSchedule.Key, _ laid: [LaidCourse], _ periods: [Period]
  ) -> (number: Int, isNew: Bool) {
    if let last, last.key == key { return (last.number, false) }
    let known = numbers[key]
    let number = known ?? schedules.count
    if known == nil {
      schedules.append(LaneSchedule(laid, key, periods))
      numbers[key] = number
    }
    last = (key, number)
    return (number, known == nil)
  }

  /// Returns the number of the pattern of a lane with `schedule` that holds the last value at the places `held`, added to
  /// `sources` where it is new.
  mutating func pattern(
    _ schedule: Int, _ held: [Int], _ laid: [LaidCourse], _ sources: inout CellSources
  ) -> Int {
    let pattern = Pattern(schedule: schedule, held: held)
    if let lastPattern, lastPattern.of == pattern { return lastPattern.number }
    let number: Int
    if let known = patterns[pattern] {
      number = known
    } else {
      var cells = schedules[schedule].sources(laid)
      for place in held { cells[place] = .held }
      number = sources.add(cells)
      patterns[pattern] = number
    }
    lastPattern = (pattern, number)
    return number
  }
}
