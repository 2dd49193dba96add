import Indicators
import Semantics
import Source

/// What became of one stretch of an assumption in the scenarios that are asked for.
struct StretchOutcome: Sendable {
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

  /// Adds what became of the stretch in another value or scenario, of which less is said than of those before.
  mutating func join(_ next: StretchOutcome) {
    guard next.isReached else {
      if !needsNoReason { unreached = next.unreached }
      return
    }
    isReached = true
    isKnown = isKnown || next.isKnown
    if missing == nil { missing = next.missing }
    for fault in next.notes { note(fault) }
  }

  /// Whether no reason for reaching no cell is to be found any more.
  var needsNoReason: Bool { isReached || unreached != nil }

  /// The faults that are to be said of it.
  var faults: [AssumptionFault] {
    if !isReached { return [unreached].compactMap { $0 } + notes }
    return (isKnown ? [] : [missing].compactMap { $0 }) + notes
  }
}

/// What became of the stretch that is written at a place.
struct CheckedStretch: Sendable {
  let place: SourceRange
  let outcome: StretchOutcome
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
