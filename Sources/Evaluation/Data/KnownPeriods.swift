import Indicators
import Semantics

/// The periods of which sheets and scripts say anything.
struct KnownPeriods: Sendable {
  /// Those of observations.
  private(set) var observed: Set<Period> = []
  /// Those of observations, and the deadlines of targets.
  private(set) var all: Set<Period> = []

  /// Gathers the periods of what `program` and `catalogue` hold.
  init(_ program: CheckedProgram, _ catalogue: Catalogue) {
    for sheet in catalogue.sheets { observed.formUnion(KnownPeriods.different(sheet.observations.period)) }
    all = observed.union(program.targets.map(\.deadline))
    for sheet in catalogue.sheets {
      var last: Period?
      // Rows one behind the other mostly have the same deadline.
      for target in sheet.targets.indices where sheet.targets[target].deadline != last {
        last = sheet.targets[target].deadline
        all.insert(sheet.targets[target].deadline)
      }
    }
  }

  /// Returns the different ones of many periods, most of which are not far from the first.
  private static func different(_ periods: [Period]) -> Set<Period> {
    guard let year = periods.first?.year else { return [] }
    let (reach, width) = (1_000, 2 * 1_000 * 12)
    var isSeen = Array(repeating: false, count: Frequency.allCases.count * width)
    var found: Set<Period> = []
    for period in periods {
      let distance = Int(period.ordinal) - (year - reach) * period.frequency.perYear
      guard distance >= 0, distance < width else {
        found.insert(period)
        continue
      }
      let place = period.frequency.rank * width + distance
      if !isSeen[place] {
        isSeen[place] = true
        found.insert(period)
      }
    }
    return found
  }
}
