import Source

/// Turns a tree into the abstract syntax; what the parser has reported as missing becomes `.invalid` or is left out.
struct Lowering {
  let tree: SyntaxTree
  /// Where the text that the tree is of begins.
  let start: Int
  var diagnostics: [Diagnostic] = []

  /// Creates the lowering of `tree`, which is of the text from `start` on.
  init(_ tree: SyntaxTree, start: Int = 0) {
    self.tree = tree
    self.start = start
  }

  /// Returns the script that the tree is of.
  mutating func script() -> ScriptSyntax { ScriptSyntax(stretches: [stretch()]) }

  /// Returns the statements that the tree is of.
  mutating func stretch() -> ScriptSyntax.Stretch {
    var stretch = ScriptSyntax.Stretch(capacity: nodes(in: tree.root).count)
    var child = Int(tree.nodes[tree.root].firstChild)
    while child >= 0 {
      if let statement = statement(child) {
        stretch.append(statement)
      } else if isExpression(child) {
        let expression = expression(child)
        stretch.append(StatementSyntax(.expression(expression), range: expression.range, documentation: nil))
      }
      child = Int(tree.nodes[child].next)
    }
    return stretch
  }

  /// Returns the statement that `node` is, where it is one that could be understood.
  mutating func statement(_ node: Int) -> StatementSyntax? {
    guard let form = statementForm(node) else { return nil }
    return StatementSyntax(form, range: tree.range(of: node), documentation: documentation(of: node))
  }

  private mutating func statementForm(_ node: Int) -> StatementSyntax.Form? {
    switch production(node) {
    case .use: use(node)
    case .import: importing(node)
    case .unitStatement: unitDeclaration(node)
    case .param: parameter(node)
    case .indicator: indicator(node)
    case .alias: alias(node)
    case .aggregate: aggregate(node)
    case .set: set(node)
    case .same: same(node)
    case .hierarchy: hierarchy(node)
    case .target: target(node)
    case .scenario: scenario(node)
    case .rule: rule(node)
    case .correlate: correlate(node).map { .correlate($0) }
    case .show: show(node)
    case .project: project(node)
    case .compare: compare(node)
    case .solve: solve(node)
    case .sensitivity: sensitivity(node)
    case .tabulate: tabulate(node)
    case .explain: explain(node)
    case .report: report(node)
    case .script, .prompt, .statement, .question, .mapping, .unitOf, .indicatorClause, .length, .aggregateClause,
      .element,
      .ruleClause, .condition, .targetClause, .base, .sampleCount, .scenarioItem, .assumption, .subject, .course, .move,
      .rate,
      .courseClause, .continuation, .reason, .showClause, .column, .columnScenarios, .projectClause, .compareClause,
      .sensitivityClause, .axis, .explainClause, .reportItem, .prose, .expression, .conjunction, .negation, .comparison,
      .comparator,
      .amount, .fallback, .sum, .product, .negative, .power, .postfix, .primary, .arguments, .argument, .quantity,
      .range, .list, .selector, .selectorPart, .span, .period, .expressions, .fields, .field, .members, .member,
      .names, .path, .name, .plainName, .clauseWord, .skipped:
      nil
    }
  }

  /// Returns the `##` lines before `node`, without their marks, joined by line breaks.
  private func documentation(of node: Int) -> String? {
    let first = Int(tree.nodes[node].firstToken)
    let start = first == 0 ? self.start : Int(tree.tokens[first - 1].end)
    let end = Int(tree.tokens[first].start)
    // Mostly a line break stands there and nothing else.
    if end - start < 2 { return nil }
    let blanks = tree.source.bytes[start..<end]
    guard blanks.contains(0x23) else { return nil }
    var lines: [String] = []
    for (index, line) in blanks.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line, as: UTF8.self).unicodeScalars.drop { $0.properties.isWhitespace }
      // What stands on the line of the statement before belongs to that one.
      if index == 0, start > 0 { continue }
      if text.starts(with: "##".unicodeScalars) {
        var words = text.dropFirst(2)
        if words.first == " " { words = words.dropFirst() }
        while let last = words.last, last.properties.isWhitespace { words = words.dropLast() }
        lines.append(String(words))
      } else if text.isEmpty == false {
        lines.removeAll()
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
