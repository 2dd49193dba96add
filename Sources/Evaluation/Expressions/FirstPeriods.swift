import Indicators
import Source

/// The first period of each lane in which a condition holds.
struct FirstPeriods: Sendable {
  /// The periods, as numbers; where there is none, the reason says whether the condition is known anywhere.
  let cube: Cube
  /// In how many lanes a period is the first, as its number; a period may stand here several times.
  let lanesOfPeriods: [(period: Double, lanes: Int)]
  /// In how many periods of each lane the condition holds.
  private let holding: [Int32]
  /// In how many cells the condition is unknown.
  let unknownCount: Int

  /// Puts together those of the cubes that lie along the first of `axes`.
  init(stacking firsts: [FirstPeriods], over axes: [Axis], _ workers: Workers) {
    cube = Cube(stacking: firsts.map(\.cube), over: axes, workers)
    lanesOfPeriods = firsts.flatMap(\.lanesOfPeriods)
    holding = firsts.flatMap(\.holding)
    unknownCount = firsts.reduce(0) { $0 + $1.unknownCount }
  }

  /// In how many periods the condition holds.
  var counts: Cube {
    Cube(
      axes: cube.axes, values: holding.map { Double($0) }, reasons: Array(repeating: .known, count: holding.count))
  }

  /// Finds the periods in `verdicts`, whose last axis is that of the periods; the condition may be known to be false in others.
  init(_ verdicts: Cube, isKnownElsewhere: Bool = false) {
    let codes = verdicts.periods.map(\.code)
    self = verdicts.withRow { cells in
      FirstPeriods(over: Array(verdicts.axes.dropLast()), codes, isKnownElsewhere: isKnownElsewhere) { lane in
        cells.from(lane * codes.count, step: 1).findFirst(among: codes.count)
      }
    }
  }

  /// What is found in one lane: the place of the first period, the number of periods where there is none, and in how many the
  /// condition holds and is known.
  typealias Found = (place: Int, holding: Int, known: Int)

  /// Takes what `find` finds in each lane over `axes`, among periods with `codes`.
  @inline(__always)
  init(over axes: [Axis], _ codes: [Double], isKnownElsewhere: Bool, _ find: (_ lane: Int) -> Found) {
    let laneCount = axes.cellCount
    // Behind the lanes of which a period is the first stand those that have none.
    var lanes = Array(repeating: 0, count: codes.count + 1)
    var holding: [Int32] = []
    var unknownCount = 0
    cube = Cube(axes: axes) { firsts in
      codes.withUnsafeBufferPointer { codes in
        lanes.withUnsafeMutableBufferPointer { lanes in
          holding = [Int32](unsafeUninitializedCapacity: laneCount) { holding, count in
            count = laneCount
            for lane in 0..<laneCount {
              let found = find(lane)
              lanes[found.place] += 1
              unknownCount += codes.count - found.known
              holding[lane] = Int32(truncatingIfNeeded: found.holding)
              firsts.set(
                lane,
                found.place < codes.count
                  ? (codes[found.place], .known) : (0, found.known > 0 || isKnownElsewhere ? .never : .outsideData))
            }
          }
        }
      }
    }
    (self.holding, self.unknownCount) = (holding, unknownCount)
    lanesOfPeriods = zip(codes, lanes).map { ($0, $1) }
  }
}

extension Row {
  /// Returns the first place among `count` truth values at which one holds, or `count`, and how many hold and are known.
  @inline(__always)
  fileprivate func findFirst(among count: Int) -> FirstPeriods.Found {
    var (first, holding) = (count, 0)
    if isKnown(count) {
      for place in stride(from: count &- 1, through: 0, by: -1) {
        let holds = values[place] != 0
        first = holds ? place : first
        holding &+= holds ? 1 : 0
      }
      return (first, holding, count)
    }
    var known = 0
    for place in stride(from: count &- 1, through: 0, by: -1) where reasons[place].isKnown {
      known &+= 1
      if values[place] != 0 { (first, holding) = (place, holding &+ 1) }
    }
    return (first, holding, known)
  }
}
