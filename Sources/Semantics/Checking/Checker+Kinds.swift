import Indicators
import Source
import Syntax
import Units

/// What an aggregate must know of the numbers it collapses.
private enum Additivity {
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
    let collapsesPeriods = if case .over(let dimensions) = frame { dimensions.contains(.period) } else { false }
    let name = heading(syntax)
    if collapsesPeriods, value.isCumulative, function.joinsValues {
      report(.time(.cumulativeJoined(name, instead: singles(name))), at: syntax.range)
      return
    }
    switch (function, additivity(of: value)) {
    case (.sum, .nowhere) where !isWeighted: report(.ratioSummed(name), at: syntax.range)
    case (.sum, .overMembers) where collapsesPeriods: report(.levelSummed(name), at: syntax.range)
    case (.sum, .unknownOverPeriods) where collapsesPeriods: report(.kindNeeded(name), at: syntax.range)
    case (.mean, .nowhere) where !isWeighted && !collapsesPeriods: report(.ratioAveraged(name), at: syntax.range)
    case (_, _): break
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
    case .min, .max, .count, .share, .rank, .first, .last: false
    }
  }
}

extension MeasurementUnit {
  /// Whether numbers in this unit act as ratios where nobody says what they are: shares, and whatever is per something.
  var isRatio: Bool {
    nature == .percentage || factors.contains { $0.exponent < 0 }
  }
}
