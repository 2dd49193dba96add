import Semantics
import Source

/// What an evaluator of one program may take from one of another, for a session whose lines change little.
extension Evaluator {
  /// How much of what was computed holds.
  package enum Kept: Hashable, Sendable {
    /// The data, and the values of all definitions that both programs have.
    case values
    /// The data alone, as sheets and what scripts say of indicators make them.
    case data
    /// Nothing.
    case nothing
  }

  /// Takes from `other` what was computed and holds here, to the extent of `kept`.
  ///
  /// - Requires: Both have the same catalogue, and what `kept` says is true of the declarations of both.
  package mutating func take(_ kept: Kept, from other: Evaluator) {
    let shared = SharedDefinitions(program, other.program)
    switch kept {
    case .nothing: return
    case .data:
      // Relations may have added names that mean nothing here; members keep their numbers.
      names = other.names
      indicators = other.indicators.filter { shared.holds(.indicator($0.key)) }
    case .values:
      names = other.names
      indicators = other.indicators.filter { shared.holds(.indicator($0.key)) }
      let gone = other.program.definitions.filter { !shared.holds($0) }
      let changed = Dependencies(other.program).dependents(of: gone)
      planned = other.planned.filter { !changed.contains(.indicator($0.key)) }
      values = other.values.filter { !changed.contains($0.key.definition) && !$0.key.scenario.isDeclared }
      usesOfDefinition = other.usesOfDefinition.filter { values[$0.key] != nil }
      let known = Set(texts.map(\.id))
      coverages = other.coverages.filter { known.contains($0.key.range.source) && !$0.key.scenario.isDeclared }
      fills = other.fills.filter { known.contains($0.key.range.source) && !$0.key.scenario.isDeclared }
      comparedFormulas = other.comparedFormulas.filter { known.contains($0.range.source) }
      differingFormulas = other.differingFormulas.filter { known.contains($0.source) }
    }
  }
}

/// The definitions that stand at the same positions of two programs.
private struct SharedDefinitions {
  private let parameters: Int
  private let indicators: Int
  private let aliases: Int
  private let aggregates: Int
  private let sets: Int

  init(_ one: CheckedProgram, _ other: CheckedProgram) {
    parameters = zip(one.parameters, other.parameters).prefix { $0.range == $1.range }.count
    indicators =
      zip(one.indicators, other.indicators).prefix {
        $0.name == $1.name && $0.qualifier == $1.qualifier && $0.formula == $1.formula
      }.count
    aliases = zip(one.aliases, other.aliases).prefix { $0.range == $1.range }.count
    aggregates = zip(one.aggregates, other.aggregates).prefix { $0.range == $1.range }.count
    sets = zip(one.sets, other.sets).prefix { $0.range == $1.range }.count
  }

  func holds(_ definition: Definition) -> Bool {
    switch definition {
    case .parameter(let position): position < parameters
    case .indicator(let position): position < indicators
    case .alias(let position): position < aliases
    case .aggregate(let position): position < aggregates
    case .set(let position): position < sets
    }
  }
}
