import Source
import Syntax

extension Checker {
  /// Checks the formulas, each after those that it needs.
  ///
  /// Most need only what stands before them and are checked as they are met; the others wait until all needs are known.
  mutating func checkFormulas(_ formulas: [FormulaSyntax]) {
    var positions = DefinitionTable<Int>()
    for (position, formula) in formulas.enumerated() { positions[formula.definition] = position }
    var graph = DependencyGraph(count: formulas.count)
    var state = FormulaState(count: formulas.count)
    program.reserveGroups(formulas.count)
    for (position, formula) in formulas.enumerated() {
      let edges = needs(of: formula, positions)
      if edges.allSatisfy({ state.groups[$0.target] >= 0 }) {
        check([position], formulas, edges, isLagged: false, &state)
      } else {
        state.waiting.append(position)
        // What is checked needs nothing that waits, and is not asked any more.
        graph.edges[position] = edges
      }
    }
    foundNames.removeAll()
    if !state.waiting.isEmpty { checkWaiting(formulas, graph, &state) }
  }

  /// Checks the formulas that need what stands behind them, or their own earlier periods; a circle is reported.
  private mutating func checkWaiting(
    _ formulas: [FormulaSyntax], _ graph: DependencyGraph, _ state: inout FormulaState
  ) {
    var cyclic: Set<Int> = []
    for group in graph.components(followingLags: false) where state.groups[group[0]] < 0 {
      guard let path = group.lazy.compactMap({ graph.cycle(through: $0, within: group) }).first else { continue }
      report(.cycle(path.map { formulas[$0].name.text }), at: formulas[path[0]].name.range)
      cyclic.formUnion(group)
    }
    for group in graph.components(followingLags: true) where state.groups[group[0]] < 0 {
      let open = group.filter { !cyclic.contains($0) }
      if open.isEmpty { continue }
      let isLagged = group.count > 1 || graph.edges[group[0]].contains { $0.target == group[0] }
      check(open, formulas, open.flatMap { graph.edges[$0] }, isLagged: isLagged, &state)
    }
  }

  /// Checks a group of formulas whose needs are `edges` and enters it into the program.
  private mutating func check(
    _ group: [Int], _ formulas: [FormulaSyntax], _ edges: [DependencyGraph.Edge], isLagged: Bool,
    _ state: inout FormulaState
  ) {
    let definitions = group.map { formulas[$0].definition }
    if isLagged { lagGroup = Set(definitions) }
    for position in group {
      enter(check(formulas[position]), as: formulas[position].definition)
    }
    lagGroup = []
    var needs: [Int] = []
    needs.reserveCapacity(edges.count)
    for edge in edges where state.groups[edge.target] >= 0 { needs.append(Int(state.groups[edge.target])) }
    for position in group { state.groups[position] = Int32(clamping: program.order.count) }
    program.add(FormulaGroup(definitions: definitions, isLagged: isLagged, needs: needs.sortedWithoutRepeats()))
  }

  /// Enters the formula of `definition` into the program and remembers what others need of it.
  private mutating func enter(_ formula: CheckedFormula, as definition: Definition) {
    let expression = formula.expression
    types[definition] = expression.type
    if hasSets {
      definitionSets[definition] = sets(under: expression)
      noteDirection(of: definition, expression)
    }
    switch definition {
    case .parameter(let position):
      program.parameters[position].value = expression
      program.parameters[position].bounds = formula.bounds
      parameterValues[position] = expression
    case .alias(let position): program.aliases[position].formula = expression
    case .aggregate(let position): program.aggregates[position].formula = expression
    case .set(let position): if let set = checkedSets[position] { program.sets[position] = set }
    case .indicator: break
    }
  }
}

/// How far the formulas have been checked.
private struct FormulaState {
  /// The position in the program's order of each formula's group, -1 for one that is not checked.
  var groups: [Int32]
  /// The formulas that need what is not checked yet.
  var waiting: [Int] = []

  init(count: Int) { groups = Array(repeating: -1, count: count) }
}

extension [Int] {
  /// Returns the numbers in order, each once.
  fileprivate func sortedWithoutRepeats() -> [Int] {
    if count < 2 { return self }
    var result = self
    result.sort()
    var kept = 1
    for position in 1..<result.count where result[position] != result[kept - 1] {
      result[kept] = result[position]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }
}
