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
    for summary in catalogue.summaries { observed.formUnion(summary.periods) }
    all = observed.union(program.targets.map(\.deadline))
    for sheet in catalogue.sheets {
      guard var last = sheet.targets.deadlines.first else { continue }
      all.insert(last)
      // Rows one behind the other mostly have the same deadline.
      for deadline in sheet.targets.deadlines
      where deadline.ordinal != last.ordinal || deadline.frequency.rawValue != last.frequency.rawValue {
        last = deadline
        all.insert(deadline)
      }
    }
  }
}
