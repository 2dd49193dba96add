import Indicators
import Semantics

/// What courses give in single periods.
extension Overlay {
  /// Writes what the course at `index` gives in one period of a lane.
  mutating func write(
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
  mutating func bound(_ row: Row, _ index: Int, _ cell: Int) {
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
  mutating func shift(_ cell: Int, by shifts: [Int]) {
    let (row, unshifted) = (values[cell], path[cell])
    if path !== values { row.copy(unshifted, count) }
    guard !shifts.isEmpty else { return }
    if samples == nil, unshifted[0].reason == .known {
      result.unshifted[cell] = unshifted[0].value
      result.shifts[cell] = shifts.map { input.laid[$0].stretch }
    }
    for shift in shifts { apply(shift, to: row, cell) }
  }

  func apply(_ shift: Int, to row: Row, _ cell: Int) {
    if case .multiplies = input.laid[shift].course.move {
      row.combine(row, amounts[shift][0][cell], count) { $0 * $1 }
    } else {
      row.combine(row, amounts[shift][0][cell], count) { $0 + $1 }
    }
  }
}
