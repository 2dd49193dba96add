import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Makes the scenario's name known; its lines are checked when all formulas are.
  mutating func declare(_ syntax: ScenarioSyntax, qualifier: String?) {
    let name = qualifier.map { "\($0).\(syntax.name.text)" } ?? syntax.name.text
    if WordList.scenario.find(syntax.name.text) != nil { return report(.builtInName(name), at: syntax.name.range) }
    if let earlier = declaredScenarios[name].flatMap({ program.declared($0) }) {
      return report(.nameTaken(name, first: .script(earlier.range)), at: syntax.name.range)
    }
    let id = ScenarioID(index: ScenarioID.builtInCount + program.scenarios.count, word: name)
    declaredScenarios[name] = id
    program.scenarios.append(CheckedScenario(id: id, base: .actual, range: syntax.name.range))
  }

  /// Checks the lines of every scenario.
  mutating func checkScenarios() {
    for statement in scripts.flatMap(\.syntax.statements) {
      guard case .scenario(let syntax) = statement.form,
        let position = program.scenarios.firstIndex(where: { $0.range == syntax.name.range })
      else { continue }
      if let base = syntax.base.flatMap({ scenario($0) }) { program.scenarios[position].base = base }
      if let span = syntax.basePeriod {
        let first = Period(span.first)
        program.scenarios[position].basePeriods = span.last.map { .range(first, Period($0)) } ?? .one(first)
      }
      for item in syntax.items {
        switch item {
        case .assumption(let assumption):
          if let checked = check(assumption) { program.scenarios[position].assumptions.append(checked) }
        case .correlate(let correlate): report(.notEvaluated("correlate"), at: correlate.value.range)
        case .otherwise(let holds, let range):
          if let before = program.scenarios[position].holds, before != holds {
            report(.holdingStatedBothWays, at: range)
          }
          program.scenarios[position].holds = holds
        }
      }
    }
    breakCircles()
  }

  /// Reports scenarios that rest on each other, and lets them rest on the data.
  private mutating func breakCircles() {
    for position in program.scenarios.indices {
      var chain = [program.scenarios[position].id]
      while let next = program.declared(chain[chain.count - 1])?.base, next.isDeclared {
        if next == chain[0] {
          report(.scenarioCycle(chain.map(\.word)), at: program.scenarios[position].range)
          program.scenarios[position].base = .actual
          break
        }
        // A circle further down is reported where it stands.
        if chain.contains(next) { break }
        chain.append(next)
      }
    }
  }
}
