import Semantics

extension Evaluator {
  /// Returns what is uncertain and reaches `expression` in `scenario`, by name, the params at `positions` left out: first
  /// that which stands at its median, then that which is drawn for the chances in the expression.
  package func uncertainNames(
    in expression: CheckedExpression, under scenario: ScenarioID, besides positions: [Int]
  ) -> (atMedian: [String], drawn: [String]) {
    let plain = reach(of: [expression], under: scenario, throughChances: false)
    let chances = reach(of: plain.chances, under: scenario, throughChances: true)
    func names(_ definitions: [Definition]) -> [String] {
      definitions.filter { definition in
        if case .parameter(let position) = definition, positions.contains(position) { return false }
        return formulas(of: definition, under: scenario).contains(where: \.holdsDistribution)
      }.map { name(of: $0) }
    }
    return (names(plain.definitions), names(chances.definitions))
  }

  /// Whether `expression` rests on the share of samples in which something holds.
  package func restsOnSamples(_ expression: CheckedExpression, under scenario: ScenarioID) -> Bool {
    !reach(of: [expression], under: scenario, throughChances: false).chances.isEmpty
  }

  /// Returns the definitions that `expressions` need, each once, and the conditions of the chances among them.
  private func reach(
    of expressions: [CheckedExpression], under scenario: ScenarioID, throughChances: Bool
  ) -> (definitions: [Definition], chances: [CheckedExpression]) {
    var definitions: [Definition] = []
    var chances: [CheckedExpression] = []
    var seen: Set<Definition> = []
    var open = Array(expressions.reversed())
    while let next = open.popLast() {
      if case .chance(let condition) = next.form, !throughChances {
        chances.append(condition)
        continue
      }
      open += next.parts.reversed()
      guard case .definition(let definition) = next.form, seen.insert(definition).inserted else { continue }
      definitions.append(definition)
      open += formulas(of: definition, under: scenario).reversed()
    }
    return (definitions, chances)
  }

  /// Returns the formulas and amounts that make the values of `definition` in `scenario`.
  private func formulas(of definition: Definition, under scenario: ScenarioID) -> [CheckedExpression] {
    let assumptions = program.chain(of: scenario).declared.flatMap(\.assumptions)
    var formulas = program.formula(of: definition).map { [$0] } ?? []
    if case .set(let set) = definition { formulas += program.sets[set].elements.map(\.value) }
    return formulas + assumptions.filter { $0.subject == definition }.flatMap(\.courses).flatMap(\.expressions)
  }
}
