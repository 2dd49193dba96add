import Indicators
import Semantics

/// Where the data of a value end, the earliest and the latest of its members.
package struct DataEnds: Hashable, Sendable {
  /// The last periods observed; nil where nothing is.
  package let observed: ClosedRange<Period>?
  /// The last periods that the scenario's root has, which are later where it is `plan`.
  package let root: ClosedRange<Period>?
}

extension Evaluator {
  /// Returns where the data of `expression` end under `scenario`.
  package mutating func dataEnds(of expression: CheckedExpression, in scenario: ScenarioID) -> DataEnds {
    let root = program.chain(of: scenario).root
    let observed = value(of: expression, Surroundings(scenario: .actual)).presence
    if root == .actual { return DataEnds(observed: observed.dataEnds, root: observed.dataEnds) }
    var planned = value(of: expression, Surroundings(scenario: root)).presence
    // Of `plan[2023]` the rest is as observed.
    if let periods = layers(of: scenario).planned {
      planned = planned.filtered(.period) { label in
        if case .period(let period) = label { periods.contains(period) } else { true }
      }
      planned = planned.meeting(observed) { $0.reason == .known ? $0 : $1 }
    }
    return DataEnds(observed: observed.dataEnds, root: planned.dataEnds)
  }

  /// Returns the periods that `expression` has under `scenario`, ascending; none where it has no periods.
  package mutating func periods(of expression: CheckedExpression, in scenario: ScenarioID) -> [Period] {
    value(of: expression, Surroundings(scenario: scenario)).presence.periods
  }
}

extension Cube {
  /// The last periods that are known, of the member whose data end first and of the one whose data end last.
  fileprivate var dataEnds: ClosedRange<Period>? {
    let ends = lastKnownPeriods
    guard let first = ends.values.min(), let last = ends.values.max() else { return nil }
    return first...last
  }
}

extension Period {
  /// Returns the first period of `frequency` that begins no earlier than this one.
  package func first(of frequency: Frequency) -> Period {
    let length = 12 / frequency.perYear
    return Period(frequency: frequency, ordinal: Int32(clamping: (monthsBefore + length - 1) / length))
  }

  /// Returns the last period of `frequency` that ends no later than this one.
  package func last(of frequency: Frequency) -> Period {
    Period(frequency: frequency, ordinal: Int32(clamping: months / (12 / frequency.perYear) - 1))
  }
}
