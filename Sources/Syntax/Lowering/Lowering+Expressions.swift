import Source

extension Lowering {
  /// Returns the first expression right below `node`, or an invalid one where it is missing.
  mutating func expression(in node: Int) -> ExpressionSyntax {
    firstExpression(in: node).map { expression($0) } ?? invalid(range(node))
  }

  /// Returns the expressions right below `node`.
  mutating func expressions(in node: Int?) -> [ExpressionSyntax] {
    guard let node else { return [] }
    return expressionNodes(in: node).map { expression($0) }
  }

  /// Returns what is listed below `node`.
  mutating func expressionList(in node: Int?) -> [ExpressionSyntax] {
    expressions(in: node.flatMap { first(.expressions, in: $0) })
  }

  private func invalid(_ range: SourceRange) -> ExpressionSyntax { ExpressionSyntax(.invalid, range: range) }

  /// Returns the expressions before and behind the token of `kind` right below `node`.
  mutating func sides(of node: Int, around kind: TokenKind) -> (ExpressionSyntax, ExpressionSyntax) {
    var left: ExpressionSyntax?
    var right: ExpressionSyntax?
    var passed = false
    for element in tree.elements(of: node) {
      switch element {
      case .token(let index): if tree.tokens[index].kind == kind { passed = true }
      case .node(let child):
        guard isExpression(child) else { continue }
        if passed { right = expression(child) } else { left = expression(child) }
      }
    }
    return (left ?? invalid(range(node)), right ?? invalid(range(node)))
  }

  /// Returns the expression that `node` is.
  mutating func expression(_ node: Int) -> ExpressionSyntax {
    let whole = range(node)
    guard tree.nodes[node].height <= TreeBuilder.greatestHeight else { return invalid(whole) }
    let form: ExpressionSyntax.Form
    switch production(node) {
    case .expression, .conjunction, .fallback, .sum, .product: return chain(node)
    case .postfix: return postfix(node)
    case .negation: form = .not(expression(in: node))
    case .negative: form = .negative(expression(in: node))
    case .comparison: form = comparison(node)
    case .amount:
      let (low, high) = sides(of: node, around: .keyword(.to))
      form = .interval(low, high)
    case .power:
      let (base, exponent) = sides(of: node, around: .symbol(.caret))
      let caret = token(.symbol(.caret), in: node).map { tree.range(ofToken: $0) } ?? whole
      form = .arithmetic(base, .power, exponent, operatorRange: caret)
    case .primary: form = primary(node)
    case .quantity: form = quantity(node).map { .quantity($0) } ?? .invalid
    case .path: form = path(node).map { .path($0) } ?? .invalid
    case .script, .prompt, .statement, .question, .use, .mapping, .import, .unitStatement, .param, .alias, .unitOf,
      .indicator, .indicatorClause, .aggregate, .aggregateClause, .set, .element, .same, .hierarchy, .rule, .ruleClause,
      .length,
      .correlate, .target, .condition, .targetClause, .scenario, .base, .sampleCount, .scenarioItem, .assumption,
      .subject,
      .course, .move, .rate, .courseClause, .continuation, .reason, .show, .showClause, .column, .columnScenarios,
      .project,
      .projectClause, .compare, .compareClause, .solve, .sensitivity, .sensitivityClause, .tabulate, .axis, .explain,
      .explainClause, .report, .reportItem, .prose, .comparator, .arguments, .argument, .range, .list, .selector,
      .selectorPart, .span,
      .period, .expressions, .fields, .field, .members, .member, .names, .name, .plainName, .clauseWord, .skipped:
      form = .invalid
    }
    return ExpressionSyntax(form, range: whole)
  }

  /// Returns a chain of operands joined to the left.
  private mutating func chain(_ node: Int) -> ExpressionSyntax {
    let parent = tree.nodes[node]
    var left: ExpressionSyntax?
    var joint: Int?
    var child = Int(parent.firstChild)
    var token = Int(parent.firstToken)
    while token < parent.endToken {
      if child >= 0, tree.nodes[child].firstToken == token {
        let (operandNode, own) = (child, tree.nodes[child])
        token = Int(own.endToken)
        child = Int(own.next)
        guard isExpression(operandNode) else { continue }
        let operand = expression(operandNode)
        if let joint { left = join(left ?? missing(joint), joint, operand) } else { left = operand }
        joint = nil
      } else {
        if let joint { left = join(left ?? missing(joint), joint, missing(joint)) }
        joint = token
        token += 1
      }
    }
    if let joint { left = join(left ?? missing(joint), joint, missing(joint)) }
    return left ?? invalid(range(node))
  }

