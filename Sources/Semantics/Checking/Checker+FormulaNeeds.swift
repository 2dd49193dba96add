import Source
import Syntax

/// What a name in a formula stands for, found when the formula's needs were.
struct FoundName: Sendable {
  /// Where the name begins.
  private let source: SourceID
  private let start: Int32
  let entity: Entity

  /// Creates what the name at `range` stands for.
  init(at range: SourceRange, _ entity: Entity) {
    source = range.source
    start = range.start
    self.entity = entity
  }

  /// Returns whether the name stands at `range`.
  func stands(at range: SourceRange) -> Bool { start == range.start && source.index == range.source.index }
}

/// What names of a stretch that stand one behind another stand for, each nil where it stands for nothing.
private struct MentionedNames {
  /// The position of the first among the names that the stretch mentions.
  var start = 0
  var entities: [Entity?] = []
}

extension Checker {
  /// Returns what `formulas` need, and what the names in them stand for.
  mutating func needs(of formulas: [FormulaSyntax]) -> NeedList {
    for (position, formula) in formulas.enumerated() {
      formulaPositions[formula.definition] = Int32(truncatingIfNeeded: position)
    }
    noteJudgedNames(formulas)
    return NeedList(
      partSize: partSize,
      parts: inParts(formulas.count) { checker, part in
        var needs = FormulaNeeds()
        var rest = formulas[part]
        while let first = rest.first?.place {
          let stretch = rest.prefix { $0.place.script == first.script && $0.place.stretch == first.stretch }
          let names = checker.names(of: first)
          let mentioned = checker.mentioned(in: stretch, names)
          for formula in stretch {
            checker.addNeeds(of: formula, names, mentioned, to: &needs)
            needs.endFormula()
          }
          rest = rest.dropFirst(stretch.count)
        }
        return needs
      })
  }

  /// Returns what the names stand for that `formulas` of the stretch of `names` join with numbers.
  private mutating func mentioned(in formulas: ArraySlice<FormulaSyntax>, _ names: StretchNames) -> MentionedNames {
    let mentions = formulas.lazy.compactMap { names.declarations[Int($0.declaration)].mentions }
    guard let first = mentions.first, let last = mentions.last else { return MentionedNames() }
    let all = names.mentioned[Int(first.lowerBound)..<Int(last.upperBound)]
    return MentionedNames(start: all.startIndex, entities: lookUp(all: all))
  }

  /// Adds the needs of `formula`, which stands in the stretch of `names`.
  private mutating func addNeeds(
    of formula: FormulaSyntax, _ names: StretchNames, _ mentioned: MentionedNames, to needs: inout FormulaNeeds
  ) {
    // Most formulas only join names and numbers.
    if let mentions = names.declarations[Int(formula.declaration)].mentions {
      for position in Int(mentions.lowerBound)..<Int(mentions.upperBound) {
        guard let entity = mentioned.entities[position - mentioned.start] else { continue }
        needed(entity, at: names.mentioned[position].range, isLagged: false, &needs)
      }
      return
    }
    switch (statement(of: formula).form, formula.definition) {
    case (.alias(let alias), _):
      for reference in nameReferences(in: alias.formula) { follow(reference, &needs) }
    case (.parameter(let parameter), .parameter(let position)):
      for reference in nameReferences(in: parameterSettings[position] ?? parameter.value) { follow(reference, &needs) }
    case (.set(let set), _):
      if case .filter = set.form {
        // Which indicators it holds shows only where it is checked, and some of them may have a formula.
        for alias in program.indicators.compactMap(\.formula) {
          if let target = formulaPositions[.alias(alias)] { needs.add(.init(target: Int(target), isLagged: false)) }
        }
      }
      for reference in set.nameReferences { follow(reference, &needs) }
    case (.aggregate(let aggregate), _):
      let relations = aggregate.over.compactMap { Relation.named($0.text) }
      var references = aggregate.nameReferences.filter { !isColumnOrWord($0, of: relations) }
      // What a relation judges must be computed before the relation is.
      if !relations.isEmpty { references += judgedNames }
      for reference in references { follow(reference, &needs) }
    default: break
    }
  }

  private mutating func follow(_ reference: NameReference, _ needs: inout FormulaNeeds) {
    if !isMember(reference) { follow(reference.path, isLagged: reference.isLagged, &needs) }
  }

  private mutating func follow(_ path: PathSyntax, isLagged: Bool, _ needs: inout FormulaNeeds) {
    if let entity = lookUp(path) { needed(entity, at: path.range, isLagged: isLagged, &needs) }
  }

  private func needed(_ entity: Entity, at range: SourceRange, isLagged: Bool, _ needs: inout FormulaNeeds) {
    needs.add(FoundName(at: range, entity))
    guard case .definition(let definition) = entity, let target = formulaPositions[definition] else { return }
    needs.add(.init(target: Int(target), isLagged: isLagged))
  }

  /// Gathers the names that targets and rules judge, if one of `formulas` looks at a relation.
  private mutating func noteJudgedNames(_ formulas: [FormulaSyntax]) {
    let looksAtRelation = formulas.contains { formula in
      guard case .aggregate = formula.definition, case .aggregate(let aggregate) = statement(of: formula).form else {
        return false
      }
      return aggregate.over.contains { Relation.named($0.text) != nil }
    }
    if looksAtRelation { judgedNames = judgedReferences }
  }

  /// The names that targets and rules judge.
  private var judgedReferences: [NameReference] {
    (statements.targets.map { statement(at: $0) } + statements.rules).flatMap { statement -> [NameReference] in
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
