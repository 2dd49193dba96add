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
    let observed = value(of: expression, Surroundings(scenario: .actual)).presence.dataEnds
    if program.chain(of: scenario).root == .actual { return DataEnds(observed: observed, root: observed) }
    return DataEnds(observed: observed, root: rootPresence(of: expression, in: scenario).dataEnds)
  }

  /// Returns where the root of `scenario` knows `expression`; of `plan[2023]` the rest is as observed.
  mutating func rootPresence(of expression: CheckedExpression, in scenario: ScenarioID) -> Cube {
    let layers = layers(of: scenario)
    let root = value(of: expression, Surroundings(scenario: layers.root)).presence
    guard let periods = layers.planned else { return root }
    let planned = root.filtered(.period) { label in
      if case .period(let period) = label { periods.contains(period) } else { true }
    }
    let observed = value(of: expression, Surroundings(scenario: .actual)).presence
    return planned.meeting(observed) { $0.reason == .known ? $0 : $1 }
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
