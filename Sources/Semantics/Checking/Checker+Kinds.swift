import Indicators
import Source
import Syntax
import Units

/// What an aggregate must know of the numbers it collapses.
private enum Additivity: Equatable {
  /// Numbers that add over members, and over periods: a flow.
  case everywhere
  /// Numbers that add over members only: a level.
  case overMembers
  /// Numbers that add over members, and of whose periods nothing is known.
  case unknownOverPeriods
  /// Numbers that never add: a ratio, an index, a rate.
  case nowhere
}

extension Checker {
  /// Reports a sum that the kind of what is added forbids, and a mean that should be weighted.
  mutating func judgeKind(
    of value: CheckedExpression, _ function: AggregateFunction, _ frame: AggregateCall.Frame, isWeighted: Bool,
    _ syntax: ExpressionSyntax
  ) {
    if case .relation = frame { return }
    // What is collapsed over samples is one and the same cell.
    if case .over([.sample]) = frame { return }
    // Scores and places of several indicators are made to be joined.
    if case .over([.indicator]) = frame, value.type.kind == .index { return }
    let collapsesPeriods = if case .over(let dimensions) = frame { dimensions.contains(.period) } else { false }
    let name = heading(syntax)
    let kind = value.knownKind
    if collapsesPeriods, value.isCumulative, function.joinsValues, function != .sum {
      report(.time(.cumulativeJoined(name, instead: singles(name))), at: syntax.range)
      return
    }
    switch (function, additivity(of: value)) {
    case (.proportion, .nowhere), (.contribution, .nowhere):
      report(
        .aggregateKind(.summed(name, kind ?? .ratio, quotient(of: syntax), isImplied: isKindImplied(value))),
        at: syntax.range)
    case (.sum, .nowhere) where !isWeighted:
      report(
        .aggregateKind(.summed(name, kind ?? .ratio, quotient(of: syntax), isImplied: isKindImplied(value))),
        at: syntax.range)
    case (.sum, .overMembers) where collapsesPeriods:
      report(.aggregateKind(.summedOverPeriods(name, kind ?? .level)), at: syntax.range)
    case (.sum, .unknownOverPeriods) where collapsesPeriods: reportUnknownKind(of: value, syntax)
    case (.mean, .nowhere) where !isWeighted && !collapsesPeriods:
      report(.aggregateKind(.averaged(name, kind ?? .ratio, quotient(of: syntax))), at: syntax.range)
    case (.mean, .nowhere) where !isWeighted && kind == .rate:
      report(.aggregateKind(.ratesAveraged(name)), at: syntax.range)
    case (_, _): break
    }
  }

  private mutating func reportUnknownKind(of value: CheckedExpression, _ syntax: ExpressionSyntax) {
    let isIndicator = if case .definition(.indicator) = value.form { true } else { false }
    report(
      .aggregateKind(
        .unknown(isIndicator ? quotedWhereNeeded(heading(syntax)) : heading(syntax), isIndicator: isIndicator)),
      at: syntax.range)
  }

  /// Whether only its name tells the kind of an indicator.
  private func isKindImplied(_ value: CheckedExpression) -> Bool {
    guard case .definition(.indicator(let position)) = value.form else { return false }
    let indicator = program.indicators[position]
    return indicator.kind == nil && !indicator.unit.isRatio
  }

  /// Reports numbers whose sums make no ratio: those that never add, and over periods those of which nothing is known
  /// and a level beside a flow.
  mutating func judgeRatio(
    of numerator: (value: CheckedExpression, syntax: ExpressionSyntax),
    to denominator: (value: CheckedExpression, syntax: ExpressionSyntax), _ frame: AggregateCall.Frame
  ) {
    if case .relation = frame { return }
    let collapsesPeriods = if case .over(let dimensions) = frame { dimensions.contains(.period) } else { false }
    let parts = [numerator, denominator].map {
      (value: $0.value, syntax: $0.syntax, additivity: additivity(of: $0.value))
    }
    for (value, syntax, additivity) in parts {
      let name = heading(syntax)
      switch additivity {
      case .nowhere:
        let kind = value.knownKind ?? .ratio
        report(
          .aggregateKind(.summed(name, kind, quotient(of: syntax), isImplied: isKindImplied(value))), at: syntax.range)
      case .unknownOverPeriods where collapsesPeriods: reportUnknownKind(of: value, syntax)
      case .overMembers where collapsesPeriods && parts.contains { $0.additivity == .everywhere }:
        report(.aggregateKind(.summedOverPeriods(name, value.knownKind ?? .level)), at: syntax.range)
      case .everywhere, .overMembers, .unknownOverPeriods: break
      }
    }
  }

  /// Returns how the numbers of `value` add: by their kind, else by the unit.
  private func additivity(of value: CheckedExpression) -> Additivity {
    switch value.type.kind {
    case .flow: .everywhere
    case .cumulative: value.isCumulative ? .overMembers : .everywhere
    case .level: .overMembers
    case .ratio, .index, .rate: .nowhere
    case nil: value.type.unit.isRatio ? .nowhere : .unknownOverPeriods
    }
  }
}

extension AggregateFunction {
  /// Whether the function adds or averages, rather than picks or counts.
  fileprivate var joinsValues: Bool {
    switch self {
    case .sum, .mean, .median, .quantile, .stdev, .cv, .gini, .theil: true
    case .min, .max, .count, .share, .rank, .first, .last, .ratio, .correlation, .contribution, .proportion,
      .distinct, .list:
      false
    }
  }
}
