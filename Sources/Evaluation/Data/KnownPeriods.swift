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

  /// Returns the different ones of many periods, found by their ordinals.
  private static func different(_ periods: [Period]) -> [Period] {
    Frequency.allCases.flatMap { frequency -> [Period] in
      let own = periods.lazy.filter { $0.frequency == frequency }.map(\.ordinal)
      var bounds: (low: Int32, high: Int32)?
      for ordinal in own { bounds = (min(bounds?.low ?? ordinal, ordinal), max(bounds?.high ?? ordinal, ordinal)) }
      guard let (low, high) = bounds else { return [] }
      var isThere = Array(repeating: false, count: Int(high - low) + 1)
      for ordinal in own { isThere[Int(ordinal - low)] = true }
      return isThere.indices.filter { isThere[$0] }.map { Period(frequency: frequency, ordinal: low + Int32($0)) }
    }
  }
}
