import Source

extension Lowering {
  /// Returns the scenario that `node` is, where its parts that must be there are.
  mutating func scenario(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node) else { return nil }
    var items: [ScenarioSyntax.Item] = []
    for element in tree.elements(of: node) {
      switch element {
      case .token(let index):
        let kind = tree.tokens[index].kind
        if kind == .keyword(.otherwiseMissing) || kind == .keyword(.otherwiseHold) {
          items.append(.otherwise(holds: kind == .keyword(.otherwiseHold), tree.range(ofToken: index)))
        }
      case .node(let child):
        if production(child) == .assumption, let item = assumption(child) { items.append(.assumption(item)) }
        if production(child) == .correlate, let item = correlate(child) { items.append(.correlate(item)) }
      }
    }
    let base = first(.base, in: node)
    return .scenario(
      ScenarioSyntax(
        name: name, base: path(in: base), basePeriod: span(in: base),
        samples: first(.sampleCount, in: node).flatMap { quantity($0) }, items: items))
  }

  private mutating func assumption(_ node: Int) -> AssumptionSyntax? {
    guard let subject = first(.subject, in: node), let path = path(in: subject) else { return nil }
    var courses: [CourseSyntax] = []
    for child in nodes(in: node) {
      if production(child) == .course, let course = course(child) { courses.append(course) }
      if production(child) == .continuation, let course = continuation(child) { courses.append(course) }
    }
    guard !courses.isEmpty else { return nil }
    let reasons = nodes(.reason, in: node)
    return AssumptionSyntax(
      subject: path, selector: selector(in: subject), courses: courses,
      reasons: texts(of: reasons, after: .because), sources: texts(of: reasons, after: .source), range: range(node))
  }

  private mutating func texts(of reasons: [Int], after word: Keyword) -> [TextSyntax] {
    reasons.filter { firstKind($0) == .keyword(word) }.compactMap { text(in: $0) }
  }

  private mutating func continuation(_ node: Int) -> CourseSyntax? {
    if let child = first(.course, in: node) { return course(child) }
    return rate(in: node).map { course(node, .continues($0)) }
  }

  private mutating func course(_ node: Int) -> CourseSyntax? {
    first(.move, in: node).flatMap { move($0) }.map { course(node, $0) }
  }

  private mutating func course(_ node: Int, _ move: CourseSyntax.Move) -> CourseSyntax {
    let clauses = clauses(.courseClause, in: node)
    return CourseSyntax(
      move: move, at: span(in: clause(.at, clauses)), from: period(in: clause(.from, clauses)),
      until: period(in: clause(.until, clauses)),
      upTo: clause(.upTo, clauses).map { expression(in: $0) },
      downTo: clause(.downTo, clauses).map { expression(in: $0) },
      range: range(node))
  }

  private mutating func rate(in node: Int) -> CourseSyntax.Rate? {
    guard let child = first(.rate, in: node) else { return nil }
    let per: CourseSyntax.Rate.Per? =
      has(.keyword(.perYear), in: child)
      ? .year : has(.keyword(.perQuarter), in: child) ? .quarter : has(.keyword(.perMonth), in: child) ? .month : nil
    return CourseSyntax.Rate(amount: expression(in: child), per: per)
  }

  private mutating func move(_ node: Int) -> CourseSyntax.Move? {
    switch firstKind(node) {
    case .keyword(.grows): return rate(in: node).map { .grows($0) }
    case .keyword(.shrinks): return rate(in: node).map { .shrinks($0) }
    case .keyword(.rises): return rate(in: node).map { .rises($0) }
    case .keyword(.falls): return rate(in: node).map { .falls($0) }
    case .keyword(.reaches):
      guard let period = period(in: node) else { return nil }
      return .reaches(expression(in: node), by: period, along: name(in: node))
    case .keyword(.follows): return .follows(expression(in: node))
    case .keyword(.holds): return .holds
    case .symbol(.equal): return .pins(expression(in: node))
    case .symbol(.plusEqual): return .adds(expression(in: node))
    case .symbol(.timesEqual): return .multiplies(expression(in: node))
    case .keyword, .symbol, .name, .quoted, .text, .number, .period, .unit, .invalid, .end: return nil
    }
  }
}
