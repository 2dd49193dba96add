import Indicators
import Semantics
import Source

/// An aggregate whose value a formula uses, with the cells that brackets choose of it.
struct AggregateUse {
  /// What the aggregate is called in the formula: its name, or its call as written.
  let name: SourceRange
  /// Where its function is called.
  let call: CoverageKey
  /// What brackets choose, the innermost first.
  var selections: [Selection] = []
  /// What is aggregated, where the function is a sum of one expression.
  var summed: SourceRange?
}

extension Evaluator {
  /// Remembers the aggregates that the formula of `definition` uses, which has been computed.
  mutating func rememberUses(of definition: Definition, in scenario: ScenarioID) {
    guard let formula = formula(of: definition)?.formula else { return }
    let uses = aggregateUses(in: formula, scenario)
    if !uses.isEmpty { usesOfDefinition[Key(definition: definition, scenario: scenario)] = uses }
  }

  /// The most aggregates of one formula that are compared with those of another.
  private static let mostUses = 8

  /// Returns the aggregates whose values `expression` joins cell by cell.
  func aggregateUses(in expression: CheckedExpression, _ scenario: ScenarioID) -> [AggregateUse] {
    switch expression.form {
    case .aggregate(let call):
      if case .relation = call.frame { return [] }
      if call.function.keepsCells || call.function == .count { return [] }
      var use = AggregateUse(name: expression.range, call: CoverageKey(range: expression.range, scenario: scenario))
      if call.function == .sum, call.weight == nil { use.summed = call.argument?.range }
      return [use]
    case .definition(let definition):
      // What a definition uses is remembered when it is computed, so that no chain of names is followed again.
      let uses = usesOfDefinition[Key(definition: definition, scenario: scenario)] ?? []
      guard case .aggregate = definition, uses.count == 1 else { return uses }
      return [AggregateUse(name: expression.range, call: uses[0].call, summed: uses[0].summed)]
    case .converted(let inner, _), .negative(let inner): return aggregateUses(in: inner, scenario)
    case .selection(let inner, let selection):
      return aggregateUses(in: inner, selection.scenario ?? scenario).map { use in
        var use = use
        use.selections.append(selection)
        return use
      }
    case .arithmetic(let left, _, let right), .fallback(let left, let right), .filled(let left, let right, _):
      return Array((aggregateUses(in: left, scenario) + aggregateUses(in: right, scenario)).prefix(Self.mostUses))
    case .cells(_, let arguments):
      return Array(arguments.flatMap { aggregateUses(in: $0, scenario) }.prefix(Self.mostUses))
    case .number, .missing, .truth, .period, .text, .word, .dimension, .column, .comparison, .approximation, .between,
      .among, .not, .and, .or, .time, .distribution, .chance, .invalid, .scaled, .weights, .reason:
      return []
    }
  }
}
