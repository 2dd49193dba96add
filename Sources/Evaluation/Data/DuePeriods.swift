import Indicators
import Semantics

extension IndicatorData {
  /// Adds the cells that are due every period of `frequency` and never came: from the indicator's first to `last`, or
  /// to its own last where that is later.
  ///
  /// They are not reported; a combination of members that the sheet does not have owes nothing.
  mutating func widen(every frequency: Frequency, until last: Period?) {
    let periods = cube.periods
    let own = periods.filter { $0.frequency == frequency }
    guard let first = own.first, let latest = own.last, let position = cube.axisIndex(of: .period) else { return }
    let end = max(latest, last ?? latest)
    let due = (0...Int(end.ordinal - first.ordinal)).map { first.advanced(by: $0) }
    var axes = cube.axes
    axes[position] = Axis(.period, Set(periods + due).sorted().map { .period($0) })
    guard Alignment.greatestCount(axes, []) <= Alignment.mostCells else {
      self = IndicatorData(tooLargeOver: rows.count)
      return
    }
    let positions = Alignment.positions(of: cube.axes, in: axes)
    let isDue = axes[position].labels.map { label in
      if case .period(let period) = label { period.frequency == frequency && first <= period } else { false }
    }
    // The period is the last axis, so each combination of members is a stretch of cells.
    let (before, after) = (periods.count, isDue.count)
    var widened = Cube(axes: axes, missing: .outsideData)
    for lane in 0..<widened.count / after {
      let isNone = cube.reasons[lane * before..<(lane + 1) * before].allSatisfy { $0 == .noSuchCombination }
      for place in 0..<after {
        let offset = lane * after + place
        if positions[offset] >= 0 {
          widened.values[offset] = cube.values[Int(positions[offset])]
          widened.reasons[offset] = cube.reasons[Int(positions[offset])]
        }
        if isNone {
          widened.reasons[offset] = .noSuchCombination
        } else if isDue[place], widened.reasons[offset] == .outsideData {
          widened.reasons[offset] = .notReported
        }
      }
    }
    move(to: positions)
    cube = widened
  }
}

extension CheckedIndicator {
  /// Returns the last period of `frequency` in any of the sheets that hold the indicator.
  func lastPeriod(of frequency: Frequency, in catalogue: Catalogue) -> Period? {
    parts.compactMap { catalogue.summaries[$0.sheet].lastPeriods[frequency] }.max()
  }
}
