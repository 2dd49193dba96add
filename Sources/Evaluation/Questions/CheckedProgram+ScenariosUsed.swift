import Semantics

extension CheckedProgram {
  /// The scenarios that any question asks of, by name, in brackets or by way of a formula; `actual` always.
  package var scenariosUsed: [ScenarioID] {
    var used: [ScenarioID] = [.actual]
    func add(_ scenarios: [ScenarioID]) {
      for scenario in scenarios where !used.contains(scenario) { used.append(scenario) }
    }
    var reached: Set<Definition> = []
    var open: [Definition] = []
    for question in questions {
      add(question.scenarios)
      open += question.expressions.flatMap(\.definitionsNeeded)
    }
    while let next = open.popLast() {
      guard reached.insert(next).inserted, let formula = formula(of: next) else { continue }
      add(formula.scenariosChosen)
      open += formula.definitionsNeeded
    }
    return used
  }
}
