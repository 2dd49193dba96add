import Semantics

/// The named aggregates whose values the questions of a program ask for, in each scenario.
struct AskedAggregates: Sendable {
  private struct Need: Hashable {
    let definition: Definition
    let scenario: ScenarioID
  }

  private var positions: [ScenarioID: [Int]] = [:]

  /// Follows the questions of `program` to what they need.
  init(_ program: CheckedProgram) {
    var open: [(expression: CheckedExpression, scenario: ScenarioID)] = []
    for question in program.questions {
      let asked = question.scenariosAsked
      for scenario in asked.isEmpty ? [.actual] : asked { open += question.expressions.map { ($0, scenario) } }
    }
    open.reverse()
    var seen: Set<Need> = []
    while let (next, scenario) = open.popLast() {
      switch next.form {
      case .selection(_, let selection): open += next.parts.map { ($0, selection.scenario ?? scenario) }
      case .definition(let definition):
        guard let formula = program.formula(of: definition),
          seen.insert(Need(definition: definition, scenario: scenario)).inserted
        else { continue }
        if case .aggregate(let position) = definition { positions[scenario, default: []].append(position) }
        open.append((formula, scenario))
      case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .converted, .negative,
        .arithmetic, .fallback, .filled, .reason, .comparison, .approximation, .between, .among, .not, .and, .or,
        .cells,
        .time, .aggregate, .distribution, .chance, .scaled, .invalid:
        open += next.parts.map { ($0, scenario) }
      }
    }
  }

  /// Returns the positions of those that are asked for in `scenario`, in the order of the questions.
  func positions(in scenario: ScenarioID) -> [Int] { positions[scenario] ?? [] }
}

extension CheckedExpression {
  /// The calls of aggregates that are computed in the scenario of the expression.
  var aggregateCalls: [AggregateCall] {
    var calls: [AggregateCall] = []
    var open = [self]
    while let next = open.popLast() {
      if case .aggregate(let call) = next.form { calls.append(call) }
      if case .selection(_, let selection) = next.form, selection.scenario != nil { continue }
      open += next.parts
    }
    return calls
  }
}
