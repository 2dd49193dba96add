/// The productions of `Grammar/gf.ebnf`, by the same names, and `skipped` for what no production takes.
package enum Production: UInt8, CaseIterable, Sendable {
  case script, prompt, statement, question
  case use, mapping, `import`, unitStatement, param, alias, unitOf, indicator, indicatorClause, length
  case aggregate, aggregateClause, set, element, same, hierarchy, rule, ruleClause, correlate
  case target, condition, targetClause
  case scenario, base, sampleCount, scenarioItem, assumption, subject, course, move, rate, courseClause, continuation,
    reason
  case show, showClause, column, columnScenarios, project, projectClause, compare, compareClause, solve
  case sensitivity, sensitivityClause, tabulate, axis, explain, explainClause, report, reportItem, prose
  case expression, conjunction, negation, comparison, comparator, amount, fallback, sum, product, negative, power
  case postfix, primary, arguments, argument
  case quantity, range, list, selector, selectorPart, span, period, expressions, fields, field, members, member
  case names, path, name, plainName, clauseWord
  /// Tokens that were passed over after an error.
  case skipped

  /// Whether a node of this production with a single node below it is left out of the tree.
  var isTransparent: Bool {
    self == .primary || rawValue >= Production.expression.rawValue && rawValue <= Production.postfix.rawValue
  }

  /// Whether the production's children lower to a chain that grows to the left with each of them.
  var isChain: Bool {
    self == .expression || self == .conjunction || self == .fallback || self == .sum || self == .product
      || self == .postfix
  }

  /// Whether a node of this production is an expression.
  var isExpression: Bool {
    rawValue >= Production.expression.rawValue && rawValue <= Production.primary.rawValue && self != .comparator
  }
}
