import Source
import Syntax

/// What a name in a formula stands for, found when the formula's needs were.
struct FoundName {
  /// Where the name stands.
  let range: SourceRange
  let entity: Entity
}

extension Checker {
  /// Returns what `formula`, the one at `position`, needs of those at `positions`, and remembers what its names stand for.
  mutating func needs(
    of formula: FormulaSyntax, _ positions: DefinitionTable<Int>
  ) -> [DependencyGraph.Edge] {
    foundNames.removeAll(keepingCapacity: true)
    nextFoundName = 0
    var edges: [DependencyGraph.Edge] = []
    switch formula.form {
    case .parameter(let parameter, let setting):
      follow(nameReferences(in: setting ?? parameter.value), positions, &edges)
    case .alias(let alias):
      // Aliases are many, so their names share one list.
      var references = spareReferences
      spareReferences = []
      references.removeAll(keepingCapacity: true)
      addNameReferences(in: alias.formula, to: &references)
      follow(references, positions, &edges)
      spareReferences = references
    case .set(let set, _):
      if case .filter = set.form {
        // Which indicators it holds shows only where it is checked, and some of them may have a formula.
        edges += program.indicators.compactMap(\.formula).compactMap { positions[.alias($0)] }
          .map { .init(target: $0, isLagged: false) }
      }
      follow(set.nameReferences, positions, &edges)
    case .aggregate(let aggregate):
      let relations = aggregate.over.compactMap { Relation.named($0.text) }
      var references = aggregate.nameReferences.filter { !isColumnOrWord($0, of: relations) }
      // What a relation judges must be computed before the relation is.
      if !relations.isEmpty {
        let judged = judgedNames ?? judgedReferences
        judgedNames = judged
        references += judged
      }
      follow(references, positions, &edges)
    }
    return edges
  }

  private mutating func follow(
    _ references: [NameReference], _ positions: DefinitionTable<Int>, _ edges: inout [DependencyGraph.Edge]
  ) {
    edges.reserveCapacity(references.count)
    for reference in references { follow(reference, positions, &edges) }
  }

  private mutating func follow(
    _ reference: NameReference, _ positions: DefinitionTable<Int>, _ edges: inout [DependencyGraph.Edge]
  ) {
    guard !isMember(reference), let entity = lookUp(reference.path) else { return }
    foundNames.append(FoundName(range: reference.path.range, entity: entity))
    guard case .definition(let definition) = entity, let target = positions[definition] else { return }
    edges.append(.init(target: target, isLagged: reference.isLagged))
  }

  /// The names that targets and rules judge.
  private var judgedReferences: [NameReference] {
    (statements.targets + statements.rules).flatMap { statement -> [NameReference] in
      switch statement.form {
      case .target(let target): target.nameReferences
      case .rule(let rule): nameReferences(in: rule.condition)
      default: []
      }
    }
  }

  /// Returns whether `reference` is a column of `relations`, or a word that stands in one.
  private func isColumnOrWord(_ reference: NameReference, of relations: [Relation]) -> Bool {
    relations.contains { relation in
      if relation.column(named: reference.path.text) != nil { return true }
      guard let other = reference.comparedWith, let column = relation.column(named: other.text),
        case .text = relation.columns[column].shape
      else { return false }
      return true
    }
  }

  /// Returns whether `reference` is compared with a dimension, and so is one of its members.
  private func isMember(_ reference: NameReference) -> Bool {
    guard let other = reference.comparedWith, case .dimension(let dimension) = scope.find(other.text) else {
      return false
    }
    return dimension != .period
  }
}
