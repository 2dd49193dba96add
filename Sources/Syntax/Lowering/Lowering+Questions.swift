import Source

extension Lowering {
  /// Returns the show that `node` is, where its parts that must be there are.
  mutating func show(_ node: Int) -> StatementSyntax.Form? {
    let expressions = expressionList(in: node)
    guard !expressions.isEmpty else { return nil }
    let clauses = clauses(.showClause, in: node)
    let columns = clause(.at, clauses).map { nodes(.column, in: $0).compactMap { column($0) } } ?? []
    return .show(
      ShowSyntax(
        expressions: expressions, columns: columns, by: fields(in: clause(.by, clauses)),
        filter: clause(.where, clauses).map { expression(in: $0) },
        order: expressionList(in: clause(.orderBy, clauses)),
        top: quantity(in: clause(.top, clauses)), scenarios: names(in: clause(.under, clauses)),
        form: name(in: clause(.as, clauses)),
        asOf: period(in: clause(.asOf, clauses))))
  }

  private func column(_ node: Int) -> ColumnSyntax? {
    guard let form = columnForm(node) else { return nil }
    let brackets = first(.columnScenarios, in: node)
    let scenarios = brackets.map { paths(in: $0) } ?? []
    var against: ColumnSyntax.Against?
    if let brackets, let second = scenarios.dropFirst().first {
      against = .init(joint: has(.symbol(.slash), in: brackets) ? .ratio : .difference, scenario: second)
    }
    return ColumnSyntax(form: form, scenario: scenarios.first, against: against, range: range(node))
  }

  private func columnForm(_ node: Int) -> ColumnSyntax.Form? {
    if let field = first(.field, in: node) { return self.field(field).map { .name($0.last) } }
    let periods = nodes(.period, in: node).compactMap { period($0) }
    guard let first = periods.first else { return nil }
    guard let second = periods.dropFirst().first else { return .period(first) }
    if has(.symbol(.dotDot), in: node) { return .range(first, second) }
    return .change(first, has(.symbol(.slash), in: node) ? .ratio : .difference, second)
  }

  /// Returns the projection that `node` is, where its parts that must be there are.
  mutating func project(_ node: Int) -> StatementSyntax.Form? {
    let expressions = expressionList(in: node)
    guard !expressions.isEmpty else { return nil }
    let clauses = clauses(.projectClause, in: node)
    return .project(
      ProjectSyntax(
        expressions: expressions, from: period(in: clause(.from, clauses)), until: period(in: clause(.until, clauses)),
        by: fields(in: clause(.by, clauses)), filter: clause(.where, clauses).map { expression(in: $0) },
        scenarios: names(in: clause(.under, clauses)), form: name(in: clause(.as, clauses)),
        asOf: period(in: clause(.asOf, clauses))))
  }

  /// Returns the comparison of scenarios that `node` is, where its parts that must be there are.
  mutating func compare(_ node: Int) -> StatementSyntax.Form? {
    let scenarios = names(in: node)
    guard !scenarios.isEmpty else { return nil }
    let clauses = clauses(.compareClause, in: node)
    let spans = clause(.at, clauses).map { nodes(.span, in: $0).compactMap { span($0) } } ?? []
    return .compare(
      CompareSyntax(scenarios: scenarios, expressions: expressionList(in: clause(.for, clauses)), at: spans))
  }

  /// Returns the goal seek that `node` is, where its parts that must be there are.
  mutating func solve(_ node: Int) -> StatementSyntax.Form? {
    let parameters = names(in: node)
    guard !parameters.isEmpty else { return nil }
    let (condition, scenario) = expressionAndScenario(node, after: .soThat)
    return .solve(
      SolveSyntax(parameters: parameters, bounds: bounds(in: node), condition: condition, scenario: scenario))
  }

  /// Returns the expression behind `word`, or the first where there is no such word, and the path behind `under`.
  private mutating func expressionAndScenario(_ node: Int, after word: Keyword?) -> (ExpressionSyntax, PathSyntax?) {
    let start = word.flatMap { token(.keyword($0), in: node) } ?? 0
    let under = token(.keyword(.under), in: node) ?? Int.max
    var result: ExpressionSyntax?
    var scenario: PathSyntax?
    for child in nodes(in: node) {
      let first = Int(tree.nodes[child].firstToken)
      if first > under, production(child) == .path { scenario = path(child) }
      if first > start, first < under, isExpression(child), result == nil { result = expression(child) }
    }
    return (result ?? ExpressionSyntax(.invalid, range: range(node)), scenario)
  }

  /// Returns the sensitivity analysis that `node` is, where its parts that must be there are.
  mutating func sensitivity(_ node: Int) -> StatementSyntax.Form? {
    let clauses = clauses(.sensitivityClause, in: node)
    return .sensitivity(
      SensitivitySyntax(
        expression: expression(in: node), over: names(in: clause(.over, clauses)),
        by: clause(.by, clauses).map { expression(in: $0) },
        scenarios: names(in: clause(.under, clauses)), form: name(in: clause(.as, clauses))))
  }

  /// Returns the data table that `node` is, where its parts that must be there are.
  mutating func tabulate(_ node: Int) -> StatementSyntax.Form? {
    let (expression, scenario) = expressionAndScenario(node, after: nil)
    let axes = nodes(.axis, in: node).compactMap { axis($0) }
    return axes.isEmpty ? nil : .tabulate(TabulateSyntax(expression: expression, axes: axes, scenario: scenario))
  }

  private mutating func axis(_ node: Int) -> TabulateSyntax.Axis? {
    guard let path = path(in: node), let bounds = bounds(in: node) else { return nil }
    let step = token(.keyword(.step), in: node).map { step in
      expressionNodes(in: node).first { Int(tree.nodes[$0].firstToken) > step }
    }
    return TabulateSyntax.Axis(path: path, bounds: bounds, step: step.flatMap { $0 }.map { expression($0) })
  }

  /// Returns the request for a derivation that `node` is, where its parts that must be there are.
  mutating func explain(_ node: Int) -> StatementSyntax.Form? {
    let clauses = clauses(.explainClause, in: node)
    return .explain(
      ExplainSyntax(
        expression: expression(in: node), filter: clause(.where, clauses).map { expression(in: $0) },
        scenario: clause(.under, clauses).flatMap { path(in: $0) },
        asOf: clause(.asOf, clauses).flatMap { period(in: $0) }))
  }

  /// Returns the report that `node` is, where its parts that must be there are.
  mutating func report(_ node: Int) -> StatementSyntax.Form? {
    guard let title = text(in: node) else { return nil }
    let items = nodes(in: node).compactMap { child -> ReportSyntax.Item? in
      if production(child) == .prose { return text(in: child).map { .prose($0) } }
      return statement(child).map { .question($0) }
    }
    return .report(ReportSyntax(title: title, items: items))
  }
}
