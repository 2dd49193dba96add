import Indicators
import Source

/// The first period of each lane in which a condition holds.
struct FirstPeriods: Sendable {
  /// The periods, as numbers; where there is none, the reason says whether the condition is known anywhere.
  private(set) var cube: Cube
  /// In how many lanes a period is the first, as its number; a period may stand here several times.
  private(set) var lanesOfPeriods: [(period: Double, lanes: Int)] = []
  /// In how many periods the condition holds.
  private(set) var counts: Cube
  /// In how many cells the condition is unknown.
  private(set) var unknownCount = 0

  /// Puts together those of the cubes that lie along the first of `axes`.
  init(stacking firsts: [FirstPeriods], over axes: [Axis], _ workers: Workers) {
    cube = Cube(stacking: firsts.map(\.cube), over: axes, workers)
    counts = Cube(stacking: firsts.map(\.counts), over: axes, workers)
    lanesOfPeriods = firsts.flatMap(\.lanesOfPeriods)
    unknownCount = firsts.reduce(0) { $0 + $1.unknownCount }
  }

  /// Finds the periods in `verdicts`, whose last axis is that of the periods; the condition may be known to be false in others.
  init(_ verdicts: Cube, isKnownElsewhere: Bool = false) {
    let codes = verdicts.periods.map(\.code)
    cube = Cube(axes: verdicts.axes.dropLast(), missing: .outsideData)
    counts = Cube(axes: cube.axes, values: cube.values, reasons: cube.reasons.map { _ in .known })
    var lanes = Array(repeating: 0, count: codes.count)
    verdicts.withRow { cells in
      for lane in 0..<cube.count {
        let row = cells.from(lane * codes.count, step: 1)
        var (first, count, known) = (-1, 0, 0)
        if row.isKnown(codes.count) {
          known = codes.count
          for place in codes.indices.reversed() {
            let holds = row.values[place] != 0
            first = holds ? place : first
            count &+= holds ? 1 : 0
          }
        } else {
          for place in codes.indices.reversed() where row.reasons[place].isKnown {
            known += 1
            if row.values[place] != 0 { (first, count) = (place, count + 1) }
          }
        }
        unknownCount += codes.count - known
        counts.values[lane] = Double(count)
        cube.reasons[lane] = first >= 0 ? .known : known > 0 || isKnownElsewhere ? .never : .outsideData
        if first >= 0 {
          cube.values[lane] = codes[first]
          lanes[first] += 1
        }
      }
    }
    lanesOfPeriods = zip(codes, lanes).map { ($0, $1) }
  }
}
