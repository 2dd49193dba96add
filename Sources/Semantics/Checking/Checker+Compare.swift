import Indicators
import Source
import Syntax

extension Checker {
  /// Checks a question of the form `compare`.
  mutating func check(_ syntax: CompareSyntax, at range: SourceRange) {
    let scenarios = comparedScenarios(syntax.scenarios)
    let items = syntax.expressions.isEmpty ? namedItems(at: range) : syntax.expressions.compactMap { comparedItem($0) }
    let columns = syntax.at.map { span in
      let form = span.last.map { ColumnSyntax.Form.range(span.first, $0) } ?? .period(span.first)
      return ColumnSyntax(form: form, scenario: nil, against: nil, range: span.range)
    }
    let periods = columns.flatMap { comparedPeriods($0) }
    if !syntax.expressions.isEmpty { checkFrequencies(columns, items) }
    guard let scenarios, syntax.expressions.isEmpty || items.count == syntax.expressions.count else { return }
    program.questions.append(
      .compare(
        CompareQuestion(
          scenarios: scenarios, items: items, isOfAll: syntax.expressions.isEmpty, periods: periods, range: range)))
  }

  /// Returns the scenarios that `paths` name, at least two different ones, or nil after reporting what is wrong.
  private mutating func comparedScenarios(_ paths: [PathSyntax]) -> [ScenarioID]? {
    var scenarios: [ScenarioID] = []
    for path in paths {
      guard let scenario = scenario(path) else { continue }
      if scenarios.contains(scenario) {
        report(.comparison(.scenarioTwice(path.text)), at: path.range)
      } else {
        scenarios.append(scenario)
      }
    }
    if paths.count == 1, !scenarios.isEmpty { report(.comparison(.oneScenario(paths[0].text)), at: paths[0].range) }
    return scenarios.count == paths.count && scenarios.count > 1 ? scenarios : nil
  }

  /// Returns an expression of numbers, or nil after reporting what is wrong.
  private mutating func comparedItem(_ syntax: ExpressionSyntax) -> ValueQuestion.Item? {
    let value = expression(syntax, .values)
    switch value.type.shape {
    case .number, .flexible, .several: return ValueQuestion.Item(expression: value, heading: heading(syntax))
    case .invalid: return nil
    case .mixed, .truth, .text, .period:
      report(.expected(.number), at: syntax.range)
      return nil
    }
  }

  /// Returns the indicators, aliases and aggregates that are numbers in one unit.
  private func namedItems(at range: SourceRange) -> [ValueQuestion.Item] {
    var items: [ValueQuestion.Item] = []
    func add(_ definition: Definition, _ type: ValueType, _ name: String) {
      switch type.shape {
      case .number, .flexible:
        items.append(.init(expression: CheckedExpression(.definition(definition), type, range), heading: name))
      case .several, .mixed, .truth, .text, .period, .invalid: break
      }
    }
    for (position, indicator) in program.indicators.enumerated()
    where indicator.qualifier == nil && indicator.formula == nil && indicator.clashingUnits == nil {
      let type = ValueType(.number(indicator.unit), frequency: indicator.frequency, kind: indicator.knownKind)
      add(.indicator(position), type, indicator.name)
    }
    for (position, alias) in program.aliases.enumerated() { add(.alias(position), alias.formula.type, alias.name) }
    for (position, aggregate) in program.aggregates.enumerated() {
      add(.aggregate(position), aggregate.formula.type, aggregate.name)
    }
    return items
  }

  private mutating func comparedPeriods(_ column: ColumnSyntax) -> [Period] {
    check(column).compactMap { column in
      if case .period(let period) = column.form { period } else { nil }
    }
  }
}
