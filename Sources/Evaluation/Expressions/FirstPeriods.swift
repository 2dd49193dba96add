import Indicators

/// The first period of each lane in which a condition holds.
struct FirstPeriods: Sendable {
  /// The periods, as numbers; where there is none, the reason says whether the condition is known anywhere.
  private(set) var cube: Cube
  /// In how many periods the condition holds.
  private(set) var counts: Cube
  /// In how many cells the condition is unknown.
  private(set) var unknownCount = 0

  /// Puts together those of the cubes that lie along the first of `axes`.
  init(stacking firsts: [FirstPeriods], over axes: [Axis]) {
    cube = Cube(stacking: firsts.map(\.cube), over: axes)
    counts = Cube(stacking: firsts.map(\.counts), over: axes)
    unknownCount = firsts.reduce(0) { $0 + $1.unknownCount }
  }

  /// Finds the periods in `verdicts`, whose last axis is that of the periods; the condition may be known to be false in others.
  init(_ verdicts: Cube, isKnownElsewhere: Bool = false) {
    let codes = verdicts.periods.map(\.code)
    cube = Cube(axes: verdicts.axes.dropLast(), missing: .outsideData)
    counts = Cube(axes: cube.axes, values: cube.values, reasons: cube.reasons.map { _ in .known })
    verdicts.withRow { cells in
      for lane in 0..<cube.count {
        let row = cells.from(lane * codes.count, step: 1)
        var (first, count, known) = (-1, 0, 0)
        for place in codes.indices.reversed() where row.reasons[place].isKnown {
          known += 1
          if row.values[place] != 0 { (first, count) = (place, count + 1) }
        }
        unknownCount += codes.count - known
        counts.values[lane] = Double(count)
        cube.reasons[lane] = first >= 0 ? .known : known > 0 || isKnownElsewhere ? .never : .outsideData
        if first >= 0 { cube.values[lane] = codes[first] }
      }
    }
  }
}
