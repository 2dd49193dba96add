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
    for statement in statements.scenarios {
      guard case .scenario(let syntax) = statement.form,
        let position = program.scenarios.firstIndex(where: { $0.range == syntax.name.range })
      else { continue }
      if let base = syntax.base.flatMap({ scenario($0) }) { program.scenarios[position].base = base }
      if let span = syntax.basePeriod {
        let first = Period(span.first)
        program.scenarios[position].basePeriods = span.last.map { .range(first, Period($0)) } ?? .one(first)
      }
      if let count = syntax.samples.flatMap({ sampleCount($0) }) {
        program.sampleCount = max(program.sampleCount ?? count, count)
      }
      var otherwise: SourceRange?
      for item in syntax.items {
        switch item {
        case .assumption(let assumption):
          program.scenarios[position].assumptions += check(assumption)
        // Ties need the distributions of all scenarios.
        case .correlate: break
        case .otherwise(let holds, let range):
          if let first = otherwise { report(.assumption(.otherwiseTwice(first: first)), at: range) }
          otherwise = otherwise ?? range
          program.scenarios[position].holds = holds
        }
      }
      if syntax.items.isEmpty {
        report(
          .assumption(
            .assumesNothing(
              syntax.name.text, base: program.scenarios[position].base.isDeclared ? syntax.base?.text : nil)),
          at: syntax.name.range)
      }
      reportParametersSetTwice(program.scenarios[position])
      reportParametersOutside(program.scenarios[position])
    }
    breakCircles()
  }

  /// Reports constants outside the bounds of the params that `scenario` gives them to.
  private mutating func reportParametersOutside(_ scenario: CheckedScenario) {
    for assumption in scenario.assumptions {
      guard case .parameter(let position) = assumption.subject, case .pins(let value)? = assumption.courses.first?.move,
        let bounds = program.parameters[position].bounds, let number = constant(value), !bounds.contains(number)
      else { continue }
      let unit = program.parameters[position].value.type.unit
      report(
        .outOfRange(
          name: assumption.subjectText, lower: unit.text(of: bounds.lowerBound), upper: unit.text(of: bounds.upperBound)
        ),
        at: value.range)
    }
  }

  /// Reports params that `scenario` sets more than once; of other values only evaluation tells whether cells meet.
  private mutating func reportParametersSetTwice(_ scenario: CheckedScenario) {
    var first: [Definition: SourceRange] = [:]
    for assumption in scenario.assumptions {
      guard case .parameter = assumption.subject else { continue }
      if let earlier = first[assumption.subject] {
        report(.assumption(.parameterTwice(assumption.subjectText, first: earlier)), at: assumption.range)
      }
      first[assumption.subject] = first[assumption.subject] ?? assumption.range
    }
  }

  /// Lets what is assumed of an indicator that one sheet alone has hold under its bare and its qualified name, and warns of what is
  /// assumed of one sheet's where the bare name joins several.
  mutating func assumeOfQualifiedNames() {
    var names: [CheckedIndicator.Place: [Int]] = [:]
    for (position, indicator) in program.indicators.enumerated() where indicator.parts.count == 1 {
      names[indicator.parts[0].place, default: []].append(position)
    }
    for scenario in program.scenarios.indices {
      for assumption in program.scenarios[scenario].assumptions {
        guard case .indicator(let position) = assumption.subject, program.indicators[position].parts.count == 1 else {
          continue
        }
        let place = program.indicators[position].parts[0].place
        for other in names[place] ?? [] where other != position {
          program.scenarios[scenario].assumptions.append(assumption.of(.indicator(other)))
        }
        guard program.indicators[position].qualifier != nil,
          let whole = program.indicators.first(where: { $0.parts.count > 1 && $0.parts.contains { $0.place == place } })
        else { continue }
        report(.assumption(.ofOneSheet(assumption.subjectText, whole: whole.name)), at: assumption.range)
      }
    }
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

extension MeasurementUnit {
  /// Returns `number` in this unit as a script writes it.
  fileprivate func text(of number: Double) -> String {
    let digits = shortestString(significantDecimal(number, digits: 12))
    return factors.isEmpty && nature == .plain ? digits : nature == .plain ? "\(digits) \(symbol)" : digits + symbol
  }
}
