import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns what an assumption assumes of each definition, with names resolved and units agreed; what is wrong is reported.
  ///
  /// An assumption of a set is one of each of its members.
  mutating func check(_ syntax: AssumptionSyntax) -> [CheckedAssumption] {
    let path = ExpressionSyntax(.path(syntax.subject), range: syntax.subject.range)
    var value =
      syntax.selector.isEmpty
      ? number(path, .values) : selection(path, syntax.selector, .values, syntax.subject.range)
    var chosen = Selection()
    if case .selection(let inner, let selection) = value.form { (value, chosen) = (inner, selection) }
    guard case .definition(let definition) = value.form else { return [] }
    if let scenario = chosen.scenario {
      report(.assumption(.scenarioChosen(scenario.word)), at: syntax.subject.range)
      return []
    }
    let name = syntax.subject.text
    switch definition {
    case .aggregate:
      report(.assumption(.aggregate(name)), at: syntax.subject.range)
      return []
    case .parameter where !syntax.setsParameter:
      report(.assumption(.parameter(name)), at: syntax.range)
      return []
    case .set(let set): return check(syntax, ofMembersOf: set, chosen)
    case .parameter, .alias, .indicator:
      let subject = AssumedSubject(definition: definition, name: text(syntax.subject.range), value: value)
      return check(syntax, of: subject, chosen).map { [$0] } ?? []
    }
  }

  /// Returns the assumption for each member of the set at `position`, whose name stands for the member in the amounts; what is wrong is said of the first such member.
  private mutating func check(
    _ syntax: AssumptionSyntax, ofMembersOf position: Int, _ chosen: Selection
  ) -> [CheckedAssumption] {
    guard let set = checkedSets[position] else { return [] }
    var assumptions: [CheckedAssumption] = []
    var faulty: [String] = []
    var faults: [Diagnostic] = []
    let before = diagnostics
    for element in set.elements {
      diagnostics = before
      if case .aggregate = element.definition {
        report(.assumption(.aggregate(element.name)), at: syntax.subject.range)
      } else if let type = type(of: element.definition, at: syntax.subject.range) {
        let value = CheckedExpression(.definition(element.definition), type, syntax.subject.range)
        let subject = AssumedSubject(definition: element.definition, name: element.name, value: value)
        assumedMember = (position, element.definition)
        defer { assumedMember = nil }
        if let checked = check(syntax, of: subject, chosen) { assumptions.append(checked) }
      }
      let found = diagnostics[before.count...]
      if found.contains(where: { $0.severity == .error }) { faulty.append(element.name) }
      if faults.isEmpty || faulty.count == 1 && faulty[0] == element.name { faults = Array(found) }
    }
    let names = enumeration(faulty, atMost: 3)
    let note = Phrase("of \(set.name): \(names.english)", "指标组“\(set.name)”中：\(names.chinese)")
    diagnostics = before + faults.map { $0.severity == .error ? $0.adding(help: [note]) : $0 }
    return faulty.isEmpty ? assumptions : []
  }

  private mutating func check(
    _ syntax: AssumptionSyntax, of subject: AssumedSubject, _ chosen: Selection
  ) -> CheckedAssumption? {
    distributionCount = 0
    var courses: [CheckedCourse] = []
    for course in syntax.courses {
      guard let checked = check(course, after: courses.last, of: subject, chosen.periods) else { return nil }
      courses.append(checked)
    }
    return CheckedAssumption(
      subject: subject.definition, subjectText: subject.name, type: subject.value.type, members: chosen.members,
      courses: courses, reasons: syntax.reasons.compactMap(\.plain), sources: syntax.sources.compactMap(\.plain),
      range: syntax.range)
  }
}

/// What an assumption is of.
struct AssumedSubject {
  let definition: Definition
  /// The name as written, or the member of a set.
  let name: String
  /// The value that it stands for.
  let value: CheckedExpression

  var unit: MeasurementUnit { value.type.unit }
}

extension AssumptionSyntax {
  /// Whether the assumption can be one of a param, which has neither periods nor members.
  fileprivate var setsParameter: Bool {
    guard selector.isEmpty, courses.count == 1, case .pins = courses[0].move else { return false }
    let course = courses[0]
    return course.at == nil && course.from == nil && course.until == nil && course.upTo == nil && course.downTo == nil
  }
}
