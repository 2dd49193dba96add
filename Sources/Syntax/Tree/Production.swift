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
  // Chains stand first among expressions.
  case expression, conjunction, fallback, sum, product, postfix
  case negation, comparison, amount, negative, power, primary
  case comparator, arguments, argument
  case quantity, range, list, selector, selectorPart, span, period, expressions, fields, field, members, member
  case names, path, name, plainName, clauseWord
  /// Tokens that were passed over after an error.
  case skipped

  /// Whether the production is one of expressions; its node is left out of the tree where it has a single node below it.
  var isExpression: Bool {
    rawValue >= Production.expression.rawValue && rawValue <= Production.primary.rawValue
  }

  /// Whether the production's children lower to a chain that grows to the left with each of them.
  var isChain: Bool {
    rawValue >= Production.expression.rawValue && rawValue <= Production.postfix.rawValue
  }
}
