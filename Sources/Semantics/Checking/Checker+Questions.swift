import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Checks the questions of the main scripts.
  mutating func checkQuestions() {
    for unit in scripts where unit.isMain {
      scenarioAsked = unit.scenario.flatMap { rootScenario($0) ?? declaredScenarios[$0] } ?? .actual
      for statement in unit.syntax.questions {
        if case .report(let report) = statement.form {
          check(report, at: statement.range)
        } else {
          check(question: statement)
        }
      }
    }
  }

  /// Checks `statement`, if it is a question.
  mutating func check(question statement: StatementSyntax) {
    switch statement.form {
    case .show(let show): check(show, at: statement.range)
    case .explain(let explain): check(explain, at: statement.range)
    case .expression(let value): check(bare: value)
    case .project(let syntax): check(syntax, at: statement.range)
    case .compare(let syntax): check(syntax, at: statement.range)
    case .solve(let syntax): check(syntax, at: statement.range)
    case .sensitivity(let syntax): check(syntax, at: statement.range)
    case .tabulate(let syntax): check(syntax, at: statement.range)
    case .use, .importing, .unit, .parameter, .indicator, .alias, .aggregate, .set, .target, .same, .hierarchy, .rule,
      .scenario, .correlate, .report:
      break
    }
  }

  private mutating func check(bare value: ExpressionSyntax) {
    let checked = expression(value, .values)
    if checked.isInvalid { return }
    program.questions.append(
      .values(
        ValueQuestion(
          items: [.init(expression: checked, heading: heading(value))], columns: [], by: [], filter: nil, order: [],
          top: nil, scenarios: [scenarioAsked], asOf: nil, range: value.range)))
  }

  private mutating func check(_ explain: ExplainSyntax, at range: SourceRange) {
    let scenario = explain.scenario.map { self.scenario($0) } ?? scenarioAsked
    let asOf = explain.asOf.map(Period.init)
    if case .path(let path) = explain.expression.form, let relation = Relation.named(path.text),
      relation == .targets || relation == .rules
    {
      let filter = explain.filter.map { condition($0, Setting(relation: relation)) }
      guard let scenario, filter?.isInvalid != true else { return }
      program.questions.append(
        .explainRows(
          RelationQuestion(
            relation: relation, columns: [], by: [], filter: filter, order: [], top: nil, scenarios: [scenario],
            asOf: asOf, range: range)))
      return
    }
    let value = expression(explain.expression, .values)
    let filter = explain.filter.map { condition($0, .values) }
    guard !value.isInvalid, filter?.isInvalid != true, let scenario else { return }
    program.questions.append(
      .explain(
        ExplainQuestion(
          expression: value, heading: heading(explain.expression), filter: filter, scenario: scenario, asOf: asOf,
          range: range)))
  }

  private mutating func check(_ show: ShowSyntax, at range: SourceRange) {
    if case .path(let path) = show.expressions[0].form, let relation = Relation.named(path.text) {
      if show.expressions.count > 1 { report(.relationAsValue(path.text), at: show.expressions[1].range) }
      check(show, of: relation, at: range)
      return
    }
    if show.expressions.count == 1, case .text(let text) = show.expressions[0].form {
      program.questions.append(.text(askedPieces(text)))
      return
    }
    let items = show.expressions.map {
      ValueQuestion.Item(expression: expression($0, .values), heading: heading($0))
    }
    let columns = show.columns.flatMap { check($0) }
    checkFrequencies(show.columns, items)
    checkCumulativeColumns(show.columns, items)
    let by = show.by.compactMap { dimension($0) }
    let filter = show.filter.map { condition($0, .values) }
    let order = show.order.map { self.order($0, .values) }
    let top = top(show.top)
    let scenarios = scenarios(show.scenarios)
    let parts = items.map(\.expression) + order.map(\.expression) + (filter.map { [$0] } ?? [])
    guard !parts.contains(where: \.isInvalid), !scenarios.isEmpty else { return }
    for item in items {
      switch item.expression.type.shape {
      case .number, .flexible, .several, .truth, .period, .text, .invalid: break
      case .mixed: report(.expected(.number), at: item.expression.range)
      }
    }
    program.questions.append(
      .values(
        ValueQuestion(
          items: items, columns: columns, by: by, filter: filter, order: order, top: top, scenarios: scenarios,
          asOf: show.asOf.map(Period.init), range: range, form: form(show.form, among: AnswerForm.ofValues))))
  }

  private mutating func check(_ show: ShowSyntax, of relation: Relation, at range: SourceRange) {
    if let asOf = show.asOf {
      switch relation {
      case .targets, .rules, .cells, .assumptions: break
      // What sheets contradict or hold unread has no date.
      case .conflicts, .data, .ledger, .indicators:
        report(.undated(relation), at: asOf.range)
      }
    }
    let setting = Setting(relation: relation)
    var columns: [Int] = []
    for column in show.columns {
      guard case .name(let name) = column.form else {
        report(
          .unknownColumn(
            text(column.range), relation, choices: relation.columns.map(\.heading.english), nearest: []),
          at: column.range)
        continue
      }
      columns += self.columns([PathSyntax(names: [name])], of: relation) ?? []
    }
    let by = self.columns(show.by, of: relation)
    let filter = show.filter.map { condition($0, setting) }
    let order = show.order.map { self.order($0, setting) }
    let top = top(show.top)
    let scenarios = scenarios(show.scenarios)
    guard let by, filter?.isInvalid != true, !order.contains(where: \.expression.isInvalid), !scenarios.isEmpty else {
      return
    }
    program.questions.append(
      .relation(
        RelationQuestion(
          relation: relation, columns: columns, by: by, filter: filter, order: order, top: top, scenarios: scenarios,
          asOf: show.asOf.map(Period.init), range: range,
          form: form(show.form, among: relation == .targets ? AnswerForm.ofTargets : AnswerForm.ofRelations))))
  }

  /// Reports a column's period that none of the expressions can have, since all are of another length.
  mutating func checkFrequencies(_ columns: [ColumnSyntax], _ items: [ValueQuestion.Item]) {
    let frequencies = items.compactMap(\.expression.type.frequency)
    guard let first = frequencies.first, frequencies.count == items.count else { return }
    for column in columns {
      let asked: Frequency
      switch column.form {
      case .period(let period), .range(let period, _), .change(let period, _, _): asked = Period(period).frequency
      case .name: continue
      }
      if !frequencies.contains(asked) {
        let offer = self.offer(of: items[0].expression, for: asked)
        report(.mixedFrequency(first, asked, offer: offer), at: column.range)
      }
    }
  }

  /// Returns a sorting key; a minus in front turns the order round.
  private mutating func order(_ syntax: ExpressionSyntax, _ setting: Setting) -> ValueQuestion.Order {
    if case .negative(let inner) = syntax.form {
      return .init(expression: expression(inner, setting), isDescending: true)
    }
    return .init(expression: expression(syntax, setting), isDescending: false)
  }

  private mutating func top(_ quantity: QuantitySyntax?) -> Int? {
    guard let quantity else { return nil }
    guard quantity.unit == nil, quantity.value >= 1, quantity.value <= 1e9, quantity.value.rounded() == quantity.value
    else {
      report(.topNeedsCount, at: quantity.range)
      return nil
    }
    return Int(quantity.value)
  }

  /// Returns the columns that one column of a question stands for: a range of periods is one for each.
  mutating func check(_ syntax: ColumnSyntax) -> [CheckedColumn] {
    let scenario = syntax.scenario.flatMap { self.scenario($0) }
    var against: (joint: ColumnSyntax.Joint, scenario: ScenarioID)?
    if let written = syntax.against, let other = self.scenario(written.scenario) { against = (written.joint, other) }
    func column(_ form: CheckedColumn.Form) -> CheckedColumn {
      CheckedColumn(form: form, scenario: scenario, against: against)
    }
    switch syntax.form {
    case .period(let period): return [column(.period(Period(period)))]
    case .range(let first, let last):
      let (first, last) = (Period(first), Period(last))
      guard first.frequency == last.frequency, first.ordinal <= last.ordinal, last.ordinal - first.ordinal < 10_000
      else {
        report(.expected(.periods), at: syntax.range)
        return []
      }
      return (0...Int(last.ordinal - first.ordinal)).map { column(.period(first.advanced(by: $0))) }
    case .change(let first, .ratio, let second): return [column(.growth(Period(first), Period(second)))]
    case .change(let first, .difference, let second): return [column(.difference(Period(first), Period(second)))]
    case .name(let name):
      if let position = Relation.targets.column(named: name.text), let target = TargetColumn(rawValue: position) {
        return [column(.target(target))]
      }
      let names = Relation.targets.columns.flatMap(\.names)
      report(
        .unknownColumn(
          name.text, nil, choices: Relation.targets.columns.map(\.heading.english),
          nearest: nearestNames(to: name.text, among: names, atMost: 3)),
        at: name.range)
      return []
    }
  }
}
