import Indicators
import Semantics

extension Evaluator {
  /// Returns the periods in which `condition` is false whatever its values, because a part of it that looks at periods alone is;
  /// none where its values in other periods may rest on those.
  mutating func idlePeriods(of condition: CheckedExpression, in scenario: ScenarioID) -> Set<Period> {
    guard condition.takesPeriodsOneByOne else { return [] }
    var idle: Set<Period> = []
    for part in condition.conjuncts where part.isSameForAllMembers(in: scenario, of: program) {
      let verdicts = cube(part, Surroundings(scenario: scenario))
      guard verdicts.axes.map(\.dimension) == [.period] else { continue }
      for (offset, period) in verdicts.periods.enumerated() where verdicts[offset] == 0 { idle.insert(period) }
    }
    return idle
  }

  /// Returns `condition` without those of its parts that look at periods alone and hold in all periods of `axis`, from which `idle`
  /// ones have been left out.
  mutating func condition(
    _ condition: CheckedExpression, withoutWhatHoldsIn axis: Axis, _ idle: Set<Period>, in scenario: ScenarioID
  ) -> CheckedExpression {
    guard condition.takesPeriodsOneByOne else { return condition }
    let parts = condition.conjuncts
    let rest = parts.filter { part in
      guard part.isSameForAllMembers(in: scenario, of: program) else { return true }
      guard case .numbers(let verdicts) = value(of: part, Surroundings(scenario: scenario)).without(idle) else {
        return true
      }
      return verdicts.axes != [axis] || (0..<verdicts.count).contains { verdicts[$0] != 1 }
    }
    guard let first = rest.first, rest.count < parts.count else { return condition }
    return rest.dropFirst().reduce(first) { CheckedExpression(.and($0, $1), condition.type, condition.range) }
  }
}

extension Value {
  /// Returns the value without the periods `idle`.
  func without(_ idle: Set<Period>) -> Value {
    guard !idle.isEmpty, case .numbers(let cube) = self else { return self }
    return .numbers(cube.filtered(.period) { !$0.isAmong(idle) })
  }
}

extension Axis {
  /// Returns the axis without the periods `idle`.
  func without(_ idle: Set<Period>) -> Axis {
    dimension == .period && !idle.isEmpty ? Axis(.period, labels.filter { !$0.isAmong(idle) }) : self
  }
}

extension Label {
  /// Whether this is one of `periods`.
  fileprivate func isAmong(_ periods: Set<Period>) -> Bool {
    if case .period(let period) = self { periods.contains(period) } else { false }
  }
}

extension CheckedExpression {
  /// The conditions all of which have to hold.
  fileprivate var conjuncts: [CheckedExpression] {
    if case .and(let left, let right) = form { left.conjuncts + right.conjuncts } else { [self] }
  }

  /// Whether the value in a period needs no other period.
  fileprivate var takesPeriodsOneByOne: Bool {
    switch form {
    case .number, .missing, .truth, .period, .dimension, .definition: true
    case .converted, .negative, .arithmetic, .comparison, .between, .not, .and, .or, .cells:
      parts.allSatisfy(\.takesPeriodsOneByOne)
    case .text, .word, .weights, .column, .fallback, .filled, .reason, .approximation, .among, .selection, .time,
      .aggregate, .distribution, .chance, .scaled, .invalid:
      false
    }
  }
}
