import Indicators

/// The cells of a cube as lanes along its periods, one for each combination of its other labels.
struct PeriodLanes {
  /// How many periods there are; 1 where the cube has none.
  let periodCount: Int
  /// How far apart the cells of two following periods stand.
  private let step: Int

  /// Creates the lanes of a cube with `axes`.
  init(_ axes: [Axis]) {
    let position = axes.firstIndex { $0.dimension == .period }
    periodCount = position.map { axes[$0].labels.count } ?? 1
    step = position.map { axes[($0 + 1)...].reduce(1) { $0 * $1.labels.count } } ?? 1
  }

  /// Returns the lane of the cell at `offset`.
  func lane(of offset: Int) -> Int { offset / (step * periodCount) * step + offset % step }

  /// Returns the cell of the same lane one period earlier; nil in the first period.
  func before(_ offset: Int) -> Int? {
    offset / step % periodCount > 0 ? offset - step : nil
  }
}

extension Cube {
  /// The last period that each lane knows, by lane; none for a lane that knows none.
  var lastKnownPeriods: [Int: Period] {
    let lanes = PeriodLanes(axes)
    var ends: [Int: Period] = [:]
    for offset in 0..<count where reasons[offset] == .known {
      // Periods ascend, so the last that is known stays.
      ends[lanes.lane(of: offset)] = period(at: offset)
    }
    return ends
  }
}
