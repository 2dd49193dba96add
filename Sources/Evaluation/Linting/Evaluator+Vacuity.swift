import Semantics
import Source
import Units

/// Filters, rules and targets that choose nothing, or everything.
extension Evaluator {
  /// Computes every aggregate that has a filter, asked or not.
  package mutating func computeFilteredAggregates() {
    for (position, aggregate) in program.aggregates.enumerated() where aggregate.formula.hasFilter {
      _ = value(of: .aggregate(position), in: .actual)
    }
  }

  /// Remembers what the filters of questions about relations keep.
  private mutating func noteRowFilters() {
    for case .relation(let question) in program.questions {
      guard let filter = question.filter else { continue }
      let (kept, unknown, total) = asOf(question.asOf) { evaluator in
        let table = evaluator.table(question.relation, in: question.scenarios)
        let (kept, unknown) = evaluator.rows(of: table, where: filter, in: question.scenarios[0])
        return (kept.count, unknown, table.rowCount)
      }
      note(filter.range, .shownRows, kept: kept, unknown: unknown, of: total)
    }
  }

  /// Looks for filters that kept nothing or all, and for rules and targets of a script that judge nothing.
  ///
  /// - Parameter judged: The rules as judged in the scenarios that are used.
  /// - Returns: A finding for each, rules and targets first, in the order of their places.
  package mutating func vacuityFindings(judged: [RuleResult]) -> [Diagnostic] {
    noteRowFilters()
    var findings: [Diagnostic] = []
    let resultsByRule = Dictionary(grouping: judged, by: \.rule)
    for (position, rule) in program.rules.enumerated() {
      let results = resultsByRule[position] ?? []
      // Where its filter keeps nothing, that is said of the filter.
      if let filter = rule.filter, filterUses[filter.range]?.kept == 0 { continue }
      if results.allSatisfy({ $0.passed == 0 && $0.failed.isEmpty }) {
        let unknown = results.reduce(0) { $0 + $1.unknown.count }
        findings.append(Vacuity.ruleJudgesNothing(rule.name, unknown: unknown).diagnostic(at: .script(rule.range)))
      }
    }
    // Where no sheet is read, that nothing is known says nothing of a target.
    for target in program.targets where !catalogue.sheets.isEmpty {
      if target.subject.isComputed, !isKnownSomewhere(target.subject, in: .actual),
        !isKnownSomewhere(target.subject, in: .plan)
      {
        let problem = Vacuity.targetJudgesNothing(target.subjectText)
        findings.append(problem.diagnostic(at: .script(target.subject.range)))
      }
    }
    findings += sizeFindings()
    let places = filterUses.keys.sorted { ($0.source.index, $0.start, $0.end) < ($1.source.index, $1.start, $1.end) }
    for place in places {
      guard let use = filterUses[place], use.total > 0 else { continue }
      if use.kept == 0 {
        findings.append(Vacuity.filterKeepsNothing(use).diagnostic(at: .script(place)))
      } else if use.kept == use.total {
        findings.append(Vacuity.filterKeepsAll(use).diagnostic(at: .script(place)))
      }
    }
    return findings
  }

  /// Returns a finding for each indicator whose targets cannot well be in the unit of the values, those of no member;
  /// only of targets that a script states or asks about.
  private mutating func sizeFindings() -> [Diagnostic] {
    if (program.targets.isEmpty || catalogue.sheets.isEmpty) && targetRows[.actual] == nil { return [] }
    let comparable = targetRows(in: .actual).filter { ($0.asked ?? 0) != 0 && ($0.value ?? 0) != 0 }
    func isUnlikely(_ row: TargetRow) -> Bool {
      guard let asked = row.asked, let value = row.value else { return false }
      let times = (asked / value).magnitude
      return times >= 1000 || times <= 0.001
    }
    var seen = Set(comparable.filter { !isUnlikely($0) }.map(\.name))
    return comparable.compactMap { row in
      guard let asked = row.asked, let value = row.value, seen.insert(row.name).inserted else { return nil }
      func text(_ number: Double) -> String {
        let digits = shortestString(significantDecimal(number, digits: 6))
        let unit = row.unit
        return unit.factors.isEmpty ? digits : unit.nature == .plain ? "\(digits) \(unit.symbol)" : digits + unit.symbol
      }
      return Vacuity.targetOfUnlikelySize(row.name, asked: text(asked), value: text(value)).diagnostic(at: row.site)
    }
  }

  private mutating func isKnownSomewhere(_ value: CheckedExpression, in scenario: ScenarioID) -> Bool {
    if case .numbers(let cube) = self.value(of: value, in: scenario) { cube.reasons.contains(.known) } else { true }
  }
}

extension CheckedProgram {
  /// Whether a filter, a rule or a target of a script is there that could choose nothing.
  ///
  /// A target judges nothing only where there are data.
  package func hasFilters(readingSheets: Bool) -> Bool {
    !rules.isEmpty || readingSheets && !targets.isEmpty || aggregates.contains { $0.formula.hasFilter }
      || questions.contains { question in
        switch question {
        case .values(let values): values.filter != nil
        case .relation(let relation), .explainRows(let relation): relation.filter != nil
        case .text, .explain, .project, .compare, .solve, .sensitivity, .tabulate: false
        }
      }
  }
}

extension CheckedExpression {
  /// Whether an aggregate with a filter is a part of the expression.
  fileprivate var hasFilter: Bool {
    var open = [self]
    while let next = open.popLast() {
      if case .aggregate(let call) = next.form, call.filter != nil { return true }
      open += next.parts
    }
    return false
  }

  /// Whether the value is worked out, and so may be missing everywhere though the data are there.
  fileprivate var isComputed: Bool {
    switch form {
    case .definition(.indicator): false
    case .selection(let inner, _), .converted(let inner, _): inner.isComputed
    default: true
    }
  }
}
