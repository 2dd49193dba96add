import Indicators
import Semantics
import Source

/// What became of one stretch of an assumption in the scenarios that are asked for.
struct StretchOutcome {
  /// The assumption's place.
  let assumption: SourceRange
  /// Whether the assumption has other stretches.
  let isPart: Bool
  /// Whether it gives some cell its value.
  var isReached = false
  /// Why it gives none, in the first scenario that has it.
  var unreached: AssumptionFault?
  /// Whether one of its cells has a number.
  var isKnown = false
  /// Why its first cell has no number.
  var missing: AssumptionFault?
  /// What else is to be said of it, each once.
  var notes: [AssumptionFault] = []

  /// Adds `fault`, of which the first of its form is said.
  mutating func note(_ fault: AssumptionFault) {
    if !notes.contains(where: { $0.isLike(fault) }) { notes.append(fault) }
  }

  /// The faults that are to be said of it.
  var faults: [AssumptionFault] {
    if !isReached { return [unreached].compactMap { $0 } + notes }
    return (isKnown ? [] : [missing].compactMap { $0 }) + notes
  }
}

extension AssumptionFault {
  /// Whether `other` says the same of another cell.
  fileprivate func isLike(_ other: AssumptionFault) -> Bool {
    switch (self, other) {
    case (.replaces, .replaces), (.cutsFormula, .cutsFormula), (.stoppedByRange, .stoppedByRange),
      (.stoppedByBound, .stoppedByBound), (.beginsBeyondBound, .beginsBeyondBound), (.outside, .outside),
      (.massOutside, .massOutside), (.massBelowNothing, .massBelowNothing), (.reachesAtOnce, .reachesAtOnce):
      true
    default: self == other
    }
  }
}
