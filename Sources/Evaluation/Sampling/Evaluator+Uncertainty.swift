import Indicators
import Semantics

extension Evaluator {
  /// Returns the definitions whose values are uncertain in `scenario`.
  mutating func uncertainDefinitions(in scenario: ScenarioID) -> Set<Definition> {
    if let known = self.uncertain[scenario] { return known }
    // What is wrong with ties is found before anything is drawn.
    _ = correlations(in: scenario)
    let layers = layers(of: scenario)
    let order = ScenarioOrder(program, layers)
    var uncertain: Set<Definition> = []
    for group in order.groups {
      let isUncertain = group.contains { definition in
        var expressions = program.formula(of: definition).map { [$0] } ?? []
        if case .set(let position) = definition { expressions = program.sets[position].elements.map(\.value) }
        var own = layers.assumptions(of: definition)
        // A param that is set has the nearest layer's value alone.
        if case .parameter = definition, let nearest = own.first { (expressions, own) = ([], [nearest]) }
        for layered in own { expressions += layered.assumption.courses.flatMap(\.expressions) }
        return expressions.contains { $0.isUncertain(where: uncertain) }
      }
      if isUncertain { uncertain.formUnion(group) }
    }
    self.uncertain[scenario] = uncertain
    return uncertain
  }

  /// Returns whether anything is uncertain in a scenario that a question asks of.
  package mutating func hasUncertainty() -> Bool {
    for scenario in program.scenariosUsed where !uncertainDefinitions(in: scenario).isEmpty { return true }
    return false
  }

  /// Lets whatever the program's questions ask of a scenario's samples be computed in one pass.
  package mutating func gathersSamples() { samples.gathers = true }

  /// Adds what the program's questions ask of the samples of `scenario`.
  func addRequests(of scenario: ScenarioID, to requests: inout SampleRequests) {
    for question in program.questions where question.scenariosAsked.contains(scenario) {
      if case .project(let question) = question {
        for item in question.items { requests.keep(item.expression, in: scenario) }
      }
      if case .compare(let question) = question, !question.isOfAll {
        for item in question.items { requests.keep(item.expression, in: scenario) }
      }
      for expression in formulas(under: question.expressions) {
        if case .chance(let condition) = expression.form { requests.count(condition, in: scenario) }
        if case .aggregate(let call) = expression.form, call.collapsesSamples, let argument = call.sampledArgument {
          if let share = call.rankedShare, sampling.count >= SampledRanks.leastCount {
            requests.rank(argument, at: share, in: scenario)
          } else {
            requests.keep(argument, in: scenario)
          }
        }
      }
    }
  }
}