  /// Returns what stands for an operand that is missing beside the token `joint`.
  private func missing(_ joint: Int) -> ExpressionSyntax { invalid(tree.range(ofToken: joint)) }

  private func join(
    _ left: consuming ExpressionSyntax, _ joint: Int, _ right: consuming ExpressionSyntax
  ) -> ExpressionSyntax {
    let site = tree.range(ofToken: joint)
    let whole = left.range.joined(to: right.range)
    let form: ExpressionSyntax.Form
    switch tree.tokens[joint].kind {
    case .symbol(.plus): form = .arithmetic(left, .add, right, operatorRange: site)
    case .symbol(.minus): form = .arithmetic(left, .subtract, right, operatorRange: site)
    case .symbol(.times): form = .arithmetic(left, .multiply, right, operatorRange: site)
    case .symbol(.slash): form = .arithmetic(left, .divide, right, operatorRange: site)
    case .symbol(.questions): form = .fallback(left, right)
    case .keyword(.and): form = .and(left, right)
    case .keyword(.or): form = .or(left, right)
    case .symbol, .keyword, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: form = .invalid
    }
    return ExpressionSyntax(form, range: whole)
  }

  private mutating func postfix(_ node: Int) -> ExpressionSyntax {
    var result = expression(in: node)
    for child in nodes(.selector, in: node) {
      result = ExpressionSyntax(
        .selection(result, selector(child)), range: result.range.joined(to: range(child)))
    }
    return result
  }

  private mutating func comparison(_ node: Int) -> ExpressionSyntax.Form {
    let operands = expressionNodes(in: node)
    let left = operands.first.map { expression($0) } ?? invalid(range(node))
    if let child = first(.comparator, in: node) {
      let right = operands.dropFirst().first.map { expression($0) } ?? invalid(range(node))
      return .comparison(left, comparator(child), right, operatorRange: range(child))
    }
    if has(.symbol(.approximately), in: node) {
      let right = operands.dropFirst().first.map { expression($0) } ?? invalid(range(node))
      let tolerance = operands.dropFirst(2).first.map { expression($0) }
      return .approximation(left, right, within: tolerance)
    }
    if let child = first(.range, in: node) { return .inRange(left, bounds(child)) }
    if let child = first(.list, in: node) { return .inList(left, expressions(in: child)) }
    return .invalid
  }

  /// Returns the comparator that `node` is; a single `=` is `==`.
  func comparator(_ node: Int) -> Comparator {
    switch firstKind(node) {
    case .symbol(.notEqual): .notEqual
    case .symbol(.less): .less
    case .symbol(.lessOrEqual): .lessOrEqual
    case .symbol(.greater): .greater
    case .symbol(.greaterOrEqual): .greaterOrEqual
    case .symbol, .keyword, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: .equal
    }
  }

  private mutating func primary(_ node: Int) -> ExpressionSyntax.Form {
    let first = Int(tree.nodes[node].firstToken)
    switch tree.tokens[first].kind {
    case .period: return period(ofToken: first).map { .period($0) } ?? .invalid
    case .text: return .text(text(ofToken: first, holes: true))
    case .name, .quoted, .keyword:
      if let path = path(in: node), let arguments = self.first(.arguments, in: node) {
        return .call(path, self.arguments(arguments))
      }
    case .number, .unit, .symbol, .invalid, .end: break
    }
    return firstExpression(in: node).map { expression($0).form } ?? .invalid
  }

  /// Returns the arguments below `node`.
  mutating func arguments(_ node: Int) -> [ArgumentSyntax] {
    nodes(.argument, in: node).map { argument in
      ArgumentSyntax(argumentForm(argument), range: range(argument))
    }
  }

  private mutating func argumentForm(_ node: Int) -> ArgumentSyntax.Form {
    if let within = token(.keyword(.within), in: node) {
      let name = NameSyntax(
        text: Keyword.within.entry.english, range: tree.range(ofToken: within), isQuoted: false)
      let label = ExpressionSyntax(.path(PathSyntax(names: [name])), range: name.range)
      return .labelled(label, expression(in: node))
    }
    if has(.symbol(.colon), in: node) {
      let (label, value) = sides(of: node, around: .symbol(.colon))
      return .labelled(label, value)
    }
    if has(.symbol(.dotDot), in: node) {
      let (lower, upper) = sides(of: node, around: .symbol(.dotDot))
      return .range(lower, upper)
    }
    if has(.keyword(.where), in: node) {
      let (value, condition) = sides(of: node, around: .keyword(.where))
      return .filtered(value, condition)
    }
    return .plain(expression(in: node))
  }
}
