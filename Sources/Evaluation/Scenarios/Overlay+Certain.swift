import Indicators
import Semantics

/// Paths of certain values, a whole stretch at once.
extension Overlay {
  /// Writes all periods of a segment of certain values by the course at `index`, where that is a line or a growth that is the
  /// same all along and nothing bounds it; returns false for any other.
  func writeAlone(_ segment: LaneSchedule.Segment, _ index: Int, _ lane: Int) -> Bool {
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
      guard isYearly, segment.places.lowerBound > 0 else { return false }
      let rate = growth(lane, 0, first, last).rate
      for place in segment.places { cells.set(place, Row.grown(cells[place - 1], by: rate)) }
    case .grows(_, .year):
      let rates = amounts[index][0]
      guard isYearly, rates.width == 1, segment.places.lowerBound > 0 else { return false }
      let run = rates.run(lane * periods.count)
      for place in segment.places { cells.set(place, Row.grown(cells[place - 1], by: run[place])) }
    case .grows, .rises, .reaches, .pins, .follows(.member), .holds, .adds, .multiplies: return false
    }
    return true
  }
}

extension Row {
  /// Returns a cell grown by the share `rate`; of zero or less, a growth means nothing.
  @inline(__always)
  static func grown(
    _ cell: (value: Double, reason: MissingReason), by rate: (value: Double, reason: MissingReason)
  ) -> (value: Double, reason: MissingReason) {
    if !cell.reason.isKnown { return cell }
    if !rate.reason.isKnown { return rate }
    if cell.value <= 0 { return (0, .nonPositiveBase) }
    return rate.value > -1 ? settled(cell.value * (1 + rate.value)) : (0, .undefined)
  }
}
